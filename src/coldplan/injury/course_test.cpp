#include "coldplan/injury/course.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::injury {
namespace {

// Falls from 20 to 0 °C in 100 s, stays for 50 s, rises to 20 °C in 100 s.
const std::vector<double> times{0.0, 100.0, 150.0, 250.0};
const std::vector<double> temperatures{20.0, 0.0, 0.0, 20.0};
const Course valley{times, temperatures};

TEST(Course, KnowsItsColdestAndWhenItPassesATemperature) {
  EXPECT_EQ(coldest(valley), 0.0);
  EXPECT_DOUBLE_EQ(*first_under(valley, 10.0), 50.0);
  EXPECT_DOUBLE_EQ(*first_under(valley, 25.0), 0.0);
  EXPECT_FALSE(first_under(valley, 0.0).has_value());
}

TEST(Course, CountsTheTimeAndTheDoseUnderATemperatureExactly) {
  EXPECT_DOUBLE_EQ(time_under(valley, 10.0), 150.0);
  // Two triangles of 50 s and 10 K, and 50 s of 10 K.
  EXPECT_DOUBLE_EQ(dose_under(valley, 10.0), 2 * 250.0 + 500.0);
  EXPECT_EQ(time_under(valley, 0.0), 0.0);
  EXPECT_EQ(dose_under(valley, -5.0), 0.0);
}

TEST(Course, TellsWhenAStayOrADoseIsReached) {
  EXPECT_DOUBLE_EQ(*time_of_stay(valley, 10.0, 60.0), 110.0);
  EXPECT_DOUBLE_EQ(*time_of_dose(valley, 10.0, 500.0), 125.0);
  EXPECT_FALSE(time_of_stay(valley, 10.0, 151.0).has_value());
  EXPECT_FALSE(time_of_dose(valley, 10.0, 1001.0).has_value());
}

TEST(Course, ThatIsBrokenIsRefused) {
  const std::vector<double> backwards{0.0, 10.0, 10.0, 20.0};
  const std::vector<double> holed{20.0, std::numeric_limits<double>::quiet_NaN(), 0.0, 20.0};
  const std::vector<double> fewer{20.0, 0.0};
  EXPECT_TRUE(check(valley, "skin"));
  EXPECT_TRUE(check({}, "skin"));
  EXPECT_EQ(check({backwards, temperatures}, "skin").error().place, "skin");
  EXPECT_EQ(check({times, holed}, "skin").error().seen, "sample 1");
  EXPECT_EQ(check({times, fewer}, "nerve").error().code, ErrorCode::out_of_range);
}

std::vector<double> some_temperatures() {
  constexpr int count = 12;
  std::vector<double> some;
  some.reserve(count);
  for (int i = 0; i < count; ++i) {
    some.push_back(*rc::gen::inRange(-200, 400) / 10.0);
  }
  return some;
}

RC_GTEST_PROP(Course, HasADoseThatNeverFallsAsTheLimitRises, ()) {
  const std::vector<double> some = some_temperatures();
  std::vector<double> seconds;
  for (std::size_t i = 0; i < some.size(); ++i) {
    seconds.push_back(7.0 * static_cast<double>(i));
  }
  const Course course{seconds, some};
  const double low = *rc::gen::inRange(-200, 400) / 10.0;
  const double high = low + *rc::gen::inRange(0, 100) / 10.0;
  RC_ASSERT(dose_under(course, low) <= dose_under(course, high) + 1e-9);
  RC_ASSERT(time_under(course, low) <= time_under(course, high) + 1e-9);
  // The dose grows by at most the time under the higher limit, and at least by that under the
  // lower.
  const double grown = dose_under(course, high) - dose_under(course, low);
  RC_ASSERT(grown <= (high - low) * time_under(course, high) + 1e-9);
  RC_ASSERT(grown >= (high - low) * time_under(course, low) - 1e-9);
}

}  // namespace
}  // namespace coldplan::injury
