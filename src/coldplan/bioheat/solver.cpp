#include "coldplan/bioheat/solver.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/bioheat/enthalpy.h"
#include "coldplan/bioheat/resting.h"
#include "coldplan/bioheat/run.h"
#include "coldplan/bioheat/stretch.h"

namespace coldplan::bioheat {
namespace {

/// A phase of fewer first steps than this is a spray of seconds.
constexpr double steps_of_a_spray = 50.0;
// How much finer the grid is made for fronts and for sprays: at the skin, where seconds cool or
// freeze a few hundredths of a millimetre, and in its widening with depth. Five seconds of a film
// at 1 °C are 0.09 °C off on the default grid a second later, and 0.004 °C on this one; for fronts
// see docs/accuracy.md.
constexpr double finer_first_cell = 16.0;
constexpr double finer_growth = 1.5;

void forget_recovered(Run& run) {
  for (Memory& memory : run.state.memory) {
    if (!run.contact.cooling && memory.h >= run.system.column.law.recovered_level) {
      memory.dose = 0.0;
    }
  }
}

void open_phase(Run& run, const Phase& phase) {
  run.contact = {phase.boundary, StoreBranch::thawed, phase.cooling, run.time};
  run.stop_temperature = phase.stop_temperature;
  run.stopped = false;
  run.state.enthalpy = 0.0;
  if (phase.boundary.store) {
    run.state.enthalpy = start_enthalpy(*phase.boundary.store);
    run.contact.branch = branch_of(*phase.boundary.store, run.state.enthalpy);
  }
  forget_recovered(run);
  if (run.stop_temperature) {
    run.stopped = surface_of(run.system, run.contact, run.state, run.time).temperature <=
                  *run.stop_temperature;
  }
}

/// What a phase, or the whole schedule, came to.
enum class Outcome { done, needs_finer_grid };

/// Steps through a phase by the solver that its tissue needs.
Expected<Outcome> step_through(Run& run, double end) {
  // Shorter than this [s] nothing is left to solve but rounding.
  constexpr double negligible = 1e-9;
  while (end - run.time > negligible && !run.stopped) {
    const auto stretch = run.regime == Regime::freezing ? run_freezing_stretch(run, end)
                                                        : run_thawed_stretch(run, end);
    if (!stretch) {
      return tl::unexpected(stretch.error());
    }
    if (*stretch == StretchEnd::freeze && !run.fine) {
      return Outcome::needs_finer_grid;
    }
    if (*stretch == StretchEnd::freeze) {
      run.regime = Regime::freezing;
    } else if (*stretch == StretchEnd::thaw) {
      run.regime = Regime::thawed;
    } else if (*stretch == StretchEnd::phase) {
      break;
    }
  }
  return Outcome::done;
}

Expected<Outcome> run_phase(Run& run, const Phase& phase) {
  const double end = run.time + phase.duration;
  open_phase(run, phase);
  const double enthalpy_before = run.state.enthalpy;
  const Heats before = run.history.energy.heats;
  if (auto outcome = step_through(run, end); outcome != Outcome::done) {
    return outcome;
  }
  if (phase.boundary.store) {
    account_for_store(run, enthalpy_before, before);
  }
  run.time = run.stopped ? run.time : end;
  run.history.phase_end.push_back(run.time);
  if (run.time - run.history.time.back() > 1e-9 * run.options.sample_interval) {
    record(run, run.state, run.time, run.history.energy.heats.surface);
  }
  return Outcome::done;
}

Expected<std::vector<double>> start_profile(const System& system, const Start& start) {
  if (const auto* rest = std::get_if<Rest>(&start)) {
    return resting_profile(system, rest->boundary);
  }
  std::vector<double> profile(system.grid.cells());
  if (const auto* uniform = std::get_if<Uniform>(&start)) {
    profile.assign(profile.size(), uniform->temperature);
  } else if (const auto* given = std::get_if<Profile>(&start)) {
    std::transform(system.grid.centre_depth.begin(), system.grid.centre_depth.end(),
                   profile.begin(), given->temperature);
  }
  return profile;
}

Expected<void> check_all(const Column& column, std::span<const Phase> schedule,
                         const SolverOptions& options) {
  if (auto fit = check(column); !fit) {
    return fit;
  }
  if (auto fit = check(schedule); !fit) {
    return fit;
  }
  if (!(options.sample_interval > 0.0)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "options.sample_interval",
                                fmt::format("{:g}", options.sample_interval), "a time over 0 s",
                                ""});
  }
  return {};
}

/// The boundary that holds at time 0, before the first phase: what the resting state was made
/// under.
Contact contact_at_rest(const Start& start, const Phase& first) {
  const auto* rest = std::get_if<Rest>(&start);
  return rest != nullptr ? Contact{rest->boundary, StoreBranch::thawed, false, 0.0}
                         : Contact{first.boundary, StoreBranch::thawed, false, 0.0};
}

