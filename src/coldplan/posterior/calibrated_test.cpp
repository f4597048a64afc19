#include "coldplan/posterior/calibrated.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "coldplan/posterior/draw.h"

namespace coldplan::posterior {
namespace {

TEST(Calibrated, NamesEachScoreOnceAndHasANumberForEachInEveryDraw) {
  const auto scores = calibrated_scores();
  EXPECT_EQ(std::set(scores.begin(), scores.end()).size(), scores.size());
  ASSERT_GT(calibrated_count(), 0U);
  for (std::size_t number = 0; number < calibrated_count(); ++number) {
    for (const double each : calibrated_draw(number)) {
      EXPECT_LT(std::abs(each), 8.0);
    }
  }
}

TEST(Calibrated, SaysWhereItCameFrom) {
  EXPECT_FALSE(provenance().date.empty());
  EXPECT_GT(provenance().studies, 10U);
  EXPECT_GT(provenance().rows, provenance().studies);
}

TEST(Draw, TakesCalibratedScoresTogetherFromOneDrawOfThePosterior) {
  const auto scores = calibrated_scores();
  for (std::uint64_t index = 0; index < 8; ++index) {
    const Draw drawn = draw(5, index);
    bool is_found = false;
    for (std::size_t number = 0; number < calibrated_count() && !is_found; ++number) {
      const auto row = calibrated_draw(number);
      is_found = true;
      for (std::size_t i = 0; i < scores.size(); ++i) {
        is_found = is_found && score(drawn, scores[i]) == row[i];
      }
    }
    EXPECT_TRUE(is_found) << index;
  }
}

TEST(Draw, LeavesAllOtherScoresAsThePriorsHaveThem) {
  const auto scores = calibrated_scores();
  const Draw drawn = draw(5, 3);
  const Draw prior = prior_draw(5, 3);
  for (std::size_t place = 0; place < score_count; ++place) {
    const auto each = static_cast<Score>(place);
    if (std::find(scores.begin(), scores.end(), each) == scores.end()) {
      EXPECT_EQ(score(drawn, each), score(prior, each)) << place;
    }
  }
}

TEST(Draw, VisitsTheWholePosteriorBeforeItComesBack) {
  std::multiset<double> seen;
  std::multiset<double> all;
  for (std::size_t number = 0; number < calibrated_count(); ++number) {
    seen.insert(score(draw(5, number), calibrated_scores()[0]));
    all.insert(calibrated_draw(number)[0]);
  }
  EXPECT_EQ(seen, all);
}

TEST(Central, HasCalibratedScoresInTheMiddleOfThePosteriorAndOthersAtZero) {
  const auto scores = calibrated_scores();
  for (std::size_t place = 0; place < score_count; ++place) {
    const auto each = static_cast<Score>(place);
    const auto found = std::find(scores.begin(), scores.end(), each);
    if (found == scores.end()) {
      EXPECT_EQ(score(central(), each), 0.0);
      continue;
    }
    const auto i = static_cast<std::size_t>(found - scores.begin());
    std::size_t below = 0;
    for (std::size_t number = 0; number < calibrated_count(); ++number) {
      below += calibrated_draw(number)[i] < score(central(), each) ? 1 : 0;
    }
    EXPECT_LE(below, calibrated_count() / 2);
    EXPECT_GE(below + 2, calibrated_count() / 4);
  }
}

}  // namespace
}  // namespace coldplan::posterior
