#include "coldplan/effect/secondary_injury.h"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::effect {
namespace {

constexpr double hour = 3600.0;

TEST(InjurySpared, IsNothingWhereTheMuscleStaysAsItWas) {
  const std::array<double, 2> time{0.0, 6.0 * hour};
  const std::array<double, 2> muscle{35.0, 35.0};
  EXPECT_NEAR(injury_spared({time, muscle}, 35.0, median_coefficients()), 0.0, 1e-15);
}

// The integral of 2.5^((T − 35)/10) over steady cold, by hand.
TEST(InjurySpared, IsExactForSteadyColdThatFillsPartOfTheWindow) {
  const std::array<double, 2> time{0.0, 5.0 * hour};
  const std::array<double, 2> muscle{20.0, 20.0};
  const double exact = 5.0 / 6.0 * (1.0 - std::pow(2.5, -1.5));
  EXPECT_NEAR(injury_spared({time, muscle}, 35.0, median_coefficients()), exact, 1e-14);
}

TEST(InjurySpared, IsExactForAStraightRampWhateverTheSamples) {
  const Coefficients& c = median_coefficients();
  const std::array<double, 2> time{0.0, 6.0 * hour};
  const std::array<double, 2> muscle{35.0, 25.0};
  // Mean of 2.5^(−x) over x from 0 to 1 is (1 − 1/2.5)/ln 2.5.
  const double exact = 1.0 - (1.0 - 1.0 / 2.5) / std::log(2.5);
  EXPECT_NEAR(injury_spared({time, muscle}, 35.0, c), exact, 1e-14);
  std::vector<double> fine_time;
  std::vector<double> fine;
  for (int i = 0; i <= 1000000; ++i) {
    fine_time.push_back(6.0 * hour * i / 1000000);
    fine.push_back(35.0 - 10.0 * i / 1000000);
  }
  EXPECT_NEAR(injury_spared({fine_time, fine}, 35.0, c), exact, 1e-9);
}

TEST(InjurySpared, CountsNothingBeyondTheWindow) {
  const std::array<double, 2> window{0.0, 6.0 * hour};
  const std::array<double, 2> longer{0.0, 60.0 * hour};
  const std::array<double, 2> muscle{25.0, 25.0};
  const Coefficients& c = median_coefficients();
  EXPECT_NEAR(injury_spared({longer, muscle}, 35.0, c), injury_spared({window, muscle}, 35.0, c),
              1e-14);
}

TEST(InjurySpared, SparesLittleInOneSessionOfTwentyMinutes) {
  const std::array<double, 2> time{0.0, hour / 3.0};
  const std::array<double, 2> muscle{28.0, 28.0};
  EXPECT_LT(injury_spared({time, muscle}, 35.0, median_coefficients()), 0.03);
}

TEST(InjurySpared, IsDrawnByItsFactorAndNeverMoreThanAll) {
  const std::array<double, 2> time{0.0, 6.0 * hour};
  const std::array<double, 2> muscle{10.0, 10.0};
  Coefficients c = median_coefficients();
  const double middle = injury_spared({time, muscle}, 35.0, c);
  c.injury_factor = 1.0 / 1.6;
  EXPECT_NEAR(injury_spared({time, muscle}, 35.0, c), middle / 1.6, 1e-14);
  c.injury_factor = 1.6;
  EXPECT_EQ(injury_spared({time, muscle}, 35.0, c), 1.0);
}

}  // namespace
}  // namespace coldplan::effect
