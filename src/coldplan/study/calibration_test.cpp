#include "coldplan/study/calibration.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "coldplan/study/calibration_example.h"
#include "coldplan/study/held_out.h"
#include "coldplan/study/prediction.h"

namespace coldplan::study {
namespace {

const std::vector<Study> studies{example_study("one", 9.0, 33.0), example_study("two", 12.0, 34.0)};

CalibrationOptions few() {
  CalibrationOptions options;
  options.chains = 6;
  options.warm_up = 10;
  options.steps = 10;
  options.draws = 20;
  return options;
}

/// A path at which there is no file.
std::filesystem::path fresh_file(const char* name) {
  std::filesystem::path path = std::filesystem::temp_directory_path() / name;
  std::filesystem::remove(path);
  return path;
}

/// A run of one step that left a checkpoint.
CalibrationOptions interrupted_at_once(const std::filesystem::path& path) {
  CalibrationOptions options = few();
  options.checkpoint = path;
  options.steps = 1;
  EXPECT_TRUE(calibrate(studies, options));
  return options;
}

TEST(Calibrate, HasTheSameBitsForTheSameSeedAndOthersForAnother) {
  const auto once = calibrate(studies, few());
  const auto again = calibrate(studies, few());
  CalibrationOptions other = few();
  other.seed = 2;
  ASSERT_TRUE(once && again);
  EXPECT_EQ(once->posterior.draws, again->posterior.draws);
  EXPECT_NE(once->posterior.draws, calibrate(studies, other)->posterior.draws);
}

TEST(Calibrate, GoesOnFromACheckpointToTheSameBits) {
  const std::filesystem::path path = fresh_file("coldplan_checkpoint_test.json");
  CalibrationOptions interrupted = few();
  interrupted.checkpoint = path;
  interrupted.steps = 4;
  ASSERT_TRUE(calibrate(studies, interrupted));
  interrupted.steps = few().steps;
  const auto resumed = calibrate(studies, interrupted);
  ASSERT_TRUE(resumed);
  EXPECT_EQ(resumed->posterior.draws, calibrate(studies, few())->posterior.draws);
  std::filesystem::remove(path);
}

TEST(Calibrate, RefusesACheckpointOfAnotherRunAndOneThatIsBroken) {
  const std::filesystem::path path = fresh_file("coldplan_checkpoint_other.json");
  CalibrationOptions options = interrupted_at_once(path);
  options.seed = 2;
  const auto other = calibrate(studies, options);
  ASSERT_FALSE(other);
  EXPECT_NE(message(other.error()).find(path.filename().string()), std::string::npos);
  std::ofstream{path} << "{";
  EXPECT_FALSE(calibrate(studies, options));
  std::filesystem::remove(path);
}

TEST(Calibrate, RefusesACheckpointOfAStudyThatHasSinceBeenCorrected) {
  const std::filesystem::path path = fresh_file("coldplan_checkpoint_corrected.json");
  CalibrationOptions options = interrupted_at_once(path);
  std::vector<Study> corrected = studies;
  *corrected[0].arms[0].measurements.back().value += 0.1;
  EXPECT_FALSE(calibrate(corrected, options));
  EXPECT_TRUE(calibrate(studies, options));
  std::filesystem::remove(path);
}

TEST(Calibrate, RefusesACheckpointThatHasComeFarther) {
  const std::filesystem::path path = fresh_file("coldplan_checkpoint_farther.json");
  CalibrationOptions options = few();
  options.checkpoint = path;
  ASSERT_TRUE(calibrate(studies, options));
  options.steps = few().steps - 1;
  EXPECT_FALSE(calibrate(studies, options));
  std::filesystem::remove(path);
}

TEST(Calibrate, RefusesStudiesThatTeachNothing) {
  Study silent = studies[0];
  for (Measurement& each : silent.arms[0].measurements) {
    each.scored = false;
  }
  EXPECT_FALSE(calibrate(std::vector{silent}, few()));
}

TEST(Calibrate, BringsPredictionsNearerToWhatWasMeasured) {
  // Skin as cold as under hardly any pack of the priors, in three studies alike.
  const std::vector<Study> cold{example_study("a", 5.0, 30.0), example_study("b", 5.5, 30.5),
                                example_study("c", 4.5, 29.5)};
  CalibrationOptions options = few();
  options.chains = 8;
  options.warm_up = 50;
  options.steps = 30;
  options.draws = 40;
  const auto made = calibrate(cold, options);
  ASSERT_TRUE(made);
  const Study next = example_study("next", 5.0, 30.0);
  const auto before = predict(next, PosteriorTable{}, {.draws = 40});
  const auto after = predict(next, made->posterior, {.draws = 40});
  for (const std::size_t row : {1U, 2U}) {
    const double measured = *after[row].measurement.value;
    EXPECT_LT(std::abs(after[row].predicted->median - measured),
              std::abs(before[row].predicted->median - measured));
  }
}

TEST(CrossValidate, LeavesEachStudyOutOfAFoldOfItsOwn) {
  const FoldOptions folds{.chains = 4, .warm_up = 8, .steps = 8, .draws = 10};
  const auto made = cross_validate(studies, few(), folds);
  ASSERT_TRUE(made);
  ASSERT_EQ(made->folds.size(), 2U);
  EXPECT_EQ(made->folds[0].study, "one");
  EXPECT_EQ(made->folds[1].study, "two");
  EXPECT_EQ(made->folds[0].posterior.draws.size(), 10U);
  EXPECT_NE(made->folds[0].posterior.draws, made->folds[1].posterior.draws);
  EXPECT_EQ(made->calibration.posterior.draws, calibrate(studies, few())->posterior.draws);
}

TEST(LoosenedWithout, HasThePriorsThatWereFittedToAStudy) {
  const auto loosened = loosened_without("kanlayanaphotporn2005");
  ASSERT_EQ(loosened.size(), 2U);
  for (const Loosened& each : loosened) {
    EXPECT_GT(each.sd, 1.5);
  }
  EXPECT_TRUE(loosened_without("no such study").empty());
}

TEST(LoosenedWithout, KnowsEveryStudyThatANumberOfAFormWasFittedTo) {
  // Those that applicators.json names behind fitted numbers and that have scored rows.
  for (const char* study :
       {"kanlayanaphotporn2005", "tomchuk2010", "liquidice2010", "radecka2021", "mourot2007apmr",
        "costello2012", "costello2014", "cryocompression2022"}) {
    EXPECT_FALSE(loosened_without(study).empty()) << study;
  }
  // By physics-leads of limbs, and what bears on contact among them.
  for (const char* study : {"dykstra2009", "myrer2001", "otte2002"}) {
    const auto loosened = loosened_without(study);
    for (const auto score : {posterior::Score::probe_depth, posterior::Score::wire,
                             posterior::Score::contact_spread_ice_bag}) {
      EXPECT_TRUE(std::any_of(loosened.begin(), loosened.end(), [score](const Loosened& each) {
        return each.score == score;
      })) << study;
    }
  }
}

}  // namespace
}  // namespace coldplan::study
