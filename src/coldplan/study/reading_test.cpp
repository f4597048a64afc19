#include "coldplan/study/reading.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::study {
namespace {

/// Falls from 30 °C by a kelvin a minute for ten minutes, then rises by half of that.
Course there_and_back() {
  Course course;
  course.cooling = 600.0;
  for (int minute = 0; minute <= 30; ++minute) {
    course.time.push_back(60.0 * minute);
    course.temperature.push_back(minute <= 10 ? 30.0 - minute : 20.0 + 0.5 * (minute - 10));
  }
  return course;
}

Measurement of(const char* quantity, double minute) {
  Measurement measurement;
  measurement.quantity = quantity;
  measurement.time = 60.0 * minute;
  return measurement;
}

TEST(Read, GivesEveryQuantityOfACourse) {
  const Course course = there_and_back();
  EXPECT_DOUBLE_EQ(read(of("temperature_C", 5.5), course, 0.0), 24.5);
  EXPECT_DOUBLE_EQ(read(of("temperature_drop_C", 4.0), course, 0.0), 4.0);
  EXPECT_DOUBLE_EQ(read(of("temperature_change_C", 4.0), course, 0.0), -4.0);
  EXPECT_DOUBLE_EQ(read(of("temperature_rise_after_removal_C", 20.0), course, 0.0), 5.0);
  EXPECT_DOUBLE_EQ(read(of("cooling_rate_C_per_min", 10.0), course, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(read(of("cooling_rate_C_per_h", 10.0), course, 0.0), 60.0);
  EXPECT_DOUBLE_EQ(read(of("minutes_to_minimum", 0.0), course, 0.0), 10.0);
  EXPECT_DOUBLE_EQ(read(of("minutes_to_minimum_after_removal", 0.0), course, 0.0), 0.0);
  EXPECT_DOUBLE_EQ(read(of("afterdrop_C", 0.0), course, 0.0), 0.0);
}

TEST(Read, AddsTheDelayToTheTimeOfReading) {
  EXPECT_DOUBLE_EQ(read(of("temperature_C", 10.0), there_and_back(), 120.0), 21.0);
}

TEST(Read, WaitsForADropOrATemperature) {
  Measurement drop = of("minutes_to_drop", 0.0);
  drop.drop = 7.5;
  EXPECT_DOUBLE_EQ(read(drop, there_and_back(), 0.0), 7.5);
  drop.drop = 12.0;
  EXPECT_DOUBLE_EQ(read(drop, there_and_back(), 0.0), 30.0);
  Measurement target = of("minutes_to_temperature", 0.0);
  target.target = 26.5;
  EXPECT_DOUBLE_EQ(read(target, there_and_back(), 0.0), 3.5);
  Measurement rate = of("cooling_rate_C_per_min", 0.0);
  rate.target = 25.0;
  EXPECT_DOUBLE_EQ(read(rate, there_and_back(), 0.0), 1.0);
}

TEST(Read, AveragesOverAWindow) {
  Measurement mean = of("mean_temperature_over_window_C", 10.0);
  mean.window = std::pair{0.0, 600.0};
  EXPECT_NEAR(read(mean, there_and_back(), 0.0), 25.0, 1e-12);
  Measurement drop = of("temperature_drop_over_window_C", 10.0);
  drop.window = std::pair{60.0, 300.0};
  EXPECT_NEAR(read(drop, there_and_back(), 0.0), 4.0, 1e-12);
}

TEST(Read, RefusesWhatNoCourseHas) {
  EXPECT_FALSE(is_course_quantity("heart_rate_bpm"));
  EXPECT_THROW(static_cast<void>(read(of("heart_rate_bpm", 1.0), there_and_back(), 0.0)),
               std::logic_error);
}

TEST(FromBaseline, KeepsSkinsDistanceFromTheColdInProportionAndMovesMuscle) {
  const Course skin = from_baseline(there_and_back(), 33.0, 0.0);
  EXPECT_DOUBLE_EQ(skin.temperature.front(), 33.0);
  EXPECT_DOUBLE_EQ(skin.temperature[10], 22.0);
  const Course muscle = from_baseline(there_and_back(), 33.0, std::nullopt);
  EXPECT_DOUBLE_EQ(muscle.temperature[10], 23.0);
}

TEST(DelayOf, IsOfACameraOnlyWhereItIsNotStatedAndTheColdIsOff) {
  Measurement measurement = of("temperature_C", 10.0);
  EXPECT_EQ(delay_of(measurement, false, posterior::median()), 0.0);
  measurement.after_removal = true;
  EXPECT_EQ(delay_of(measurement, false, posterior::median()), 15.0);
  EXPECT_EQ(delay_of(measurement, true, posterior::median()), 120.0);
  measurement.read_delay = 45.0;
  EXPECT_EQ(delay_of(measurement, true, posterior::median()), 45.0);
}

}  // namespace
}  // namespace coldplan::study