/// Whether what happens in the first seconds of a phase matters and is steep: it lasts seconds, or
/// watches the skin, or touches it nearly without resistance, or is short and draws a large flux.
bool is_abrupt(const Phase& phase, const Column& column, const TimeMesh& mesh) {
  constexpr double short_phase = 180.0;           // [s]
  constexpr double large_flux = 1500.0;           // [W/m²]
  constexpr double next_to_no_resistance = 2e-3;  // [m² K/W]
  const Boundary& boundary = phase.boundary;
  if (phase.duration < steps_of_a_spray * mesh.first || phase.stop_temperature ||
      boundary.resistance < next_to_no_resistance) {
    return true;
  }
  const double source = boundary.store ? boundary.store->start_temperature : boundary.temperature;
  const double flux = std::abs(column.arterial_temperature - source) / boundary.resistance;
  return phase.duration <= short_phase && flux > large_flux;
}

/// The start of a solve. Tissue that starts colder than its freezing point starts frozen.
Expected<Run> make_run(const Column& column, const Start& start, const Phase& first,
                       const SolverOptions& options, bool fine) {
  Run run;
  run.fine = fine;
  run.system = make_system(column, fine ? fine_grid(options.grid) : options.grid);
  run.options = options;
  run.system.added_heat = options.added_heat;
  auto profile = start_profile(run.system, start);
  if (!profile) {
    return tl::unexpected(profile.error());
  }
  run.state.temperature = std::move(*profile);
  run.state.memory.resize(column.layers.size());
  set_reference(run.system, run.state.temperature);
  if (fine) {
    const std::size_t cells = run.system.grid.cells();
    run.state.frozen.resize(cells);
    for (std::size_t i = 0; i < cells; ++i) {
      run.state.frozen[i] = run.state.temperature[i] < run.system.freezing[i] ? 1.0 : 0.0;
    }
    const bool starts_frozen = any_frozen(run.state);
    run.regime = starts_frozen || options.enthalpy_throughout ? Regime::freezing : Regime::thawed;
  }
  run.history.grid = run.system.grid;
  run.history.interval = options.sample_interval;
  run.contact = contact_at_rest(start, first);
  record(run, run.state, 0.0, 0.0);
  return run;
}

Expected<Outcome> run_schedule(Run& run, std::span<const Phase> schedule) {
  const State at_start = run.state;
  const TimeMesh& mesh = run.options.mesh;
  // Fine cells at the skin answer within milliseconds, and so must the first steps. Steps that were
  // asked to be equal stay so.
  run.first_step =
      run.fine && mesh.growth > 1.0 ? std::min(mesh.first, first_fine_step) : mesh.first;
  for (const Phase& phase : schedule) {
    if (auto outcome = run_phase(run, phase); outcome != Outcome::done) {
      return outcome;
    }
  }
  close_energy(run, at_start);
  const double worst = std::max(run.history.energy.closure, run.history.energy.store_closure);
  if (!(worst <= run.options.energy_tolerance)) {
    return tl::unexpected(
        not_solved(run.time, fmt::format("the energy balance is off by {:.1e}", worst)));
  }
  return Outcome::done;
}

}  // namespace

GridOptions fine_grid(const GridOptions& options) {
  GridOptions finer = refined(options, finer_growth);
  finer.first_cell = options.first_cell / finer_first_cell;
  return finer;
}

Expected<void> check(std::span<const Phase> schedule) {
  if (schedule.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "schedule", "", "", "give at least one phase"});
  }
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    // The place is put into words only where it is needed: batches check a great many.
    if (!check(schedule[i], "")) {
      return check(schedule[i], fmt::format("schedule[{}]", i).c_str());
    }
  }
  return {};
}

std::vector<double> step_lengths(const TimeMesh& mesh, double duration) {
  std::vector<double> lengths;
  double sum = 0.0;
  double length = mesh.first;
  while (sum < duration) {
    lengths.push_back(length);
    sum += length;
    length = std::min(length * mesh.growth, mesh.largest);
  }
  for (double& each : lengths) {
    each *= duration / sum;
  }
  return lengths;
}

bool needs_fine_cells(std::span<const Phase> schedule, const Column& column, const TimeMesh& mesh) {
  return mesh.growth > 1.0 &&
         std::any_of(schedule.begin(), schedule.end(),
                     [&](const Phase& phase) { return is_abrupt(phase, column, mesh); });
}

Expected<History> solve(const Column& column, const Start& start, std::span<const Phase> schedule,
                        const SolverOptions& options) {
  if (auto fit = check_all(column, schedule, options); !fit) {
    return tl::unexpected(fit.error());
  }
  bool fine = options.enthalpy_throughout || options.fine_cells ||
              needs_fine_cells(schedule, column, options.mesh);
  while (true) {
    auto run = make_run(column, start, schedule.front(), options, fine);
    if (!run) {
      return tl::unexpected(run.error());
    }
    const auto outcome = run_schedule(*run, schedule);
    if (!outcome) {
      return tl::unexpected(outcome.error());
    }
    if (*outcome == Outcome::done) {
      return std::move(run->history);
    }
    fine = true;
  }
}

}  // namespace coldplan::bioheat
