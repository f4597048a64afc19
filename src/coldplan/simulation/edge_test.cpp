#include "coldplan/simulation/edge.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::simulation {
namespace {

constexpr anatomy::Build build{58.0, 1.85, 0.0022, 0.01875, 0.015, 0.038, 0.2};
const bioheat::Boundary room{1.0 / 8.5, 23.0, std::nullopt};
const bioheat::Boundary ice{1.0 / 50.0, 0.0, std::nullopt};
const std::vector<bioheat::Phase> cold{{1200.0, ice, true}, {3600.0, room, false}};
const std::vector<bioheat::Phase> bare{{4800.0, room, false}};

/// Largest value of a landmark over time [K].
double most(const EdgeEffect& effect, std::size_t landmark) {
  const auto& values = effect.warmer[landmark].temperature;
  return *std::max_element(values.begin(), values.end());
}

TEST(EdgeEffect, WarmsTheMeanUnderAPackLessTheDeeperItIs) {
  const EdgeEffect effect = edge_effect(build, 0.04, cold, bare).value();
  ASSERT_EQ(effect.warmer.size(), 5u);
  EXPECT_EQ(effect.warmer[0].name, anatomy::landmark::skin);
  EXPECT_EQ(effect.time.size(), effect.warmer[0].temperature.size());
  for (std::size_t landmark = 1; landmark < effect.warmer.size(); ++landmark) {
    EXPECT_GT(most(effect, landmark), 0.0);
    EXPECT_LT(most(effect, landmark), most(effect, landmark - 1));
  }
  EXPECT_LT(most(effect, 0), 2.0);
}

TEST(EdgeEffect, HalvesWhereThePackIsTwiceAsWide) {
  const double narrow = most(edge_effect(build, 0.04, cold, bare).value(), 0);
  const double wide = most(edge_effect(build, 0.16, cold, bare).value(), 0);
  EXPECT_NEAR(narrow / wide, 2.0, 0.4);
}

TEST(EdgeEffect, IsNoneBeforeTheCold) {
  const EdgeEffect effect = edge_effect(build, 0.04, cold, bare).value();
  for (const Trace& warmer : effect.warmer) {
    EXPECT_NEAR(warmer.temperature.front(), 0.0, 1e-12);
  }
}

TEST(EdgeEffect, RefusesAnAreaOrPhasesThatMakeNoSense) {
  for (const double area : {0.0, -1.0, std::nan("")}) {
    EXPECT_EQ(edge_effect(build, area, cold, bare).error().place, "area") << area;
  }
  EXPECT_EQ(edge_effect(build, 0.04, cold, {}).error().place, "bare");
  const std::vector<bioheat::Phase> shorter{{60.0, room, false}};
  EXPECT_EQ(edge_effect(build, 0.04, cold, shorter).error().code, ErrorCode::conflict);
}

}  // namespace
}  // namespace coldplan::simulation
