#include "coldplan/bioheat/enthalpy.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

using tissue::Kind;

/// A centimetre of skin on a centimetre of bone, which does not freeze, in coarse cells.
System skin_on_bone() {
  Column column;
  column.layers = {{0.01, tissue::tissue_of(Kind::dermis)},
                   {0.01, tissue::tissue_of(Kind::cortical_bone)}};
  column.inner_temperature = 37.0;
  return make_system(column, {1e-3, 0.0, 4});
}

Contact plate(double temperature) {
  return {{0.01, temperature, std::nullopt}, StoreBranch::thawed, true, 0.0};
}

/// Frozen down to the cell `front` and that one in part, −1 °C being the freezing point of skin.
State frozen_down_to(const System& system, std::size_t front, double share) {
  State state;
  const std::size_t cells = system.grid.cells();
  for (std::size_t i = 0; i < cells; ++i) {
    const double from_front = static_cast<double>(i) - static_cast<double>(front);
    state.temperature.push_back(-1.0 + 2.0 * from_front);
    state.frozen.push_back(i < front ? 1.0 : 0.0);
  }
  state.frozen[front] = share;
  state.cell_enthalpy = enthalpies_of(system, state);
  state.cell_enthalpy[front] = (1.0 - share) * system.latent_heat[front];
  return state;
}

TEST(CellEnthalpy, LeadsToTheTemperatureThatItCameFrom) {
  const System system = skin_on_bone();
  const State state = frozen_down_to(system, 4, 0.3);
  const std::vector<Front> fronts = fronts_of(system, plate(-20.0), state, 0.0);
  for (const std::size_t cell : {0U, 3U, 6U, 12U}) {
    const CellPhase phase = phase_of(system, cell, fronts[cell], state.cell_enthalpy[cell]);
    EXPECT_NEAR(phase.temperature, state.temperature[cell], 1e-12) << cell;
    EXPECT_EQ(phase.frozen, state.frozen[cell]) << cell;
  }
}

TEST(CellEnthalpy, HoldsTheFreezingPointWhileLatentHeatIsGivenOff) {
  const System system = skin_on_bone();
  const State state = frozen_down_to(system, 4, 0.3);
  const Front front = fronts_of(system, plate(-20.0), state, 0.0)[4];
  double before = 2.0;
  for (int tenth = 0; tenth <= 10; ++tenth) {
    const double share = 0.1 * tenth;
    const double enthalpy = front.all_frozen + share * (front.all_thawed - front.all_frozen);
    const CellPhase phase = phase_of(system, 4, front, enthalpy);
    EXPECT_DOUBLE_EQ(phase.temperature, -1.0);
    EXPECT_LT(phase.frozen, before);
    before = phase.frozen;
  }
}

TEST(CellEnthalpy, OfBoneIsItsCapacityAlone) {
  const System system = skin_on_bone();
  EXPECT_DOUBLE_EQ(phase_of(system, 15, {}, system.capacity[15] * -40.0).temperature, -40.0);
  EXPECT_EQ(phase_of(system, 15, {}, system.capacity[15] * -40.0).frozen, 0.0);
}

TEST(FrozenPart, IsTheOneTowardsTheColderNeighbour) {
  const System system = skin_on_bone();
  const State state = frozen_down_to(system, 4, 0.3);
  EXPECT_EQ(fronts_of(system, plate(-20.0), state, 0.0)[4].part, FrozenPart::outer);
  State thawing = state;
  thawing.temperature[3] = 5.0;
  thawing.temperature[5] = -3.0;
  EXPECT_EQ(fronts_of(system, plate(-20.0), thawing, 0.0)[4].part, FrozenPart::inner);
  thawing.temperature[5] = 5.0;
  EXPECT_EQ(fronts_of(system, plate(-20.0), thawing, 0.0)[4].part, FrozenPart::core);
  thawing.temperature[3] = thawing.temperature[5] = -3.0;
  EXPECT_EQ(fronts_of(system, plate(-20.0), thawing, 0.0)[4].part, FrozenPart::all_but_core);
}

TEST(NodeResistance, RunsThroughThePartOnThatSide) {
  const System system = skin_on_bone();
  const tissue::Tissue& skin = system.column.layers[0].tissue;
  const CellPhase half{-1.0, 0.25, 0.0, 0.0, true};
  const NodeResistance r = node_resistance(system, 4, half, FrozenPart::outer);
  EXPECT_NEAR(r.outer, 0.25e-3 / skin.frozen->conductivity, 1e-3 * r.outer + 2e-6);
  EXPECT_NEAR(r.inner, 0.75e-3 / skin.properties.conductivity, 2e-3 * r.inner);
}

TEST(Front, IsHandedOnWithoutLossOfHeat) {
  const System system = skin_on_bone();
  State state = frozen_down_to(system, 4, 0.9);
  const std::vector<Front> fronts = fronts_of(system, plate(-20.0), state, 0.0);
  ASSERT_TRUE(fronts[4].runs_inward);
  state.cell_enthalpy[4] =
      fronts[4].all_frozen - 0.1 * (fronts[4].all_thawed - fronts[4].all_frozen);
  const double before =
      std::accumulate(state.cell_enthalpy.begin(), state.cell_enthalpy.end(), 0.0);
  hand_on(system, fronts, state);
  const double after = std::accumulate(state.cell_enthalpy.begin(), state.cell_enthalpy.end(), 0.0);
  EXPECT_NEAR(after / before, 1.0, 1e-14);
  EXPECT_EQ(state.frozen[4], 1.0);
  EXPECT_LT(state.temperature[4], -1.0);
  EXPECT_EQ(state.temperature[5], -1.0);
  EXPECT_GT(state.frozen[5], 0.0);
}

TEST(FrozenZone, EndsAtTheFront) {
  const System system = skin_on_bone();
  const State state = frozen_down_to(system, 4, 0.3);
  const FrozenZone zone = frozen_zone(system, state, fronts_of(system, plate(-20.0), state, 0.0));
  EXPECT_DOUBLE_EQ(zone.from, 0.0);
  EXPECT_NEAR(zone.to, 4.3e-3, 1e-12);
  EXPECT_NEAR(zone.thickness, 4.3e-3, 1e-12);
}

}  // namespace
}  // namespace coldplan::bioheat
