#include "coldplan/cohort/table_file.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "coldplan/cohort/example_plan.h"

namespace coldplan::cohort {
namespace {

namespace fs = std::filesystem;

ArmRows made_up(const Slice& people) {
  ArmRows part;
  for (std::uint64_t i = people.first; i < people.first + people.count; ++i) {
    Row row;
    row.index = i;
    row.skin_coldest = static_cast<float>(i) + 0.25F;
    row.melted_time = -1.0F;
    part.rows.push_back(row);
  }
  return part;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class TableFiles : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path path(const std::string& name) const { return folder_ / name; }
  void SetUp() override {
    folder_ = fs::path{::testing::TempDir()} /
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

 private:
  fs::path folder_;
};

TEST_F(TableFiles, GiveBackWhatWasWrittenWhateverTheOrder) {
  const Plan plan = two_arms(10);
  auto file = TableFile::create(path("a.h5"), plan, "print", {0, 10});
  ASSERT_TRUE(file);
  for (std::size_t arm = 0; arm < 2; ++arm) {
    ASSERT_TRUE(file->write(arm, {6, 4}, made_up({6, 4})));
    ASSERT_TRUE(file->write(arm, {0, 6}, made_up({0, 6})));
  }
  ASSERT_TRUE(file->close());
  const auto again = TableFile::open(path("a.h5"), plan);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->fingerprint(), "print");
  EXPECT_EQ(again->people(), (Slice{0, 10}));
  EXPECT_EQ(again->read(1, {0, 10}).value(), made_up({0, 10}));
  EXPECT_EQ(again->read(0, {5, 2}).value(), made_up({5, 2}));
}

TEST_F(TableFiles, HaveTheSameBytesTwice) {
  const Plan plan = small_plan(4);
  for (const char* name : {"a.h5", "b.h5"}) {
    auto file = TableFile::create(path(name), plan, "print", {0, 4});
    ASSERT_TRUE(file && file->write(0, {0, 4}, made_up({0, 4})) && file->close());
  }
  EXPECT_EQ(bytes_of(path("a.h5")), bytes_of(path("b.h5")));
}

TEST_F(TableFiles, HoldHistories) {
  Plan plan = small_plan(2);
  plan.histories = true;
  const std::size_t width = history_times(plan, plan.arms[0]).size() * history_landmarks().size();
  ArmRows part = made_up({0, 2});
  for (std::size_t i = 0; i < 2 * width; ++i) {
    part.histories.push_back(static_cast<float>(i));
  }
  auto file = TableFile::create(path("a.h5"), plan, "print", {0, 2});
  ASSERT_TRUE(file && file->write(0, {0, 2}, part) && file->close());
  EXPECT_EQ(TableFile::open(path("a.h5"), plan).value().read(0, {0, 2}).value(), part);
}

TEST_F(TableFiles, RefuseWhatIsTornOrIsNone) {
  const Plan plan = small_plan(400);
  auto file = TableFile::create(path("a.h5"), plan, "print", {0, 400});
  ASSERT_TRUE(file && file->write(0, {0, 400}, made_up({0, 400})) && file->close());
  fs::resize_file(path("a.h5"), fs::file_size(path("a.h5")) / 2);
  EXPECT_FALSE(TableFile::open(path("a.h5"), plan));
  std::ofstream{path("b.h5")} << "no table";
  EXPECT_FALSE(TableFile::open(path("b.h5"), plan));
  EXPECT_FALSE(TableFile::open(path("nothing.h5"), plan));
}

TEST_F(TableFiles, RefuseToBeWrittenWhereThereIsNoFolder) {
  const Plan plan = small_plan(4);
  const auto file = TableFile::create(path("no/a.h5"), plan, "print", {0, 4});
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::not_written);
}

}  // namespace
}  // namespace coldplan::cohort
