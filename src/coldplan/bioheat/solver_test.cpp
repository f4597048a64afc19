#include "coldplan/bioheat/solver.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

/// A back as in the standard work: skin, fat, muscle, with constriction in the skin.
Column back() {
  Column column;
  tissue::Tissue skin{{0.37, 1109.0, 3391.0, 1.45e-3, 368.0},
                      tissue::FlowControl::constriction_and_reflex,
                      1.0,
                      2.0};
  tissue::Tissue fat{
      {0.21, 911.0, 2348.0, 0.5e-3, 58.0}, tissue::FlowControl::constriction, 1.0, 2.0};
  tissue::Tissue muscle{
      {0.495, 1090.0, 3421.0, 0.6e-3, 684.0}, tissue::FlowControl::temperature_quotient, 1.5, 2.0};
  column.layers = {{0.0022, skin}, {0.015, fat}, {0.05, muscle}};
  column.inner_temperature = 37.0;
  column.arterial_temperature = 37.0;
  column.blood_heat_capacity = 1050.0 * 3617.0;
  column.law = {0.08,    0.109, 6.0,   1.0,  120.0, 750.0, 852.0,
                36000.0, 0.95,  0.032, 0.47, 0.57,  0.6,   0.4};
  column.reflex_signal_per_kelvin = 0.4;
  return column;
}

constexpr Boundary room{1.0 / 8.5, 23.0, std::nullopt};

Boundary ice_bag(double mass_per_area) {
  return {1.0 / 50.0, 0.0,
          HeatStore{mass_per_area * 2050.0, mass_per_area * 4190.0, mass_per_area * 334e3, 0.0,
                    -18.0, 8.0, 23.0}};
}

TEST(Solve, KeepsARestingBackAtRest) {
  const std::vector<Phase> schedule{{3600.0, room, false}};
  const History history = solve(back(), Rest{room}, schedule).value();
  for (std::size_t i = 0; i < history.grid.cells(); ++i) {
    EXPECT_NEAR(history.profile(60)[i], history.profile(0)[i], 1e-9);
  }
}

TEST(Solve, ClosesTheEnergyOfTissueAndMeltingPack) {
  const std::vector<Phase> schedule{{1500.0, ice_bag(2.0), true}, {3600.0, room, false}};
  const History history = solve(back(), Rest{room}, schedule).value();
  EXPECT_LT(history.energy.closure, 1e-10);
  EXPECT_LT(history.energy.store_closure, 1e-10);
  EXPECT_GT(history.energy.store_from_skin, 3e5);
}

TEST(Solve, TakesAPackThroughWarmingMeltingAndThawing) {
  const std::vector<Phase> schedule{{1500.0, ice_bag(2.0), true}};
  const History history = solve(back(), Rest{room}, schedule).value();
  ASSERT_EQ(history.events.size(), 2u);
  EXPECT_EQ(history.events[0].kind, EventKind::store_reached_melting);
  EXPECT_EQ(history.events[1].kind, EventKind::store_melted);
  EXPECT_LT(history.events[0].time, history.events[1].time);
  EXPECT_GT(history.source_temperature.back(), 0.5);
}

TEST(Solve, WarmsAPackWithoutLatentHeatStraightThroughItsMeltingPoint) {
  for (const double start : {-18.0, -17.3, -11.1, -9.7, -5.3, -1.9}) {
    Boundary gel = ice_bag(2.0);
    gel.store->latent_heat = 0.0;
    gel.store->start_temperature = start;
    const std::vector<Phase> schedule{{3600.0, gel, true}};
    const History history = solve(back(), Rest{room}, schedule).value();
    EXPECT_GT(history.source_temperature.back(), 5.0) << start;
  }
}

