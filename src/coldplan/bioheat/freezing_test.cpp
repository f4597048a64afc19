#include "coldplan/bioheat/freezing.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/bioheat/solver.h"

namespace coldplan::bioheat {
namespace {

using tissue::Kind;

constexpr double minute = 60.0;

/// A lean back.
Column back() {
  Column column;
  column.layers = {
      {0.0001, tissue::tissue_of(Kind::epidermis)}, {0.0021, tissue::tissue_of(Kind::dermis)},
      {0.015, tissue::tissue_of(Kind::fat)},        {0.0025, tissue::tissue_of(Kind::fascia)},
      {0.045, tissue::tissue_of(Kind::muscle)},     {0.01, tissue::tissue_of(Kind::cortical_bone)}};
  column.inner_temperature = 37.0;
  column.arterial_temperature = 37.0;
  column.blood_heat_capacity = tissue::blood_heat_capacity();
  column.law = tissue::perfusion_law(50.0);
  column.reflex_signal_per_kelvin = 0.4;
  return column;
}

const Boundary room{1.0 / 8.5, 23.0, std::nullopt};

Boundary source(double temperature, double conductance) {
  return {1.0 / conductance, temperature, std::nullopt};
}

Boundary film(double temperature) {
  return {0.0, temperature, std::nullopt};
}

/// A source for some time, then the room for some time.
History session(const Boundary& cold, double duration, double after,
                const SolverOptions& options = {}) {
  const std::vector<Phase> schedule{{duration, cold, true}, {after, room, false}};
  return solve(back(), Rest{room}, schedule, options).value();
}

std::vector<EventKind> kinds_of(const History& history) {
  std::vector<EventKind> kinds;
  for (const Event& event : history.events) {
    if (event.kind == EventKind::freezing_began || event.kind == EventKind::thawed) {
      kinds.push_back(event.kind);
    }
  }
  return kinds;
}

/// The largest difference of two histories between two times, from one depth down.
double worst_gap(const History& a, const History& b, double from, double to, double depth) {
  double worst = 0.0;
  for (std::size_t sample = 0; sample < a.samples; ++sample) {
    if (a.time[sample] < from || a.time[sample] > to) {
      continue;
    }
    for (int step = 0; step < 100; ++step) {
      const double at = depth + 0.0005 * step;
      worst =
          std::max(worst, std::abs(temperature_at(a, sample, at) - temperature_at(b, sample, at)));
    }
  }
  return worst;
}

TEST(Freezing, ComesFromAPlateAtMinusThirtyAndThawsInTheRoom) {
  const auto start = std::chrono::steady_clock::now();
  const History history = session(source(-30.0, 200.0), 20.0 * minute, 60.0 * minute);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  fmt::print("frozen to {:.2f} mm, thawed after {:.1f} min; {} steps in {:.0f} ms\n",
             1e3 * history.deepest_frozen, history.events.back().time / minute,
             history.flux_track.size(), 1e3 * spent.count());
  EXPECT_GT(history.deepest_frozen, 5e-3);
  EXPECT_GT(history.frozen_depth[20], 5e-3);
  EXPECT_EQ(history.frozen_depth.back(), 0.0);
  EXPECT_EQ(kinds_of(history), (std::vector{EventKind::freezing_began, EventKind::thawed}));
  EXPECT_GT(history.surface_temperature.back(), 15.0);
}

TEST(Freezing, ClosesItsEnergyWithLatentHeatAndAMeltingPack) {
  const HeatStore ice{20.0 * 2050.0, 20.0 * 4190.0, 4.0 * 334e3, -10.0, -35.0, 8.0, 23.0, 0.0};
  for (const Boundary& cold :
       {source(-30.0, 200.0), film(-15.0), Boundary{1.0 / 400.0, 0.0, ice}}) {
    const History history = session(cold, 20.0 * minute, 60.0 * minute);
    EXPECT_GT(history.deepest_frozen, 0.0);
    EXPECT_LT(history.energy.closure, 1e-10);
    EXPECT_LT(history.energy.store_closure, 1e-10);
    // The flux of a film is infinite at first, so that only the others have a quadrature.
    if (cold.resistance > 0.0) {
      EXPECT_NEAR(heat_by_quadrature(history) / history.energy.heats.surface, 1.0, 5e-3);
    }
  }
}

TEST(Freezing, TakesTheLatentHeatOfWhatIsFrozen) {
  // Down to −15 °C skin alone would give off a tenth of it.
  const History history = session(film(-15.0), 5.0 * minute, minute);
  const tissue::Tissue skin = tissue::tissue_of(Kind::dermis);
  const double latent = skin.properties.density * skin.frozen->latent_heat * 0.0021;
  EXPECT_GT(history.frozen_to[5], 0.0022);
  EXPECT_GT(history.heat_taken[5], latent);
}

TEST(Freezing, TakesAPackThroughItsMeltingWhileTissueIsFrozen) {
  const HeatStore ice{20.0 * 2050.0, 20.0 * 4190.0, 0.5 * 334e3, -10.0, -35.0, 8.0, 23.0, 0.0};
  const History history = session({1.0 / 400.0, 0.0, ice}, 40.0 * minute, 10.0 * minute);
  const auto found = [&history](EventKind kind) {
    return std::find_if(history.events.begin(), history.events.end(),
                        [kind](const Event& event) { return event.kind == kind; });
  };
  ASSERT_NE(found(EventKind::store_reached_melting), history.events.end());
  ASSERT_NE(found(EventKind::store_melted), history.events.end());
  EXPECT_LT(found(EventKind::freezing_began)->time, found(EventKind::store_melted)->time);
  EXPECT_LT(found(EventKind::store_reached_melting)->time, found(EventKind::store_melted)->time);
}

TEST(Freezing, StopsADeviceThatWatchesForFrozenSkin) {
  const std::vector<Phase> schedule{{20.0 * minute, source(-30.0, 200.0), true, -5.0},
                                    {30.0 * minute, room, false}};
  const History history = solve(back(), Rest{room}, schedule).value();
  const auto stop = std::find_if(history.events.begin(), history.events.end(), [](const Event& e) {
    return e.kind == EventKind::stop_temperature;
  });
  ASSERT_NE(stop, history.events.end());
  EXPECT_EQ(history.phase_end[0], stop->time);
  const auto at_end = std::find(history.time.begin(), history.time.end(), stop->time);
  ASSERT_NE(at_end, history.time.end());
  const auto sample = static_cast<std::size_t>(at_end - history.time.begin());
  EXPECT_NEAR(history.surface_temperature[sample], -5.0, 1e-3);
}

TEST(Freezing, GoesDeeperTheColderAndTheLonger) {
  double before = -1.0;
  for (const double temperature : {-2.0, -5.0, -10.0, -20.0, -30.0}) {
    const double depth = session(film(temperature), 10.0 * minute, minute).deepest_frozen;
    EXPECT_GT(depth, before);
    before = depth;
  }
  before = -1.0;
  for (const double duration : {5.0, 60.0, 300.0, 1200.0, 2400.0}) {
    const double depth = session(film(-10.0), duration, minute).deepest_frozen;
    EXPECT_GT(depth, before);
    before = depth;
  }
}

RC_GTEST_PROP(Freezing, NeverComesFromAPackThatMeltsAtZero, ()) {
  const double conductance = *rc::gen::inRange(10, 5000);
  const double mass = 0.5 * *rc::gen::inRange(2, 60);
  const HeatStore ice{mass * 2050.0, mass * 4190.0, mass * 334e3, 0.0, 0.0, 8.0, 23.0, 0.0};
  const History history = session({1.0 / conductance, 0.0, ice}, 20.0 * minute, 10.0 * minute);
  RC_ASSERT(history.deepest_frozen == 0.0);
  RC_ASSERT(kinds_of(history).empty());
}

TEST(Freezing, BeginsFromFrozenTissueToo) {
  const std::vector<Phase> schedule{{60.0 * minute, room, false}};
  const History history =
      solve(back(), Profile{[](double depth) { return -10.0 + 900.0 * depth; }}, schedule).value();
  EXPECT_GT(history.frozen_to[0], 8e-3);
  EXPECT_LT(history.frozen_depth.back(), history.frozen_depth[1]);
}

TEST(FrozenTissue, HasNeitherBloodFlowNorMetabolism) {
  System system = make_system(back(), {});
  const std::size_t cells = system.grid.cells();
  set_reference(system, std::vector<double>(cells, 34.0));
  const std::vector<double> flow(system.grid.layers(), 1.0);
  const Contact contact{film(-30.0), StoreBranch::thawed, true, 0.0};
  const auto rates = [&](double share) {
    State state;
    state.temperature.resize(cells);
    state.frozen.assign(cells, share);
    state.memory.resize(system.grid.layers());
    state.cell_enthalpy.resize(cells);
    for (std::size_t i = 0; i < cells; ++i) {
      const bool freezes = system.latent_heat[i] > 0.0;
      state.temperature[i] = freezes ? system.freezing[i] : 37.0;
      state.cell_enthalpy[i] =
          freezes ? (1.0 - share) * system.latent_heat[i] : 37.0 * system.capacity[i];
    }
    const std::vector<Front> fronts = fronts_of(system, contact, state, 0.0);
    return freezing_heat_rates(system, contact, state, fronts, flow, 0.0);
  };
  // Cortical bone does not freeze, but has no blood flow of its own.
  EXPECT_GT(rates(1e-9).blood, 1000.0);
  EXPECT_NEAR(rates(0.5).blood / rates(1e-9).blood, 0.5, 0.05);
  EXPECT_LE(rates(1.0).blood, 1e-9);
  EXPECT_LE(rates(1.0).metabolism, 1e-9);
}

TEST(TheTwoSolvers, AgreeWhereNothingFreezes) {
  SolverOptions enthalpy;
  enthalpy.enthalpy_throughout = true;
  const HeatStore ice{3.0 * 2050.0, 3.0 * 4190.0, 3.0 * 334e3, 0.0, -18.0, 8.0, 23.0, 0.0};
  for (const Boundary& cold : {source(0.0, 50.0), source(8.0, 500.0), Boundary{0.02, 0.0, ice}}) {
    const History one = session(cold, 20.0 * minute, 60.0 * minute);
    const History other = session(cold, 20.0 * minute, 60.0 * minute, enthalpy);
    const double gap = worst_gap(one, other, 0.0, 1e9, 0.0);
    fmt::print("ESDIRK and enthalpy solver {:.4f} C apart\n", gap);
    EXPECT_LE(gap, 0.02);
    EXPECT_EQ(one.events.size(), other.events.size());
  }
}

/// Tissue that "freezes" at 20 °C with next to no latent heat and the properties that it had.
Column freezing_in_name_only() {
  Column column = back();
  for (Layer& layer : column.layers) {
    tissue::Tissue& tissue = layer.tissue;
    tissue.properties.perfusion = 0.0;
    tissue.properties.metabolic_heat = 0.0;
    tissue.frozen = {20.0, 1e-3, tissue.properties.conductivity, tissue.properties.specific_heat};
  }
  return column;
}

/// The front's own treatment is made for latent heat far above what half a cell's gradient holds;
/// without any it is at its worst.
TEST(TheTwoSolvers, AgreeWithinHundredthsWhereFreezingIsOneInNameOnly) {
  Column plain = freezing_in_name_only();
  for (Layer& layer : plain.layers) {
    layer.tissue.frozen = std::nullopt;
  }
  const std::vector<Phase> schedule{{20.0 * minute, source(0.0, 50.0), true},
                                    {60.0 * minute, room, false}};
  const History one = solve(plain, Rest{room}, schedule).value();
  const History other = solve(freezing_in_name_only(), Rest{room}, schedule).value();
  const double gap = worst_gap(one, other, 0.0, 1e9, 0.0);
  fmt::print("with 20 C as a freezing point without latent heat {:.4f} C apart\n", gap);
  EXPECT_GT(other.deepest_frozen, 1e-3);
  EXPECT_LE(gap, 0.05);
}

TEST(TheTwoSolvers, LeaveNoSeamBetweenWhatJustDoesAndJustDoesNotFreeze) {
  // Through the threshold of skin, −1 °C, in steps of 0.05 K. Frozen skin conducts four times
  // better, and the thaw waits for its latent heat: what is frozen shows in all temperatures, in
  // proportion. The first step that freezes must not stand out from the ones after it.
  std::vector<double> depths;
  std::vector<double> gaps_in_the_cold;
  std::vector<double> gaps_half_an_hour_later;
  std::optional<History> before;
  for (int step = 0; step <= 8; ++step) {
    History history = session(film(-0.8 - 0.05 * step), 20.0 * minute, 30.0 * minute);
    depths.push_back(history.deepest_frozen);
    if (before) {
      gaps_in_the_cold.push_back(worst_gap(*before, history, 0.0, 20.0 * minute, 0.0));
      gaps_half_an_hour_later.push_back(
          worst_gap(*before, history, 49.0 * minute, 51.0 * minute, 0.0));
    }
    before = std::move(history);
  }
  for (std::size_t i = 0; i < gaps_in_the_cold.size(); ++i) {
    fmt::print("{:.2f} C: frozen {:.4f} mm, {:.4f} C in the cold, {:.4f} C later\n",
               -0.85 - 0.05 * static_cast<double>(i), 1e3 * depths[i + 1], gaps_in_the_cold[i],
               gaps_half_an_hour_later[i]);
    const bool freezes = i > 3;
    EXPECT_EQ(depths[i + 1] > 0.001e-3, freezes);
    EXPECT_LE(depths[i + 1] - depths[i], 0.15e-3);
    EXPECT_LE(gaps_in_the_cold[i], freezes ? 0.45 : 0.051);
    EXPECT_LE(gaps_half_an_hour_later[i], freezes ? 0.4 : 0.03);
  }
  EXPECT_LE(gaps_in_the_cold[4], 1.2 * gaps_in_the_cold[5]);
  EXPECT_LE(gaps_half_an_hour_later[4], 1.2 * gaps_half_an_hour_later[5]);
}

TEST(TheTwoSolvers, MeetWithinHundredthsAtTheThreshold) {
  for (const double duration : {5.0, 20.0 * minute}) {
    SolverOptions options;
    options.sample_interval = std::min(duration / 5.0, minute);
    const History above = session(film(-0.9995), duration, 30.0 * minute, options);
    const History below = session(film(-1.0005), duration, 30.0 * minute, options);
    const double gap = worst_gap(above, below, 0.0, 1e9, 0.0);
    fmt::print("0.001 K across the threshold for {:.0f} s: {:.4f} C, frozen {:.5f} mm\n", duration,
               gap, 1e3 * below.deepest_frozen);
    EXPECT_EQ(above.deepest_frozen, 0.0);
    EXPECT_LE(below.deepest_frozen, 0.01e-3);
    EXPECT_LE(gap, 0.05);
  }
}

TEST(Spray, OfFiveSecondsFreezesTenthsOfAMillimetre) {
  SolverOptions options;
  options.sample_interval = 1.0;
  const History history = session(film(-5.0), 5.0, 2.0 * minute, options);
  SolverOptions finer = options;
  finer.grid = refined(options.grid, 3.0);
  const History reference = session(film(-5.0), 5.0, 2.0 * minute, finer);
  EXPECT_NEAR(history.deepest_frozen, 0.31e-3, 0.02e-3);
  EXPECT_NEAR(history.deepest_frozen, reference.deepest_frozen, 0.005e-3);
  EXPECT_EQ(kinds_of(history), (std::vector{EventKind::freezing_began, EventKind::thawed}));
  const double gap = worst_gap(history, reference, 0.0, 1e9, 0.0);
  fmt::print("spray: {:.4f} C from a grid three times finer\n", gap);
  EXPECT_LE(gap, 0.05);
}

}  // namespace
}  // namespace coldplan::bioheat
