#include "coldplan/study/posterior_file.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "coldplan/posterior/calibrated.h"

namespace coldplan::study {
namespace {

using posterior::Score;

std::filesystem::path scratch(const std::string& name) {
  return std::filesystem::temp_directory_path() / ("coldplan_posterior_" + name);
}

Calibration example() {
  Calibration made;
  made.posterior.scores = {Score::fat_flow, Score::contact_spread_ice_bag};
  made.posterior.draws = {{0.1234567, -2.0}, {1.0, 0.5}};
  made.diagnostics = {{Score::fat_flow, 1.01, 432.0}};
  made.studies = {"one"};
  made.rows = 3;
  return made;
}

TEST(PosteriorFile, ReadsWhatItWroteToThreeDecimals) {
  const auto path = scratch("round_trip.json");
  ASSERT_TRUE(write_json(path, posterior_json(example(), {"2026-11-26", "1"})));
  const auto read = read_posterior(path);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->scores, example().posterior.scores);
  EXPECT_EQ(read->draws, (std::vector<std::vector<double>>{{0.123, -2.0}, {1.0, 0.5}}));
  std::filesystem::remove(path);
}

TEST(PosteriorFile, NamesAScoreThatIsNone) {
  const auto path = scratch("unknown.json");
  std::ofstream{path} << R"({"scores": ["luck"], "draws": [[1.0]]})";
  const auto read = read_posterior(path);
  ASSERT_FALSE(read);
  EXPECT_NE(message(read.error()).find("luck"), std::string::npos);
  std::filesystem::remove(path);
}

TEST(PosteriorFile, RefusesDrawsOfAnotherLengthAndFilesThatAreNone) {
  const auto path = scratch("broken.json");
  for (const char* text : {R"({"scores": ["fat_flow"], "draws": [[1.0, 2.0]]})", "{", "[]",
                           R"({"scores": 3, "draws": []})", R"({"scores": [], "draws": "no"})"}) {
    std::ofstream{path} << text;
    EXPECT_FALSE(read_posterior(path)) << text;
  }
  std::filesystem::remove(path);
  EXPECT_FALSE(read_posterior(path));
}

TEST(PosteriorFile, CannotBeWrittenIntoAFolderThatIsNotThere) {
  const auto written =
      write_json(scratch("no_folder") / "a.json", nlohmann::ordered_json::object());
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::not_written);
}

TEST(CurrentFolds, LeaveOutEveryStudyThatTheCurrentPosteriorLearnedFrom) {
  std::set<std::string> left_out;
  for (const Fold& fold : current_folds()) {
    EXPECT_TRUE(left_out.insert(fold.study).second) << fold.study;
    EXPECT_GE(fold.posterior.draws.size(), 50U) << fold.study;
  }
  EXPECT_EQ(left_out.size(), posterior::provenance().studies);
}

}  // namespace
}  // namespace coldplan::study
