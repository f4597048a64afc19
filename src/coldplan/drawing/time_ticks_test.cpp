#include "coldplan/drawing/time_ticks.h"

#include <gmock/gmock.h>

namespace coldplan::drawing {
namespace {

using ::testing::ElementsAre;

TEST(TimeTicks, CountSecondsUnderTwoMinutes) {
  const TimeTicks ticks = time_ticks({0.0, 1.0}, 6);
  EXPECT_EQ(ticks.unit, "s");
  EXPECT_THAT(ticks.labels, ElementsAre("0", "10", "20", "30", "40", "50", "60"));
  EXPECT_NEAR(ticks.minutes[3], 0.5, 1e-12);
}

TEST(TimeTicks, CountMinutesUpToThreeHours) {
  EXPECT_EQ(time_ticks({0.0, 2.0}, 5).unit, "min");
  EXPECT_THAT(time_ticks({0.0, 10.0}, 5).labels, ElementsAre("0", "2", "4", "6", "8", "10"));
  EXPECT_THAT(time_ticks({0.0, 80.0}, 5).labels, ElementsAre("0", "20", "40", "60", "80"));
  EXPECT_THAT(time_ticks({0.0, 180.0}, 5).minutes,
              ElementsAre(0.0, 30.0, 60.0, 90.0, 120.0, 150.0, 180.0));
  EXPECT_THAT(time_ticks({-10.0, 20.0}, 3).labels, ElementsAre("−10", "0", "10", "20"));
  EXPECT_THAT(time_ticks({0.0, 2.5}, 5).labels,
              ElementsAre("0.0", "0.5", "1.0", "1.5", "2.0", "2.5"));
}

TEST(TimeTicks, CountHoursBeyondAndAtStepsOfAClock) {
  const TimeTicks night = time_ticks({0.0, 720.0}, 5);
  EXPECT_EQ(night.unit, "h");
  EXPECT_THAT(night.labels, ElementsAre("0", "2", "4", "6", "8", "10", "12"));
  EXPECT_THAT(night.minutes, ElementsAre(0.0, 120.0, 240.0, 360.0, 480.0, 600.0, 720.0));
  EXPECT_THAT(time_ticks({0.0, 240.0}, 9).labels,
              ElementsAre("0:00", "0:30", "1:00", "1:30", "2:00", "2:30", "3:00", "3:30", "4:00"));
  EXPECT_THAT(time_ticks({0.0, 1440.0}, 4).labels, ElementsAre("0", "6", "12", "18", "24"));
}

TEST(TimeTicks, AreNeitherTooFewNorTooMany) {
  for (const double span : {0.01, 0.08, 0.7, 1.9, 2.1, 9.0, 47.0, 179.0, 181.0, 700.0, 1e4, 1e6}) {
    for (const int wanted : {3, 5, 10}) {
      const TimeTicks ticks = time_ticks({0.0, span}, wanted);
      EXPECT_GE(ticks.minutes.size(), 2U) << span;
      EXPECT_LE(ticks.minutes.size(), 2U * static_cast<std::size_t>(wanted) + 1U) << span;
      EXPECT_EQ(ticks.labels.size(), ticks.minutes.size());
      EXPECT_LE(ticks.minutes.back(), span * (1.0 + 1e-9));
    }
  }
}

TEST(Minutes, AreSaidAsAReaderWould) {
  EXPECT_EQ(print_minutes(5.0 / 60.0), "5 s");
  EXPECT_EQ(print_minutes(0.5 / 60.0), "0.5 s");
  EXPECT_EQ(print_minutes(1.0), "60 s");
  EXPECT_EQ(print_minutes(2.5), "2.5 min");
  EXPECT_EQ(print_minutes(20.0), "20 min");
  EXPECT_EQ(print_minutes(90.0), "90 min");
  EXPECT_EQ(print_minutes(120.0), "2 h");
  EXPECT_EQ(print_minutes(210.0), "3 h 30 min");
}

TEST(Cold, IsSaidInAFewWords) {
  EXPECT_EQ(print_cold({}), "");
  const std::vector<Interval> one{{0.0, 20.0}};
  EXPECT_EQ(print_cold(one), "cold on for 20 min");
  const std::vector<Interval> alike{{0.0, 20.0}, {60.0, 80.0}, {120.0, 140.0}};
  EXPECT_EQ(print_cold(alike), "cold on 3 × 20 min");
  const std::vector<Interval> unlike{{0.0, 20.0}, {60.0, 90.0}};
  EXPECT_EQ(print_cold(unlike), "cold on 2 times, 50 min in all");
}

}  // namespace
}  // namespace coldplan::drawing
