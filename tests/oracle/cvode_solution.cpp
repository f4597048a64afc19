#include "oracle/cvode_solution.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "oracle/cvode_run.h"
#include "oracle/linearisation.h"
#include "oracle/right_hand_side.h"
#include "oracle/topology.h"

namespace coldplan::oracle {
namespace {

/// A solve under way: the equations and their state between two restarts.
struct Course {
  ColumnEquations equations;
  OracleOptions options;
  std::vector<double> depths;
  std::vector<double> y;
  double time = 0.0;
  std::optional<double> stop_temperature;
  bool stopped = false;
  OracleSolution solution;
};

/// Frozen stretches with unfrozen tissue between.
int frozen_zones(const ColumnEquations& equations) {
  int zones = 0;
  bool before = false;
  for (const Segment& segment : equations.mesh.segments) {
    zones += segment.frozen && !before ? 1 : 0;
    before = segment.frozen;
  }
  return zones;
}

/// Gaps: the pack's next change of part, the stop of a device, the recovery of each layer, then
/// the fronts'.
constexpr std::size_t first_layer_gap = 2;

std::vector<double> gaps_of(const Course& course, const double* y) {
  const ColumnEquations& equations = course.equations;
  const Surroundings& around = equations.surroundings;
  const std::size_t layers = equations.column.layers.size();
  std::vector<double> gaps(first_layer_gap + layers, -1.0);
  if (around.boundary.store && around.part != PackPart::above_melting) {
    const double end = around.part == PackPart::melting ? around.boundary.store->latent_heat : 0.0;
    gaps[0] = y[equations.pack_at()] - end / ColumnEquations::enthalpy_unit;
  }
  if (course.stop_temperature) {
    gaps[1] = *course.stop_temperature - y[equations.node_at(0)];
  }
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const std::size_t at = equations.memory_at[layer];
    if (at != ColumnEquations::none && !around.cooling && y[at + 1] > 0.0) {
      gaps[first_layer_gap + layer] = y[at] - equations.column.law.recovered_level;
    }
  }
  const std::vector<double> of_fronts = front_gaps(equations, y);
  gaps.insert(gaps.end(), of_fronts.begin(), of_fronts.end());
  return gaps;
}

CvodeRun run_of(const Course& course) {
  CvodeProblem problem;
  problem.derivative = [&course](double time, const double* y, double* rate) {
    course.equations.derivative(time, y, rate);
  };
  problem.solve = [&course](double time, const double* y, double gamma, std::span<double> b) {
    solve_newton_system(linearise(course.equations, time, y), gamma, b);
  };
  problem.gaps = [&course](double /*time*/, const double* y, std::span<double> gaps) {
    const std::vector<double> all = gaps_of(course, y);
    std::copy(all.begin(), all.end(), gaps.begin());
  };
  problem.gap_count = gaps_of(course, course.y.data()).size();
  return {std::move(problem), course.y, course.time, course.options.tolerance};
}

void change_fronts(Course& course, std::span<const int> marks) {
  const int before = frozen_zones(course.equations);
  change_fronts(course.equations, course.y, marks, course.options.mesh);
  const int after = frozen_zones(course.equations);
  OracleSolution& solution = course.solution;
  if (after != before) {
    solution.zones_changed.push_back(course.time);
  }
  if (before == 0 && after > 0) {
    solution.froze.push_back(course.time);
  }
  if (before > 0 && after == 0) {
    solution.thawed.push_back(course.time);
  }
}

void forget_dose_of_recovered_layers(Course& course) {
  for (const std::size_t at : course.equations.memory_at) {
    if (at != ColumnEquations::none &&
        course.y[at] >= course.equations.column.law.recovered_level) {
      course.y[at + 1] = 0.0;
    }
  }
}

void open_pack(Course& course, const bioheat::HeatStore& pack) {
  const double warmer = pack.start_temperature - pack.melting_temperature;
  const bool thawed = warmer > 0.0 || (warmer == 0.0 && pack.latent_heat == 0.0);
  course.equations.surroundings.part = thawed         ? PackPart::above_melting
                                       : warmer < 0.0 ? PackPart::below_melting
                                                      : PackPart::melting;
  const double enthalpy =
      thawed ? pack.latent_heat + warmer * pack.thawed_capacity : warmer * pack.frozen_capacity;
  course.y[course.equations.pack_at()] = enthalpy / ColumnEquations::enthalpy_unit;
}

void open_phase(Course& course, const bioheat::Phase& phase) {
  ColumnEquations& equations = course.equations;
  equations.surroundings = {phase.boundary, PackPart::above_melting, phase.cooling, course.time};
  course.y[equations.pack_at()] = 0.0;
  if (phase.boundary.store) {
    open_pack(course, *phase.boundary.store);
  }
  if (!phase.cooling) {
    forget_dose_of_recovered_layers(course);
  }
  if (!(phase.boundary.resistance > 0.0)) {
    course.y[equations.node_at(0)] = phase.boundary.temperature;
  }
  if (frozen_zones(equations) > 0) {
    renew_mesh(equations, course.y, course.options.mesh);
  }
  change_fronts(course, {});
  course.stop_temperature = phase.stop_temperature;
  course.stopped =
      course.stop_temperature && course.y[equations.node_at(0)] <= *course.stop_temperature;
}

void handle_events(Course& course, const std::vector<int>& found) {
  ColumnEquations& equations = course.equations;
  Surroundings& around = equations.surroundings;
  OracleSolution& solution = course.solution;
  if (found[0] != 0) {
    const bool ice = around.boundary.store->latent_heat > 0.0;
    const bool begins = around.part == PackPart::below_melting && ice;
    (begins ? solution.melting_began : solution.melted).push_back(course.time);
    around.part = begins ? PackPart::melting : PackPart::above_melting;
  }
  if (found[1] != 0) {
    course.stopped = true;
  }
  const std::size_t layers = equations.column.layers.size();
  for (std::size_t layer = 0; layer < layers; ++layer) {
    if (found[first_layer_gap + layer] != 0) {
      solution.recovered.push_back(course.time);
      course.y[equations.memory_at[layer] + 1] = 0.0;
    }
  }
  const auto of_fronts = std::span{found}.subspan(first_layer_gap + layers);
  if (std::any_of(of_fronts.begin(), of_fronts.end(), [](int mark) { return mark != 0; })) {
    change_fronts(course, of_fronts);
  }
}

OracleSample sample_of(const Course& course) {
  const Moment at = course.equations.moment_of(course.y.data());
  OracleSample sample{course.time, {}, {}};
  for (const double depth : course.depths) {
    sample.temperature.push_back(temperature_at(course.equations, at, depth));
  }
  for (const Segment& segment : segments_at(course.equations, at)) {
    if (segment.frozen) {
      sample.frozen.from = sample.frozen.depth > 0.0 ? sample.frozen.from : segment.begin;
      sample.frozen.depth += segment.length();
      sample.frozen.to = segment.end;
    }
  }
  return sample;
}

/// Goes on to a time or until the phase is stopped, through all events before it.
void advance(Course& course, std::optional<CvodeRun>& run, double target, double end) {
  while (!course.stopped) {
    if (!run) {
      run.emplace(run_of(course));
    }
    const std::vector<int> found = run->advance(target, end);
    course.time = run->time();
    course.y = run->state();
    if (found.empty()) {
      return;
    }
    handle_events(course, found);
    run.reset();
  }
}

void run_phase(Course& course, const bioheat::Phase& phase) {
  const double interval = course.options.sample_interval;
  const double end = course.time + phase.duration;
  // Shorter than this [s] nothing is left to solve but rounding.
  constexpr double negligible = 1e-7;
  open_phase(course, phase);
  std::optional<CvodeRun> run;
  while (!course.stopped && end - course.time > negligible) {
    const double next = interval * static_cast<double>(course.solution.samples.size());
    advance(course, run, next < end + negligible ? std::min(next, end) : end, end);
    if (!course.stopped && course.time >= next - negligible) {
      course.solution.samples.push_back(sample_of(course));
    }
  }
  course.solution.phase_ends.push_back(sample_of(course));
}

}  // namespace

OracleSolution solve_with_cvode(const bioheat::Column& column, const bioheat::Boundary& room,
                                std::span<const bioheat::Phase> schedule,
                                std::span<const double> depths, const OracleOptions& options) {
  Course course;
  course.equations = make_equations(column, options.mesh, room.resistance, room.temperature);
  course.options = options;
  course.depths = {depths.begin(), depths.end()};
  course.y = state_at_rest(course.equations);
  course.equations.surroundings.boundary = room;
  course.solution.samples.push_back(sample_of(course));
  for (const bioheat::Phase& phase : schedule) {
    run_phase(course, phase);
  }
  return std::move(course.solution);
}

}  // namespace coldplan::oracle
