#include "coldplan/planning/driver.h"

#include <vector>

#include <gtest/gtest.h>

namespace coldplan::planning {
namespace {

TEST(RankCorrelation, IsOneForAnyRisingAndMinusOneForAnyFallingRelation) {
  const std::vector<double> x{3.0, -1.0, 0.5, 2.0};
  EXPECT_DOUBLE_EQ(rank_correlation(x, std::vector{27.0, -1.0, 0.1, 8.0}), 1.0);
  EXPECT_DOUBLE_EQ(rank_correlation(x, std::vector{-9.0, 5.0, 2.0, -3.0}), -1.0);
}

TEST(RankCorrelation, IsNothingWhereOneDoesNotVary) {
  EXPECT_EQ(rank_correlation(std::vector{1.0, 2.0, 3.0}, std::vector{4.0, 4.0, 4.0}), 0.0);
}

TEST(RankCorrelation, GivesEqualValuesTheMeanOfTheirPlaces) {
  // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5/√(4.5·5).
  EXPECT_NEAR(rank_correlation(std::vector{1.0, 2.0, 2.0, 3.0}, std::vector{1.0, 2.0, 3.0, 4.0}),
              0.948683, 1e-6);
}

TEST(DriverOf, IsTheGroupThatGoesClosestWithTheNumber) {
  const std::vector<DrawnInput> inputs{{"fat", {1.0, 3.0, 2.0, 4.0}},
                                       {"contact", {4.0, 3.0, 2.0, 1.0}},
                                       {"jet", {0.0, 0.0, 0.0, 0.0}}};
  EXPECT_EQ(driver_of(std::vector{1.0, 2.0, 3.0, 4.0}, inputs), "contact");
}

}  // namespace
}  // namespace coldplan::planning
