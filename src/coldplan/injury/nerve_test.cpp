#include "coldplan/injury/nerve.h"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/posterior/random_draws.h"

namespace coldplan::injury {
namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;

struct Held {
  Held(double temperature, double seconds)
      : time{0.0, seconds}, temperatures{temperature, temperature} {}
  [[nodiscard]] Course course() const { return {time, temperatures}; }
  std::vector<double> time;
  std::vector<double> temperatures;
};

TEST(NerveDose, IsKelvinHoursUnderTen) {
  EXPECT_DOUBLE_EQ(nerve_dose(Held(5.0, 2.0 * hour).course()), 10.0 * hour);
  EXPECT_EQ(nerve_dose(Held(22.0, 20.0 * minute).course()), 0.0);
}

// EFFECTS, worked check: peas for 20 min leave a nerve at 22 °C, and no dose.
TEST(NerveWarning, IsNoneOverANerveThatStaysWarm) {
  EXPECT_EQ(nerve_warning(Held(22.0, 20.0 * minute).course(), median_coefficients()),
            NerveWarning::none);
}

TEST(NerveWarning, RisesWithTimeUnderTenAndWithDose) {
  const auto level = [](double temperature, double seconds) {
    return nerve_warning(Held(temperature, seconds).course(), median_coefficients());
  };
  EXPECT_EQ(level(9.0, 9.0 * minute), NerveWarning::low);
  EXPECT_EQ(level(9.0, 11.0 * minute), NerveWarning::raised);
  EXPECT_EQ(level(0.0, 9.7 * minute), NerveWarning::raised);
  EXPECT_EQ(level(1.0, 20.0 * minute), NerveWarning::high);
  // The rabbits, 1 to 5 °C for 2 to 4 h.
  EXPECT_EQ(level(5.0, 2.0 * hour), NerveWarning::high);
  EXPECT_EQ(level(1.0, 4.0 * hour), NerveWarning::high);
}

// The facts: one in a hundred at 1.6 K h and five in a hundred at 2.7 K h of Φ(ln(D/10)/0.8).
TEST(NerveWarning, HasThresholdsWhereTheAssumedCurveHasOneAndFiveInAHundred) {
  EXPECT_NEAR(posterior::normal_share(std::log(1.6 / 10.0) / 0.8), 0.01, 0.002);
  EXPECT_NEAR(posterior::normal_share(std::log(2.7 / 10.0) / 0.8), 0.05, 0.002);
  const auto at_zero = [](double kelvin_hours) {
    return nerve_warning(Held(0.0, kelvin_hours / 10.0 * hour).course(), median_coefficients());
  };
  EXPECT_EQ(at_zero(1.59), NerveWarning::low);
  EXPECT_EQ(at_zero(1.61), NerveWarning::raised);
  EXPECT_EQ(at_zero(2.69), NerveWarning::raised);
  EXPECT_EQ(at_zero(2.71), NerveWarning::high);
}

TEST(NerveWarning, MovesByTheFactorOfFiveInTheDose) {
  Coefficients sturdy = median_coefficients();
  sturdy.nerve_dose *= 5.0;
  Coefficients frail = median_coefficients();
  frail.nerve_dose /= 5.0;
  const Held short_cold{4.0, 8.0 * minute};
  EXPECT_EQ(nerve_warning(short_cold.course(), sturdy), NerveWarning::low);
  EXPECT_EQ(nerve_warning(short_cold.course(), median_coefficients()), NerveWarning::low);
  EXPECT_EQ(nerve_warning(short_cold.course(), frail), NerveWarning::high);
}

TEST(NerveWarningAt, IsTheEarlierOfDoseAndTime) {
  EXPECT_DOUBLE_EQ(*nerve_warning_at(Held(9.0, hour).course(), median_coefficients()),
                   10.0 * minute);
  EXPECT_NEAR(*nerve_warning_at(Held(-10.0, hour).course(), median_coefficients()),
              1.6 / 20.0 * hour, 1e-9);
  EXPECT_FALSE(nerve_warning_at(Held(11.0, hour).course(), median_coefficients()).has_value());
}

RC_GTEST_PROP(NerveWarning, NeverFallsWithColdOrTime, ()) {
  const double warm = *rc::gen::inRange(-20, 200) / 10.0;
  const double cold = warm - *rc::gen::inRange(0, 100) / 10.0;
  const double brief = *rc::gen::inRange(1, 10000);
  const double lengthy = brief + *rc::gen::inRange(0, 10000);
  const Coefficients drawn = drawn_coefficients(3, *rc::gen::inRange<std::uint64_t>(0, 100));
  const NerveWarning less = nerve_warning(Held(warm, brief).course(), drawn);
  RC_ASSERT(less <= nerve_warning(Held(cold, brief).course(), drawn));
  RC_ASSERT(less <= nerve_warning(Held(warm, lengthy).course(), drawn));
}

}  // namespace
}  // namespace coldplan::injury
