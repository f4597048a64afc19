#include "coldplan/app/calibrate_verb.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "coldplan/app/validate_verb.h"
#include "coldplan/study/posterior_file.h"

namespace coldplan::app {
namespace {

namespace fs = std::filesystem;

/// A folder with one of the published studies, and what a test writes.
class Calibrate : public testing::Test {
 public:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder = fs::temp_directory_path() / (std::string{"coldplan_calibrate_"} + test->name());
    fs::remove_all(folder);
    fs::create_directories(folder / "studies");
    fs::copy_file(fs::path{COLDPLAN_SOURCE_DIR} / "data/studies/tomchuk2010.json",
                  folder / "studies/tomchuk2010.json");
    options.folder = (folder / "studies").string();
    options.output = (folder / "posterior.json").string();
    options.chains = 4;
    options.warm_up = 8;
    options.steps = 8;
    options.date = "2026-01-01";
  }
  void TearDown() override { fs::remove_all(folder); }

  fs::path folder;
  CalibrateOptions options;
};

/// A text without the breaks of its lines.
std::string flat(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string text_of(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

TEST_F(Calibrate, WritesAPosteriorWithItsProvenanceAndSaysHowWellItMixed) {
  const auto said = run_calibrate(options, nullptr);
  ASSERT_TRUE(said);
  EXPECT_NE(said->find("1 studies"), std::string::npos);
  EXPECT_NE(said->find("R-hat"), std::string::npos);
  EXPECT_NE(said->find("Not mixed"), std::string::npos);
  const std::string written = text_of(options.output);
  EXPECT_NE(written.find("tomchuk2010"), std::string::npos);
  EXPECT_NE(written.find("2026-01-01"), std::string::npos);
  EXPECT_TRUE(study::read_posterior(options.output));
}

TEST_F(Calibrate, WritesTheSameBytesAgain) {
  ASSERT_TRUE(run_calibrate(options, nullptr));
  const std::string first = text_of(options.output);
  ASSERT_TRUE(run_calibrate(options, nullptr));
  EXPECT_EQ(text_of(options.output), first);
}

TEST_F(Calibrate, MakesAPosteriorThatValidateTakes) {
  ASSERT_TRUE(run_calibrate(options, nullptr));
  ValidateOptions validate;
  validate.folder = options.folder;
  validate.draws = 20;
  validate.posterior = options.output;
  std::ostringstream out;
  const auto scored = run_validate(validate, out, nullptr);
  ASSERT_TRUE(scored);
  EXPECT_NE(flat(*scored).find("from a posterior of a file"), std::string::npos);
}

TEST_F(Calibrate, RefusesABrokenStudyByNameAndWritesNothing) {
  std::ofstream{folder / "studies/broken.json"} << R"({"id": "broken"})";
  const auto said = run_calibrate(options, nullptr);
  ASSERT_FALSE(said);
  EXPECT_NE(message(said.error()).find("broken.json"), std::string::npos);
  EXPECT_FALSE(fs::exists(options.output));
}

TEST_F(Calibrate, RefusesTooFewChainsAMechanismThatIsNoneAndAPlaceThatCannotBeWritten) {
  CalibrateOptions few = options;
  few.chains = 1;
  EXPECT_EQ(run_calibrate(few, nullptr).error().place, "--chains");
  CalibrateOptions unknown = options;
  unknown.without = {"luck"};
  EXPECT_EQ(run_calibrate(unknown, nullptr).error().place, "--without");
  CalibrateOptions nowhere = options;
  nowhere.output = (folder / "not there/posterior.json").string();
  EXPECT_NE(message(run_calibrate(nowhere, nullptr).error()).find("--output"), std::string::npos);
}

TEST(Validate, HasOneModeAtATime) {
  ValidateOptions options;
  options.folder = ".";
  options.held_out = true;
  options.priors = true;
  std::ostringstream out;
  const auto said = run_validate(options, out, nullptr);
  ASSERT_FALSE(said);
  EXPECT_EQ(said.error().code, ErrorCode::conflict);
}

TEST(Validate, PredictsHeldOutOtherThanInSampleAndNamesTheMode) {
  ValidateOptions options;
  options.folder = std::string{COLDPLAN_SOURCE_DIR} + "/data/studies";
  options.draws = 20;
  std::ostringstream out;
  const auto in_sample = run_validate(options, out, nullptr);
  options.held_out = true;
  const auto held_out = run_validate(options, out, nullptr);
  ASSERT_TRUE(in_sample && held_out);
  EXPECT_NE(flat(*in_sample).find("in sample"), std::string::npos);
  EXPECT_NE(flat(*held_out).find("held out"), std::string::npos);
  EXPECT_NE(*in_sample, *held_out);
}

}  // namespace
}  // namespace coldplan::app