TEST(Solve, FindsTheMeltingTimeOfAnEnergyBalanceDoneByHand) {
  // Behind so much contact resistance that the skin hardly matters, the room alone melts the ice.
  Boundary bag = ice_bag(1.0);
  bag.resistance = 1e6;
  bag.store->start_temperature = 0.0;
  const std::vector<Phase> schedule{{4000.0, bag, true}};
  const History history = solve(back(), Rest{room}, schedule).value();
  ASSERT_EQ(history.events.size(), 1u);
  EXPECT_NEAR(history.events[0].time, 334e3 / (8.0 * 23.0), 0.01);
}

TEST(Solve, AgreesWithAQuadratureOfItsFluxThatConverges) {
  const std::vector<Phase> schedule{{1500.0, ice_bag(20.0), true}, {3600.0, room, false}};
  const auto gap = [&](double factor) {
    SolverOptions options;
    options.mesh = {1.0 / factor, 1.0 + 0.35 / factor, 60.0 / factor};
    const History history = solve(back(), Rest{room}, schedule, options).value();
    return std::abs(heat_by_quadrature(history) / history.heat_taken.back() - 1.0);
  };
  EXPECT_LT(gap(4.0), 1e-3);
  EXPECT_LT(gap(4.0), gap(1.0) / 8.0);
}

TEST(Solve, RemembersConstrictionAndForgetsItOnceRecovered) {
  const Boundary mild{1.0 / 50.0, 28.0, std::nullopt};
  const std::vector<Phase> schedule{{300.0, mild, true}, {4.0 * 3600.0, room, false}};
  const History history = solve(back(), Rest{room}, schedule).value();
  const std::size_t layers = history.grid.layers();
  EXPECT_LT(history.flow[5 * layers], 0.9);
  EXPECT_GT(history.flow[240 * layers], 0.95);
  EXPECT_TRUE(std::any_of(history.events.begin(), history.events.end(), [](const Event& event) {
    return event.kind == EventKind::constriction_recovered && event.layer == 0;
  }));
}

TEST(Solve, KeepsFlowLowAfterALongIcing) {
  const std::vector<Phase> schedule{{3600.0, ice_bag(40.0), true}, {7200.0, room, false}};
  const History history = solve(back(), Rest{room}, schedule).value();
  EXPECT_LT(history.flow[180 * history.grid.layers()], 0.6);
}

TEST(Solve, GivesTheSameBitsTwice) {
  const std::vector<Phase> schedule{{1200.0, ice_bag(20.0), true}};
  const History one = solve(back(), Rest{room}, schedule).value();
  const History two = solve(back(), Rest{room}, schedule).value();
  EXPECT_EQ(one.temperature, two.temperature);
}

TEST(Solve, SamplesTheEndOfAPhaseBesideTheRegularTimes) {
  const std::vector<Phase> schedule{{90.0, ice_bag(20.0), true}, {90.0, room, false}};
  const History history = solve(back(), Rest{room}, schedule).value();
  EXPECT_EQ(history.time, (std::vector{0.0, 60.0, 90.0, 120.0, 180.0}));
  EXPECT_EQ(history.surface_temperature.size(), history.time.size());
  EXPECT_LT(history.surface_temperature[2], history.surface_temperature[1]);
  EXPECT_GT(history.surface_temperature[3], history.surface_temperature[2]);
}

TEST(Solve, RefusesAnEmptyScheduleAndAPhaseWithoutDuration) {
  EXPECT_EQ(solve(back(), Rest{room}, {}).error().place, "schedule");
  const std::vector<Phase> none{{0.0, room, false}};
  EXPECT_EQ(solve(back(), Rest{room}, none).error().place, "schedule[0].duration");
}

TEST(StepLengths, EndExactlyAndGrowToTheLargest) {
  const auto lengths = step_lengths({1.0, 1.35, 60.0}, 1500.0);
  EXPECT_NEAR(std::accumulate(lengths.begin(), lengths.end(), 0.0), 1500.0, 1e-9);
  EXPECT_LE(lengths.front(), 1.0);
  EXPECT_LE(lengths.back(), 60.0);
}

}  // namespace
}  // namespace coldplan::bioheat
