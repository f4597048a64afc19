#include "oracle/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "energy.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace coldplan::oracle {
namespace {

/// Largest difference between the times of one kind of event; infinite where their number differs.
double event_gap(const bioheat::History& history, bioheat::EventKind kind,
                 std::span<const double> expected) {
  std::vector<double> times;
  for (const bioheat::Event& event : history.events) {
    if (event.kind == kind) {
      times.push_back(event.time);
    }
  }
  if (times.size() != expected.size()) {
    return std::numeric_limits<double>::infinity();
  }
  double gap = 0.0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    gap = std::max(gap, std::abs(times[i] - expected[i]));
  }
  return gap;
}

double event_gap(const RandomCase& drawn, const bioheat::History& history,
                 const OracleSolution& oracle) {
  using bioheat::EventKind;
  const double recovery = event_gap(history, EventKind::constriction_recovered, oracle.recovered);
  // A pack without latent heat has no melting to be timed.
  if (drawn.schedule.front().boundary.store->latent_heat <= 0.0) {
    return recovery;
  }
  return std::max({recovery, event_gap(history, EventKind::store_melted, oracle.melted),
                   event_gap(history, EventKind::store_reached_melting, oracle.melting_began)});
}

}  // namespace

std::vector<double> probe_depths(const anatomy::NamedColumn& named) {
  std::vector<double> depths{0.0};
  for (const bioheat::Layer& layer : named.column.layers) {
    depths.push_back(depths.back() + layer.thickness);
  }
  const double inner_face = depths.back();
  const double under_fat = depths[3];
  for (const anatomy::Landmark& landmark : named.landmarks) {
    depths.push_back(landmark.depth);
  }
  for (const double below : {0.01, 0.02, 0.03}) {
    depths.push_back(under_fat + below);
  }
  std::sort(depths.begin(), depths.end());
  // The inner face is held, and a landmark on a layer boundary differs from it by rounding.
  constexpr double same = 1e-9;
  std::erase_if(depths, [=](double depth) { return depth > inner_face - same; });
  depths.erase(
      std::unique(depths.begin(), depths.end(), [](double a, double b) { return b - a < same; }),
      depths.end());
  return depths;
}

OracleSolution cvode_of(const RandomCase& drawn, const anatomy::NamedColumn& named,
                        const OracleOptions& options) {
  return solve_with_cvode(named.column, drawn.room, drawn.schedule, probe_depths(named), options);
}

Difference compare(const RandomCase& drawn, const anatomy::NamedColumn& named,
                   const OracleSolution& oracle, const bioheat::SolverOptions& options) {
  const auto depths = probe_depths(named);
  const bioheat::History history = tests::checked(
      bioheat::solve(named.column, bioheat::Rest{drawn.room}, drawn.schedule, options));
  EXPECT_EQ(history.samples, oracle.temperature[0].size());
  Difference difference;
  for (std::size_t probe = 0; probe < depths.size(); ++probe) {
    const auto solved = bioheat::trace(history, depths[probe]);
    for (std::size_t minute = 0; minute < solved.size(); ++minute) {
      const double gap = std::abs(solved[minute] - oracle.temperature[probe][minute]);
      // Written so that a gap that is not a number is kept.
      if (!(gap <= difference.worst)) {
        difference = {gap, depths[probe], minute, 0.0, 0.0};
      }
    }
  }
  difference.closure = std::max(history.energy.closure, history.energy.store_closure);
  difference.event = event_gap(drawn, history, oracle);
  return difference;
}

std::string describe(const Difference& difference) {
  return fmt::format("{:.4f} C at minute {} and {:.1f} mm, events {:.2f} s", difference.worst,
                     difference.minute, 1e3 * difference.depth, difference.event);
}

}  // namespace coldplan::oracle
