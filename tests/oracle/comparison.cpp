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

/// Largest difference between the ends of phases, some of which a device ends. Its stops are not
/// counted: one that begins at its stop temperature may stop with or without an event.
double phase_end_gap(const bioheat::History& history, const OracleSolution& oracle) {
  double gap = 0.0;
  for (std::size_t phase = 0; phase < oracle.phase_ends.size(); ++phase) {
    gap = std::max(gap, std::abs(history.phase_end[phase] - oracle.phase_ends[phase].time));
  }
  return gap;
}

double event_gap(const RandomCase& drawn, const bioheat::History& history,
                 const OracleSolution& oracle) {
  using bioheat::EventKind;
  const double recovery = event_gap(history, EventKind::constriction_recovered, oracle.recovered);
  const double stop = phase_end_gap(history, oracle);
  // A pack without latent heat has no melting to be timed.
  const auto& store = drawn.schedule.front().boundary.store;
  if (!store || store->latent_heat <= 0.0) {
    return std::max(recovery, stop);
  }
  return std::max({recovery, stop, event_gap(history, EventKind::store_melted, oracle.melted),
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
  OracleOptions sampled = options;
  sampled.sample_interval = drawn.sample_interval;
  return solve_with_cvode(named.column, drawn.room, drawn.schedule, probe_depths(named), sampled);
}

namespace {

/// A sample counts at whole minutes and where a phase is short.
bool counts(double time, const OracleSolution& oracle) {
  constexpr double minute = 60.0;
  if (std::abs(time - minute * std::round(time / minute)) < 1e-6) {
    return true;
  }
  double begin = 0.0;
  for (const OracleSample& end : oracle.phase_ends) {
    if (time >= begin && time <= end.time) {
      return end.time - begin < short_phase;
    }
    begin = end.time;
  }
  return false;
}

void take_worst(Difference& difference, const bioheat::History& history, std::size_t sample,
                const OracleSample& expected, std::span<const double> depths) {
  for (std::size_t probe = 0; probe < depths.size(); ++probe) {
    const double gap = std::abs(bioheat::temperature_at(history, sample, depths[probe]) -
                                expected.temperature[probe]);
    // Written so that a gap that is not a number is kept.
    if (!(gap <= difference.worst)) {
      difference.worst = gap;
      difference.depth = depths[probe];
      difference.time = expected.time;
    }
  }
}

/// Whether frozen zones came or went within the seconds by which events may differ: their number
/// may then be another in the two solutions, though next to nothing is frozen there.
bool zones_change_near(double time, const OracleSolution& oracle) {
  return std::any_of(oracle.zones_changed.begin(), oracle.zones_changed.end(),
                     [&](double change) { return std::abs(time - change) <= most_seconds; });
}

/// The frozen zone of one sample.
void take_worst_front(Difference& difference, const bioheat::History& history, std::size_t sample,
                      const OracleSample& expected, const OracleSolution& oracle) {
  const FrozenZone& zone = expected.frozen;
  double gap = std::abs(history.frozen_depth[sample] - zone.depth);
  if (!zones_change_near(expected.time, oracle)) {
    gap = std::max({gap, std::abs(history.frozen_from[sample] - zone.from),
                    std::abs(history.frozen_to[sample] - zone.to)});
  }
  if (!(gap <= difference.front)) {
    difference.front = gap;
    difference.front_time = expected.time;
  }
  difference.froze = difference.froze || zone.depth > 0.0;
}

}  // namespace

Difference compare(const RandomCase& drawn, const anatomy::NamedColumn& named,
                   const OracleSolution& oracle, const bioheat::SolverOptions& options) {
  bioheat::SolverOptions sampled = options;
  sampled.sample_interval = drawn.sample_interval;
  const auto depths = probe_depths(named);
  const bioheat::History history = tests::checked(
      bioheat::solve(named.column, bioheat::Rest{drawn.room}, drawn.schedule, sampled),
      drawn.begins_gently() ? tests::most_quadrature_gap : std::numeric_limits<double>::infinity());
  Difference difference;
  std::size_t regular = 0;
  std::size_t phase = 0;
  for (std::size_t sample = 0; sample < history.samples; ++sample) {
    const double time = history.time[sample];
    const double next = drawn.sample_interval * static_cast<double>(regular);
    if (std::abs(time - next) < 1e-6 && regular < oracle.samples.size()) {
      if (counts(time, oracle)) {
        take_worst(difference, history, sample, oracle.samples[regular], depths);
        take_worst_front(difference, history, sample, oracle.samples[regular], oracle);
      }
      ++regular;
    }
    while (phase < oracle.phase_ends.size() && time >= history.phase_end[phase] - 1e-6) {
      take_worst(difference, history, sample, oracle.phase_ends[phase], depths);
      take_worst_front(difference, history, sample, oracle.phase_ends[phase], oracle);
      ++phase;
    }
  }
  EXPECT_EQ(regular, oracle.samples.size());
  EXPECT_EQ(phase, drawn.schedule.size());
  difference.closure = std::max(history.energy.closure, history.energy.store_closure);
  difference.event = event_gap(drawn, history, oracle);
  difference.thaw = std::max(event_gap(history, bioheat::EventKind::freezing_began, oracle.froze),
                             event_gap(history, bioheat::EventKind::thawed, oracle.thawed));
  difference.froze = difference.froze || !oracle.froze.empty();
  return difference;
}

std::string describe(const Difference& difference) {
  return fmt::format(
      "{:.4f} C at {:.1f} s and {:.2f} mm, front {:.4f} mm at {:.1f} s, events {:.2f} s, "
      "freezing and thawing {:.2f} s",
      difference.worst, difference.time, 1e3 * difference.depth, 1e3 * difference.front,
      difference.front_time, difference.event, difference.thaw);
}

}  // namespace coldplan::oracle
