#include "coldplan/simulation/trace.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::simulation {
namespace {

TEST(Summarize, ReadsStartRemovalAndColdest) {
  const Trace trace{"skin", 0.0, {33.0, 20.0, 12.0, 10.0, 18.0, 25.0}};
  const Summary summary = summarize(trace, 60.0, 180.0);
  EXPECT_DOUBLE_EQ(summary.start, 33.0);
  EXPECT_DOUBLE_EQ(summary.end, 10.0);
  EXPECT_DOUBLE_EQ(summary.coldest, 10.0);
  EXPECT_DOUBLE_EQ(summary.coldest_time, 180.0);
}

TEST(Summarize, FindsASmoothMinimumBetweenSamples) {
  Trace trace{"muscle", 0.02, {}};
  for (int i = 0; i <= 60; ++i) {
    trace.temperature.push_back(30.0 + 0.01 * std::pow(i - 31.3, 2));
  }
  const Summary summary = summarize(trace, 60.0, 1200.0);
  EXPECT_NEAR(summary.coldest, 30.0, 1e-9);
  EXPECT_NEAR(summary.coldest_time, 31.3 * 60.0, 1e-6);
}

TEST(Summarize, HandlesATraceThatOnlyFalls) {
  const Trace trace{"disc", 0.06, {37.0, 36.9, 36.8}};
  EXPECT_DOUBLE_EQ(summarize(trace, 60.0, 60.0).coldest, 36.8);
}

TEST(TimeBelow, PlacesTheCrossingsBetweenSamples) {
  EXPECT_NEAR(time_below(std::vector{20.0, 10.0, 10.0, 20.0}, 60.0, 15.0), 30.0 + 60.0 + 30.0,
              1e-9);
  EXPECT_NEAR(time_below(std::vector{20.0, 16.0, 17.0}, 60.0, 15.0), 0.0, 1e-12);
}

}  // namespace
}  // namespace coldplan::simulation
