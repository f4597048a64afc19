#include "coldplan/planning/body_series.h"

#include <gtest/gtest.h>

#include "coldplan/planning/body_limits.h"

// On histories made by hand: what is counted, and what of draws that ended.
namespace coldplan::planning {
namespace {

using thermoregulation::BodyHistory;
using thermoregulation::Site;

/// Forty draws at minutes 0 to 4; all traces fall from 30 °C by `rate` a minute, draw by draw
/// faster.
std::vector<BodyHistory> draws_falling(double rate) {
  std::vector<BodyHistory> draws(40);
  for (std::size_t d = 0; d < draws.size(); ++d) {
    BodyHistory& history = draws[d];
    for (int i = 0; i <= 4; ++i) {
      history.time.push_back(60.0 * i);
      for (auto& trace : history.observed) {
        trace.push_back(30.0 - rate * i * (1.0 + 0.01 * static_cast<double>(d)));
      }
    }
    history.probes.assign(simulation::body_probe_names().size(), history.observed.front());
  }
  return draws;
}

/// The last so many of them end at minute 2, frozen at the neck.
void freeze(std::vector<BodyHistory>& draws, std::size_t count) {
  for (std::size_t d = draws.size() - count; d < draws.size(); ++d) {
    draws[d].time.resize(3);
    for (auto& trace : draws[d].observed) {
      trace.resize(3);
    }
    for (auto& probe : draws[d].probes) {
      probe.resize(3);
    }
    draws[d].freezing = thermoregulation::Freezing{130.0, Site::neck};
  }
}

TEST(ToldSamples, EndWhenMoreThanOneDrawInTwentyHasFrozen) {
  auto draws = draws_falling(1.0);
  EXPECT_EQ(told_samples(draws), 5u);
  freeze(draws, 2);
  EXPECT_EQ(told_samples(draws), 5u);
  freeze(draws, 3);
  EXPECT_EQ(told_samples(draws), 3u);
}

TEST(AllSeries, CountsADrawThatEndedWithItsLastValue) {
  auto draws = draws_falling(1.0);
  freeze(draws, 2);
  const auto all = all_series(draws, told_samples(draws));
  const BodySeries& skin = all.front();
  ASSERT_EQ(skin.values.size(), 5u);
  // The coldest two stand at minute 2: of those that go on, the fastest is at 30 − 4 · 1.37.
  EXPECT_NEAR(skin.values[4].p05, 30.0 - 4.0 * 1.35, 0.05);
  EXPECT_NEAR(skin.values[4].median, 30.0 - 4.0 * 1.175, 0.05);
}

TEST(BodyLimits, GiveTheTimeOfOneInTwentyAndOfHalf) {
  // Under 10 °C after 20/(rate (1 + 0.01 d)) minutes.
  const auto limits = body_limits(draws_falling(6.0));
  const BodyLimit& numb = limits.front();
  EXPECT_EQ(numb.id, "lumbar_numb");
  EXPECT_EQ(numb.share, 1.0);
  EXPECT_NEAR(*numb.earliest, 60.0 * 20.0 / (6.0 * 1.37), 0.01);
  EXPECT_NEAR(*numb.half, 60.0 * 20.0 / (6.0 * 1.19), 0.01);
}

TEST(BodyLimits, HaveNoTimeOfHalfWhereFewerPass) {
  // At 4 min the fastest have fallen by 4 · 4.2 · 1.39 = 23.4, the slowest by 16.8 °C.
  const BodyLimit numb = body_limits(draws_falling(4.2)).front();
  EXPECT_NEAR(numb.share, 0.5, 0.03);
  EXPECT_TRUE(numb.earliest.has_value());
  EXPECT_GT(*numb.earliest, 60.0 * 3.0);
  const BodyLimit none = body_limits(draws_falling(1.0)).front();
  EXPECT_EQ(none.share, 0.0);
  EXPECT_FALSE(none.earliest || none.half);
}

TEST(BodyLimits, TellFrozenDrawsFromThoseThatDoNotPass) {
  auto draws = draws_falling(1.0);
  freeze(draws, 10);
  const auto limits = body_limits(draws);
  EXPECT_NEAR(limits.front().untold_share, 0.25, 1e-12);
  // The neck has frozen, and so some skin has passed every limit.
  EXPECT_EQ(limits[2].id, "coldest_numb");
  EXPECT_NEAR(limits[2].share, 0.25, 1e-12);
  EXPECT_EQ(limits[2].untold_share, 0.0);
  const FrozenSkin frozen = frozen_skin(draws);
  EXPECT_NEAR(frozen.share, 0.25, 1e-12);
  EXPECT_EQ(frozen.site, Site::neck);
  EXPECT_EQ(*frozen.earliest, 130.0);
  EXPECT_FALSE(frozen.half.has_value());
}

}  // namespace
}  // namespace coldplan::planning
