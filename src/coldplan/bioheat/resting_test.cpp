#include "coldplan/bioheat/resting.h"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

#include "coldplan/bioheat/solver.h"

namespace coldplan::bioheat {
namespace {

constexpr Boundary room{1.0 / 10.0, 23.0, std::nullopt};

/// Skin, fat and muscle with laws in absolute temperatures, as in models of others.
Column with_absolute_laws() {
  Column column;
  tissue::Tissue skin{
      {0.37, 1109.0, 3391.0, 1.96e-3, 1827.0}, tissue::FlowControl::temperature_logistic, 1.0, 2.0};
  skin.flow_logistic = {0.2, 30.0, 2.0};
  skin.quotient_reference = 37.0;
  tissue::Tissue fat = skin;
  fat.properties = {0.21, 911.0, 2348.0, 0.55e-3, 464.0};
  tissue::Tissue muscle{
      {0.49, 1090.0, 3421.0, 0.67e-3, 988.0}, tissue::FlowControl::temperature_quotient, 1.5, 2.0};
  muscle.quotient_reference = 37.0;
  column.layers = {{0.002, skin}, {0.02, fat}, {0.04, muscle}};
  column.inner_temperature = 37.0;
  column.arterial_temperature = 37.0;
  column.blood_heat_capacity = 1050.0 * 3617.0;
  return column;
}

/// The same tissue with laws that are relative to its own resting temperature.
Column with_relative_laws() {
  Column column = with_absolute_laws();
  for (Layer& layer : column.layers) {
    layer.tissue.flow_control = tissue::FlowControl::temperature_quotient;
    layer.tissue.quotient_reference = std::nullopt;
  }
  return column;
}

TEST(LogisticFlow, RunsFromItsFloorThroughTheMiddleToOne) {
  const Column column = with_absolute_laws();
  System system = make_system(column, {});
  set_reference(system, std::vector<double>(system.grid.cells(), 33.0));
  const tissue::Tissue& skin = column.layers[0].tissue;
  EXPECT_NEAR(sources_at(system, 0, -60.0, 1.0, skin).flow, 0.2, 1e-12);
  EXPECT_DOUBLE_EQ(sources_at(system, 0, 30.0, 1.0, skin).flow, 0.6);
  EXPECT_NEAR(sources_at(system, 0, 100.0, 1.0, skin).flow, 1.0, 1e-12);
}

TEST(LogisticFlow, HasTheSlopeOfItsDifferences) {
  const Column column = with_absolute_laws();
  System system = make_system(column, {});
  set_reference(system, std::vector<double>(system.grid.cells(), 33.0));
  const tissue::Tissue& skin = column.layers[0].tissue;
  for (const double t : {10.0, 27.0, 30.0, 31.5, 36.0}) {
    const double rise = sources_at(system, 0, t + 1e-4, 1.0, skin).flow -
                        sources_at(system, 0, t - 1e-4, 1.0, skin).flow;
    EXPECT_NEAR(sources_at(system, 0, t, 1.0, skin).flow_slope, rise / 2e-4, 1e-9) << t;
  }
}

TEST(QuotientReference, IsWhereTheGivenMetabolismHoldsWhereverTissueRests) {
  const Column column = with_absolute_laws();
  System system = make_system(column, {});
  set_reference(system, std::vector<double>(system.grid.cells(), 31.0));
  const tissue::Tissue& skin = column.layers[0].tissue;
  EXPECT_DOUBLE_EQ(sources_at(system, 0, 37.0, 1.0, skin).metabolism, system.metabolism[0]);
  EXPECT_NEAR(sources_at(system, 0, 27.0, 1.0, skin).metabolism, 0.5 * system.metabolism[0], 1e-12);
  EXPECT_DOUBLE_EQ(system.neutral[0], 31.0);
}

TEST(RestingProfile, IsTheSteadyOneToTheBitWithoutAbsoluteLaws) {
  const System system = make_system(with_relative_laws(), {});
  EXPECT_EQ(resting_profile(system, room).value(), steady_profile(system, room));
}

TEST(RestingProfile, StaysWhereItIsUnderAbsoluteLaws) {
  const std::vector<Phase> schedule{{3600.0, room, false}};
  const History history = solve(with_absolute_laws(), Rest{room}, schedule).value();
  for (std::size_t i = 0; i < history.grid.cells(); ++i) {
    EXPECT_NEAR(history.profile(60)[i], history.profile(0)[i], 1e-8);
  }
  const History relative = solve(with_relative_laws(), Rest{room}, schedule).value();
  EXPECT_GT(std::abs(history.surface_temperature[0] - relative.surface_temperature[0]), 0.1);
}

TEST(RestingProfile, BalancesWhatComesInAndWhatGoesOut) {
  const Column column = with_absolute_laws();
  System system = make_system(column, {});
  State state;
  state.temperature = resting_profile(system, room).value();
  state.memory.resize(column.layers.size());
  set_reference(system, state.temperature);
  const Heats heats = heat_rates(system, {room}, state, std::vector<double>(3, 1.0), 0.0);
  EXPECT_NEAR(heats.surface, heats.inner + heats.blood + heats.metabolism, 1e-8);
  EXPECT_GT(heats.surface, 30.0);
}

TEST(RestingProfile, TellsThatMetabolismRunsAway) {
  Column column = with_absolute_laws();
  column.inner_temperature = std::nullopt;
  column.layers[2].tissue.properties.metabolic_heat = 1e5;
  const auto profile = resting_profile(make_system(column, {}), room);
  ASSERT_FALSE(profile);
  EXPECT_EQ(profile.error().code, ErrorCode::not_solved);
  EXPECT_FALSE(solve(column, Rest{room}, std::vector<Phase>{{60.0, room, false}}));
}

TEST(SteadyProfile, IsRefusedUnderABoundaryThatChanges) {
  const System system = make_system(with_relative_laws(), {});
  const Boundary spray{0.1, 23.0, std::nullopt, Evaporation{500.0, 10.0}};
  EXPECT_THROW((void)steady_profile(system, spray), std::invalid_argument);
  EXPECT_THROW((void)resting_profile(system, spray), std::invalid_argument);
}

}  // namespace
}  // namespace coldplan::bioheat
