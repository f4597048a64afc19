#include "coldplan/simulation/trace.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::simulation {
namespace {

TEST(Summarize, ReadsStartRemovalAndColdest) {
  const Trace trace{"skin", 0.0, {33.0, 20.0, 12.0, 10.0, 18.0, 25.0}};
  const std::vector<double> time{0.0, 60.0, 120.0, 150.0, 180.0, 240.0};
  const Summary summary = summarize(time, trace, 150.0);
  EXPECT_DOUBLE_EQ(summary.start, 33.0);
  EXPECT_DOUBLE_EQ(summary.end, 10.0);
  EXPECT_DOUBLE_EQ(summary.coldest, 10.0);
  EXPECT_DOUBLE_EQ(summary.coldest_time, 150.0);
}

TEST(Summarize, FindsASmoothMinimumBetweenUnevenSamples) {
  Trace trace{"muscle", 0.02, {}};
  std::vector<double> time;
  for (int i = 0; i <= 60; ++i) {
    time.push_back(60.0 * i + (i == 31 ? 20.0 : 0.0));
    trace.temperature.push_back(30.0 + 1e-5 * std::pow(time.back() - 1878.0, 2));
  }
  const Summary summary = summarize(time, trace, 1200.0);
  EXPECT_NEAR(summary.coldest, 30.0, 1e-9);
  EXPECT_NEAR(summary.coldest_time, 1878.0, 1e-6);
}

TEST(Summarize, HandlesATraceThatOnlyFalls) {
  const Trace trace{"disc", 0.06, {37.0, 36.9, 36.8}};
  EXPECT_DOUBLE_EQ(summarize(std::vector{0.0, 60.0, 120.0}, trace, 60.0).coldest, 36.8);
}

TEST(Summarize, DoesNotDipBelowASurfaceThatIsHeld) {
  // A film takes the skin from 33 to −5 °C at once and holds it there.
  const std::vector<double> time{0.0, 1.0, 2.0, 3.0, 4.0};
  const Trace skin{"skin", 0.0, {33.0, -5.0, -5.0, -5.0, 2.0}};
  EXPECT_DOUBLE_EQ(summarize(time, skin, 3.0).coldest, -5.0);
}

TEST(TimeBelow, PlacesTheCrossingsBetweenSamples) {
  const std::vector<double> time{0.0, 60.0, 120.0, 160.0};
  EXPECT_NEAR(time_below(time, std::vector{20.0, 10.0, 10.0, 20.0}, 15.0), 30.0 + 60.0 + 20.0,
              1e-9);
  EXPECT_NEAR(time_below(time, std::vector{20.0, 16.0, 17.0, 18.0}, 15.0), 0.0, 1e-12);
}

TEST(SampleAt, FindsTheNearest) {
  const std::vector<double> time{0.0, 15.0, 22.2, 30.0};
  EXPECT_EQ(sample_at(time, 22.2), 2u);
  EXPECT_EQ(sample_at(time, 29.0), 3u);
}

}  // namespace
}  // namespace coldplan::simulation
