#include "coldplan/study/study_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace coldplan::study {
namespace {

const std::filesystem::path studies =
    std::filesystem::path{COLDPLAN_SOURCE_DIR} / "data" / "studies";

int scored_of(const Study& study) {
  int count = 0;
  for (const Arm& arm : study.arms) {
    count += static_cast<int>(
        std::count_if(arm.measurements.begin(), arm.measurements.end(),
                      [](const Measurement& measurement) { return measurement.scored; }));
  }
  return count;
}

class StudyFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path{testing::TempDir()} /
              (std::string{"study_folder_"} +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void copy(const std::string& from, const std::string& to) const {
    std::filesystem::copy_file(studies / from, folder_ / to);
  }

  std::filesystem::path folder_;
};

TEST_F(StudyFolder, OfTheRepositoryIsReadWithAllItsScoredRows) {
  const auto files = read_studies(studies);
  ASSERT_TRUE(files.has_value()) << message(files.error());
  std::map<std::string, int> scored;
  int all = 0;
  for (const StudyFile& file : *files) {
    ASSERT_TRUE(file.study.has_value()) << file.name << ": " << message(file.study.error());
    EXPECT_EQ(file.study->id + ".json", file.name);
    scored[file.study->id] = scored_of(*file.study);
    all += scored[file.study->id];
  }
  EXPECT_EQ(files->size(), 87U);
  EXPECT_EQ(all, 295);
  EXPECT_EQ(scored.at("dykstra2009"), 210);
  EXPECT_EQ(scored.at("myrer2001"), 12);
  EXPECT_EQ(scored.at("rika-icing"), 6);
  EXPECT_EQ(scored.at("arthroscopy2002"), 0);
}

TEST_F(StudyFolder, IsReadInTheOrderOfNamesWithoutWhatIsNoStudy) {
  copy("myrer2001.json", "b.json");
  copy("dykstra2009.json", "a.json");
  copy("applicator_kinds.json", "applicator_kinds.json");
  copy("README.md", "README.md");
  copy("applicator_kinds.json", "study.schema.json");
  std::filesystem::create_directories(folder_ / "people");
  copy("otte2002.json", "people/otte2002.json");
  const auto files = read_studies(folder_);
  ASSERT_TRUE(files.has_value());
  ASSERT_EQ(files->size(), 2U);
  EXPECT_EQ(files->at(0).name, "a.json");
  EXPECT_EQ(files->at(0).study.value().id, "dykstra2009");
  EXPECT_EQ(files->at(1).name, "b.json");
}

TEST_F(StudyFolder, HasAnErrorForTheSecondFileOfAnId) {
  copy("myrer2001.json", "a.json");
  copy("myrer2001.json", "b.json");
  const auto files = read_studies(folder_);
  ASSERT_TRUE(files.has_value());
  ASSERT_EQ(files->size(), 2U);
  EXPECT_TRUE(files->at(0).study.has_value());
  ASSERT_FALSE(files->at(1).study.has_value());
  EXPECT_EQ(message(files->at(1).study.error()),
            "id: myrer2001 is the id of a.json too; give every study an id of its own");
  EXPECT_EQ(files->at(1).study.error().code, ErrorCode::conflict);
}

TEST_F(StudyFolder, ReadsOnPastABrokenFile) {
  copy("README.md", "a.json");
  std::filesystem::create_directories(folder_ / "b.json");
  copy("myrer2001.json", "c.json");
  const auto files = read_studies(folder_);
  ASSERT_TRUE(files.has_value());
  ASSERT_EQ(files->size(), 3U);
  EXPECT_EQ(files->at(0).study.error().code, ErrorCode::unreadable);
  EXPECT_EQ(message(files->at(1).study.error()), "no such file, or not readable");
  EXPECT_TRUE(files->at(2).study.has_value());
}

TEST_F(StudyFolder, IsEmptyWhereNothingStandsInIt) {
  const auto files = read_studies(folder_);
  ASSERT_TRUE(files.has_value());
  EXPECT_TRUE(files->empty());
}

TEST_F(StudyFolder, IsAnErrorWhereThereIsNone) {
  const auto files = read_studies(folder_ / "none");
  ASSERT_FALSE(files.has_value());
  EXPECT_EQ(files.error().code, ErrorCode::unreadable);
  EXPECT_EQ(
      message(files.error()),
      (folder_ / "none").string() + ": no such folder, or not readable; give a folder of studies");
  EXPECT_FALSE(read_studies(studies / "README.md").has_value());
}

TEST(IsSamePeople, KnowsAStudyThatHasThePeopleOfAnotherOneByOne) {
  EXPECT_TRUE(is_same_people("dykstra2009", "dykstra2009-people"));
  EXPECT_FALSE(is_same_people("dykstra2009", "dykstra2009"));
  EXPECT_FALSE(is_same_people("dykstra", "dykstra2009-people"));
}

}  // namespace
}  // namespace coldplan::study
