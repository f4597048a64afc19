#include "solvers/body.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "coldplan/bioheat/example_back.h"

namespace coldplan::tests {
namespace {

using bioheat::Boundary;
using bioheat::Column;
using bioheat::Event;
using bioheat::EventKind;
using bioheat::History;
using bioheat::Phase;
using bioheat::Rest;
using bioheat::Uniform;

History solved(const SolverUnderTest& solver, const Column& column, const bioheat::Start& start,
               std::span<const Phase> schedule, const Steps* steps = nullptr) {
  return solver.solve(column, start, schedule, steps).value();
}

void keeps_a_resting_back_at_rest(Checks& checks, const SolverUnderTest& solver) {
  const std::vector<Phase> schedule{{3600.0, room, false}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  for (std::size_t i = 0; i < history.grid.cells(); ++i) {
    checks.near(history.profile(60)[i], history.profile(0)[i], solver.rounding, "a resting cell");
  }
}

void closes_the_energy(Checks& checks, const SolverUnderTest& solver) {
  const std::vector<Phase> schedule{{1500.0, ice_bag(2.0), true}, {3600.0, room, false}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  checks.is_true(history.energy.closure < solver.closure, "the balance of the tissue");
  checks.is_true(history.energy.store_closure < solver.closure, "the balance of the pack");
  checks.is_true(history.energy.store_from_skin > 3e5, "heat went into the pack");
}

void takes_a_pack_through_its_branches(Checks& checks, const SolverUnderTest& solver) {
  const std::vector<Phase> schedule{{1500.0, ice_bag(2.0), true}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  checks.is_true(history.events.size() == 2, "two events");
  checks.is_true(history.events.front().kind == EventKind::store_reached_melting, "melting first");
  checks.is_true(history.events.back().kind == EventKind::store_melted, "then melted");
  checks.is_true(history.events.front().time < history.events.back().time, "in this order");
  checks.is_true(history.source_temperature.back() > 0.5, "the melted pack warms");
}

void warms_a_pack_without_latent_heat(Checks& checks, const SolverUnderTest& solver) {
  for (const double start : {-18.0, -17.3, -11.1, -9.7, -5.3, -1.9}) {
    Boundary gel = ice_bag(2.0);
    gel.store->latent_heat = 0.0;
    gel.store->start_temperature = start;
    const std::vector<Phase> schedule{{3600.0, gel, true}};
    const History history = solved(solver, back(), Rest{room}, schedule);
    checks.is_true(history.source_temperature.back() > 5.0, "a gel without latent heat warms");
  }
}

void finds_the_melting_time(Checks& checks, const SolverUnderTest& solver) {
  // Behind so much contact resistance that the skin hardly matters, the room alone melts the ice.
  Boundary bag = ice_bag(1.0);
  bag.resistance = 1e6;
  bag.store->start_temperature = 0.0;
  const std::vector<Phase> schedule{{4000.0, bag, true}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  checks.is_true(history.events.size() == 1, "the ice melts");
  checks.near(history.events.front().time, 334e3 / (8.0 * 23.0), solver.seconds,
              "when a balance by hand says");
}

void remembers_and_forgets_constriction(Checks& checks, const SolverUnderTest& solver) {
  const Boundary mild{1.0 / 50.0, 28.0, std::nullopt};
  const std::vector<Phase> schedule{{300.0, mild, true}, {4.0 * 3600.0, room, false}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  const std::size_t layers = history.grid.layers();
  checks.is_true(history.flow[5 * layers] < 0.9, "skin constricts");
  checks.is_true(history.flow[240 * layers] > 0.95, "and recovers");
  checks.is_true(std::any_of(history.events.begin(), history.events.end(),
                             [](const Event& event) {
                               return event.kind == EventKind::constriction_recovered &&
                                      event.layer == 0;
                             }),
                 "and that is an event");
}

void keeps_flow_low_after_long_icing(Checks& checks, const SolverUnderTest& solver) {
  const std::vector<Phase> schedule{{3600.0, ice_bag(40.0), true}, {7200.0, room, false}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  checks.is_true(history.flow[180 * history.grid.layers()] < 0.6, "flow stays low");
}

void gives_the_same_bits_twice(Checks& checks, const SolverUnderTest& solver) {
  const std::vector<Phase> schedule{{1200.0, ice_bag(20.0), true}};
  checks.is_true(solved(solver, back(), Rest{room}, schedule).temperature ==
                     solved(solver, back(), Rest{room}, schedule).temperature,
                 "the same bits twice");
}

void samples_the_ends_of_phases(Checks& checks, const SolverUnderTest& solver) {
  const std::vector<Phase> schedule{{90.0, ice_bag(20.0), true}, {90.0, room, false}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  checks.is_true(history.time == std::vector{0.0, 60.0, 90.0, 120.0, 180.0}, "sample times");
  checks.is_true(history.surface_temperature.size() == 5, "a surface for each");
  checks.is_true(history.surface_temperature[2] < history.surface_temperature[1], "cools");
  checks.is_true(history.surface_temperature[3] > history.surface_temperature[2], "rewarms");
}

void refuses_what_is_unfit(Checks& checks, const SolverUnderTest& solver) {
  checks.is_true(solver.solve(back(), Rest{room}, {}, nullptr).error().place == "schedule",
                 "an empty schedule");
  const std::vector<Phase> none{{0.0, room, false}};
  checks.is_true(
      solver.solve(back(), Rest{room}, none, nullptr).error().place == "schedule[0].duration",
      "a phase without duration");
  const std::vector<Phase> some{{60.0, room, false}};
  checks.is_true(!solver.solve({}, Rest{room}, some, nullptr), "a column without layers");
}

void stops_where_a_device_would(Checks& checks, const SolverUnderTest& solver) {
  Phase cold{600.0, {0.01, -10.0, std::nullopt}, true};
  cold.stop_temperature = 20.0;
  const std::vector<Phase> schedule{cold, {300.0, room, false}};
  const History history = solved(solver, back(), Rest{room}, schedule);
  checks.is_true(history.events.front().kind == EventKind::stop_temperature, "the device stops");
  const double stopped = history.phase_end.front();
  checks.near(history.phase_end.back(), stopped + 300.0, 1e-6, "later phases begin sooner");
  const auto at = std::find(history.time.begin(), history.time.end(), stopped);
  checks.is_true(at != history.time.end(), "the stop is a sample");
  checks.near(history.surface_temperature[static_cast<std::size_t>(at - history.time.begin())],
              20.0, 0.02, "at its temperature");
}

/// A half space whose surface loses heat through a film: Carslaw & Jaeger 1959, section 2.7.
void follows_a_cooled_half_space(Checks& checks, const SolverUnderTest& solver) {
  const double k = 0.5;
  const double alpha = k / (1090.0 * 3421.0);
  const double h = 100.0;
  Column column;
  column.layers = {{0.25, solid(k, 1090.0, 3421.0)}};
  const std::vector<Phase> schedule{{1800.0, {1.0 / h, 2.0, std::nullopt}, false}};
  const History history = solved(solver, column, Uniform{34.0}, schedule);
  for (std::size_t minute = 1; minute <= 30; ++minute) {
    const double time = 60.0 * static_cast<double>(minute);
    const double scale = std::sqrt(4.0 * alpha * time);
    for (const double x : {0.0, 0.002, 0.01, 0.03}) {
      const double far = h * x / k + h * h * alpha * time / (k * k);
      const double fall = std::erfc(x / scale) -
                          std::exp(far) * std::erfc(x / scale + h * std::sqrt(alpha * time) / k);
      checks.near(temperature_at(history, minute, x), 34.0 - 32.0 * fall, solver.error,
                  "a half space behind a film");
    }
  }
}

/// A perfused slab at rest: A cosh(mx) + B sinh(mx) about T_a + q/w, m² = w/k.
void rests_on_the_hyperbolic_profile(Checks& checks, const SolverUnderTest& solver) {
  const double length = 0.06;
  Column column;
  column.layers = {
      {length, {{0.5, 1090.0, 3421.0, 0.6e-3, 684.0}, tissue::FlowControl::fixed, 1.0, 1.0}}};
  column.inner_temperature = 37.1;
  column.arterial_temperature = 36.8;
  column.blood_heat_capacity = 3.8e6;
  const double w = 0.6e-3 * 3.8e6;
  const double m = std::sqrt(w / 0.5);
  const double far = 36.8 + 684.0 / w;
  const double ratio = 0.5 * m * room.resistance;
  const double a = (37.1 - far - (far - room.temperature) * std::sinh(m * length) / ratio) /
                   (std::cosh(m * length) + std::sinh(m * length) / ratio);
  const double b = (a + far - room.temperature) / ratio;
  const std::vector<Phase> schedule{{600.0, room, false}};
  const History history = solved(solver, column, Rest{room}, schedule);
  for (const double x : {0.0, 0.001, 0.005, 0.02, 0.045}) {
    checks.near(temperature_at(history, 10, x), far + a * std::cosh(m * x) + b * std::sinh(m * x),
                solver.error, "a perfused slab at rest");
  }
}

/// Steps half as long leave an eighth of the error or less of what is linear (third order).
void converges_with_its_steps(Checks& checks, const SolverUnderTest& solver) {
  if (solver.rounding > 1e-6) {
    return;  // single precision rounds before it converges
  }
  Column column;
  column.layers = {{0.05, solid(0.5, 1090.0, 3421.0)}};
  column.inner_temperature = 37.0;
  const std::vector<Phase> schedule{{3600.0, {0.02, 5.0, std::nullopt}, false}};
  const auto end = [&](double step) {
    const Steps steps{step, 1.0, step};
    return solved(solver, column, Uniform{37.0}, schedule, &steps).surface_temperature.back();
  };
  const double exact = end(3.75);
  const double order = std::log2(std::abs(end(120.0) - exact) / std::abs(end(60.0) - exact));
  checks.is_true(order > 2.7, "third order in the steps, or better");
}

constexpr std::array<SolverCase, 14> cases{{
    {"KeepsARestingBackAtRest", keeps_a_resting_back_at_rest},
    {"ClosesTheEnergyOfTissueAndMeltingPack", closes_the_energy},
    {"TakesAPackThroughWarmingMeltingAndThawing", takes_a_pack_through_its_branches},
    {"WarmsAPackWithoutLatentHeatStraightThroughItsMeltingPoint", warms_a_pack_without_latent_heat},
    {"FindsTheMeltingTimeOfAnEnergyBalanceDoneByHand", finds_the_melting_time},
    {"RemembersConstrictionAndForgetsItOnceRecovered", remembers_and_forgets_constriction},
    {"KeepsFlowLowAfterALongIcing", keeps_flow_low_after_long_icing},
    {"GivesTheSameBitsTwice", gives_the_same_bits_twice},
    {"SamplesTheEndOfAPhaseBesideTheRegularTimes", samples_the_ends_of_phases},
    {"RefusesAnEmptyScheduleAPhaseWithoutDurationAndNoLayers", refuses_what_is_unfit},
    {"StopsWhereADeviceWouldAndGoesOnFromThere", stops_where_a_device_would},
    {"FollowsACooledHalfSpace", follows_a_cooled_half_space},
    {"RestsOnTheHyperbolicProfile", rests_on_the_hyperbolic_profile},
    {"ConvergesAtThirdOrderInItsSteps", converges_with_its_steps},
}};

}  // namespace

std::span<const SolverCase> solver_cases() {
  return cases;
}

}  // namespace coldplan::tests
