#include "coldplan/app/validate_verb.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A folder of some of the studies, gone at the end of the test.
class SomeStudies : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    for (const char* name : {"tomchuk2010.json", "costello2012.json"}) {
      fs::copy_file(fs::path{COLDPLAN_SOURCE_DIR} / "data/studies" / name, folder_ / name,
                    fs::copy_options::overwrite_existing);
    }
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] ValidateOptions options(bool json = false) const {
    return {folder_.string(), 24, 1, json};
  }

  fs::path folder_ = fs::temp_directory_path() /
                     ("coldplan_validate_" +
                      std::string{::testing::UnitTest::GetInstance()->current_test_info()->name()});
};

TEST_F(SomeStudies, AreScoredByTissueFormAndStudy) {
  std::ostringstream out;
  const std::string text = run_validate(options(), out, nullptr).value();
  EXPECT_THAT(text, HasSubstr("2 studies; 100.0 % of 7 scored numbers predicted"));
  EXPECT_THAT(text, HasSubstr("skin, local forms"));
  EXPECT_THAT(text, HasSubstr("costello2012: core"));
  EXPECT_THAT(text, HasSubstr("no experiment that this was scored against measured muscle"));
  EXPECT_TRUE(out.str().empty());
}

TEST_F(SomeStudies, HaveARowForEveryNumberInJson) {
  std::ostringstream out;
  const auto json = nlohmann::json::parse(run_validate(options(true), out, nullptr).value());
  EXPECT_EQ(json.at("mode").get<std::string>().find("in sample"), 0U);
  std::size_t scored = 0;
  for (const auto& row : json.at("rows")) {
    if (row.at("scored").get<bool>()) {
      ++scored;
      EXPECT_LE(row.at("predicted").at("p05"), row.at("predicted").at("p25"));
      EXPECT_LE(row.at("predicted").at("p75"), row.at("predicted").at("p95"));
    } else {
      EXPECT_TRUE(row.at("why_not").is_string());
    }
  }
  EXPECT_EQ(scored, 7u);
  EXPECT_GT(json.at("rows").size(), scored);
}

TEST_F(SomeStudies, AreScoredBesideAFileThatIsNone) {
  std::ofstream(folder_ / "broken.json") << "{\"id\": NaN}";
  std::ostringstream out;
  const auto result = run_validate(options(), out, nullptr);
  ASSERT_FALSE(result.has_value());
  EXPECT_THAT(message(result.error()), StartsWith("broken.json"));
  EXPECT_EQ(exit_status(result.error()), exit_bad_input);
  EXPECT_THAT(out.str(), HasSubstr("2 studies; 100.0 %"));
  EXPECT_THAT(out.str(), HasSubstr("! broken.json"));
}

TEST_F(SomeStudies, ShowHowFarTheyAre) {
  std::ostringstream out;
  std::ostringstream progress;
  ASSERT_TRUE(run_validate(options(), out, &progress).has_value());
  EXPECT_THAT(progress.str(), HasSubstr("1 of 2 studies"));
}

TEST(RunValidate, RefusesWhatItCannotRead) {
  std::ostringstream out;
  EXPECT_FALSE(run_validate({"/nowhere", 24, 1, false}, out, nullptr).has_value());
  EXPECT_THAT(message(run_validate({".", 3, 1, false}, out, nullptr).error()),
              StartsWith("--draws: 3 is not a number of draws (20 to 10000)"));
}

}  // namespace
}  // namespace coldplan::app
