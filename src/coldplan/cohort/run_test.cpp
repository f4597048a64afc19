#include "coldplan/cohort/run.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/cohort/example_plan.h"
#include "coldplan/cohort/part_file.h"
#include "coldplan/cohort/table_file.h"

namespace coldplan::cohort {
namespace {

namespace fs = std::filesystem;

class Runs : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path{::testing::TempDir()} /
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] RunSettings settings(std::uint64_t part_size) const {
    return {folder_ / "out.h5", part_size, 2, {}};
  }
  [[nodiscard]] Parts parts(const Plan& plan, std::uint64_t size) const {
    return {folder_ / "out.h5.parts", plan.people, size};
  }
  [[nodiscard]] std::vector<ArmRows> written(const Plan& plan) const {
    const auto file = TableFile::open(folder_ / "out.h5", plan);
    std::vector<ArmRows> arms;
    for (std::size_t arm = 0; file && arm < plan.arms.size(); ++arm) {
      arms.push_back(file->read(arm, {0, plan.people}).value());
    }
    return arms;
  }

  fs::path folder_;
};

Expected<Tally> run_alone(const Plan& plan, const RunSettings& settings) {
  Crew crew;
  return run(plan, {}, settings, crew);
}

/// A part that no simulation would give, so that a run which uses it is found out.
std::vector<ArmRows> marked(const Plan& plan, const Slice& people) {
  std::vector<ArmRows> arms(plan.arms.size());
  for (ArmRows& arm : arms) {
    for (std::uint64_t i = 0; i < people.count; ++i) {
      Row row;
      row.index = people.first + i;
      row.heat_taken = -1.0F;
      arm.rows.push_back(row);
    }
  }
  return arms;
}

TEST_F(Runs, WriteOneFileAndLeaveNoParts) {
  const Plan plan = two_arms(5);
  const auto tally = run_alone(plan, settings(2));
  ASSERT_TRUE(tally) << message(tally.error());
  EXPECT_EQ(tally->count(1, 0, Count::people), 5U);
  EXPECT_FALSE(fs::exists(folder_ / "out.h5.parts"));
  const auto arms = written(plan);
  ASSERT_EQ(arms.size(), 2U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(arms[0].rows[i].index, i);
    EXPECT_EQ(arms[0].rows[i].age, arms[1].rows[i].age);
    EXPECT_NE(arms[0].rows[i].skin_coldest, arms[1].rows[i].skin_coldest);
  }
}

TEST_F(Runs, CountTheSameWithoutAFile) {
  const Plan plan = small_plan(5);
  auto with = run_alone(plan, settings(2));
  auto without = run_alone(plan, {std::nullopt, 3, 1, {}});
  ASSERT_TRUE(with && without);
  EXPECT_TRUE(std::equal(with->numbers().begin(), with->numbers().end(), without->numbers().begin(),
                         without->numbers().end()));
}

TEST_F(Runs, GoOnFromPartsThatAreThere) {
  const Plan plan = small_plan(4);
  const Study study{plan, fingerprint(plan)};
  const Parts there = parts(plan, 2);
  ASSERT_TRUE(open_parts(there, study));
  ASSERT_TRUE(write_part(there, 1, study, marked(plan, there.slice(1))));
  std::vector<Progress> seen;
  RunSettings given = settings(2);
  given.report = [&seen](const Progress& progress) { seen.push_back(progress); };
  ASSERT_TRUE(run_alone(plan, given));
  const auto arms = written(plan);
  EXPECT_GT(arms[0].rows[1].heat_taken, 0.0F);
  EXPECT_EQ(arms[0].rows[2].heat_taken, -1.0F);
  EXPECT_EQ(arms[0].rows[3].heat_taken, -1.0F);
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen.back().done, 4U);
  EXPECT_EQ(seen.back().earlier, 2U);
}

TEST_F(Runs, DoATornPartAndOneOfAnotherSizeAgain) {
  const Plan plan = small_plan(4);
  const Study study{plan, fingerprint(plan)};
  const Parts there = parts(plan, 2);
  ASSERT_TRUE(open_parts(there, study));
  ASSERT_TRUE(write_part(there, 0, study, marked(plan, there.slice(0))));
  ASSERT_TRUE(write_part(there, 1, study, marked(plan, there.slice(1))));
  fs::resize_file(there.file(1), fs::file_size(there.file(1)) - 200);
  EXPECT_TRUE(is_finished(there, 0, study));
  EXPECT_FALSE(is_finished(there, 1, study));
  EXPECT_FALSE(is_finished(parts(plan, 3), 0, study));
  ASSERT_TRUE(run_alone(plan, settings(3)));
  const std::vector<ArmRows> arms = written(plan);
  for (const Row& row : arms.at(0).rows) {
    EXPECT_GT(row.heat_taken, 0.0F);
  }
}

TEST_F(Runs, RefuseThePartsOfAnotherPlan) {
  const Plan plan = small_plan(4);
  Plan other = plan;
  other.seed = 8;
  const Study study{other, fingerprint(other)};
  ASSERT_TRUE(open_parts(parts(plan, 2), study));
  ASSERT_TRUE(write_part(parts(plan, 2), 0, study, marked(other, {0, 2})));
  const auto refused = run_alone(plan, settings(2));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(message(refused.error()), ::testing::HasSubstr("parts of another run"));
  EXPECT_TRUE(fs::exists(parts(plan, 2).file(0)));
}

TEST_F(Runs, LeaveWhatIsNotTheirsInTheFolder) {
  const Plan plan = small_plan(2);
  fs::create_directories(folder_ / "out.h5.parts");
  std::ofstream{folder_ / "out.h5.parts" / "notes.txt"} << "mine";
  ASSERT_TRUE(run_alone(plan, settings(2)));
  EXPECT_TRUE(fs::exists(folder_ / "out.h5.parts" / "notes.txt"));
}

}  // namespace
}  // namespace coldplan::cohort
