#include "coldplan/study/body_pool.h"

#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

namespace coldplan::study {
namespace {

using posterior::Score;

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(WeightsOf, AddUpToOneAndKeepTheirRatiosHoweverSmallTheyAre) {
  const std::vector<double> logarithms{-2000.0, -2000.0 + std::log(3.0), -infinity};
  const auto weights = weights_of(logarithms);
  EXPECT_NEAR(weights[0], 0.25, 1e-12);
  EXPECT_NEAR(weights[1], 0.75, 1e-12);
  EXPECT_EQ(weights[2], 0.0);
}

TEST(WeightsOf, AreAllZeroWhereNoDrawIsPossible) {
  const std::vector<double> logarithms{-infinity, -infinity};
  EXPECT_EQ(weights_of(logarithms), (std::vector<double>{0.0, 0.0}));
}

TEST(Resampled, TakesEachAsOftenAsItsWeightSays) {
  const std::vector<double> weights{0.5, 0.0, 0.25, 0.25};
  EXPECT_EQ(resampled(weights, 8), (std::vector<std::size_t>{0, 0, 0, 0, 2, 2, 3, 3}));
}

/// A pool of four draws of one score that two studies of bodies judge.
BodyPool pool() {
  BodyPool made;
  made.table.scores = {Score::shivering_gain};
  made.table.draws = {{-1.0}, {0.0}, {1.0}, {2.0}};
  made.studies = {"one", "two"};
  made.rows = {1, 1};
  made.logarithms = {{0.0, 0.0, -infinity, -infinity}, {-infinity, 0.0, 0.0, -infinity}};
  return made;
}

TEST(Weighted, KeepsWhatAllStudiesAllow) {
  const auto made = weighted(pool(), "", {}, 3);
  EXPECT_EQ(made->posterior.draws, (std::vector<std::vector<double>>{{0.0}, {0.0}, {0.0}}));
  EXPECT_DOUBLE_EQ(made->effective, 1.0);
}

TEST(Weighted, IsAnErrorWhereNoDrawIsPossible) {
  BodyPool none = pool();
  none.logarithms[0].assign(4, -infinity);
  EXPECT_FALSE(weighted(none, "", {}, 3));
  EXPECT_TRUE(weighted(none, "one", {}, 3));
}

TEST(Weighted, LeavesOneStudyOut) {
  const auto made = weighted(pool(), "two", {}, 2);
  EXPECT_EQ(made->posterior.draws, (std::vector<std::vector<double>>{{-1.0}, {0.0}}));
  EXPECT_DOUBLE_EQ(made->effective, 2.0);
}

TEST(Weighted, LetsAPriorGoByTheRatioOfItsDensities) {
  BodyPool even = pool();
  even.logarithms.assign(2, {0.0, 0.0, 0.0, 0.0});
  // From N(0, 1) to N(0, 1000): every draw weighs exp(z²/2).
  const std::vector<Loosened> loosened{{Score::shivering_gain, 0.0, 1000.0}};
  const auto made = weighted(even, "", loosened, 1000);
  double twos = 0.0;
  for (const auto& draw : made->posterior.draws) {
    twos += draw[0] == 2.0 ? 1.0 : 0.0;
  }
  const double expected = std::exp(2.0) / (2.0 * std::exp(0.5) + 1.0 + std::exp(2.0));
  EXPECT_NEAR(twos / 1000.0, expected, 0.002);
}

}  // namespace
}  // namespace coldplan::study
