#include "coldplan/bioheat/solver.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <boost/math/tools/toms748_solve.hpp>
#include <fmt/format.h>

#include "coldplan/bioheat/esdirk.h"

namespace coldplan::bioheat {
namespace {

/// A phase takes at least this many first steps, so that a spray of seconds is resolved.
constexpr double steps_of_a_spray = 50.0;

/// A solve under way.
struct Run {
  System system;
  SolverOptions options;
  State state;
  Contact contact;
  Rates rates;
  double time = 0.0;
  double first_step = 0.0;                 ///< of the stretches of this phase [s]
  std::optional<double> stop_temperature;  ///< of the skin, in this phase
  bool stopped = false;                    ///< the phase was ended by it
  std::size_t next_sample = 1;             ///< in intervals
  History history;
};

Error not_solved(double time, std::string_view why) {
  return {ErrorCode::not_solved, fmt::format("minute {:.2f}", time / 60.0), "", "",
          fmt::format("{}; please report this case", why)};
}

void record(Run& run, const State& state, double time, double heat_taken) {
  History& history = run.history;
  history.time.push_back(time);
  const double source = source_temperature(run.contact, state.enthalpy, time);
  history.temperature.insert(history.temperature.end(), state.temperature.begin(),
                             state.temperature.end());
  history.surface_temperature.push_back(surface_temperature(run.system, run.contact, state, time));
  history.inner_temperature.push_back(
      run.system.column.inner_temperature.value_or(state.temperature.back()));
  history.surface_flux.push_back(contact_conductance(run.system, run.contact) *
                                 (state.temperature[0] - source));
  const bool evaporates = run.contact.boundary.evaporation.has_value();
  history.source_temperature.push_back(evaporates ? run.contact.boundary.temperature : source);
  history.heat_taken.push_back(heat_taken);
  const auto flow = layer_flow(run.system, state.temperature, state.memory);
  history.flow.insert(history.flow.end(), flow.begin(), flow.end());
  ++history.samples;
}

/// Samples whose time falls into the step that was just taken.
void record_samples(Run& run, const State& from, const Rates& at_start, const Step& step,
                    double length) {
  const double interval = run.options.sample_interval;
  const double end = run.time + length;
  // A sample meant for the end of a phase must not slip past it by rounding.
  const double slack = 1e-9 * interval;
  while (static_cast<double>(run.next_sample) * interval <= end + slack) {
    const double at = static_cast<double>(run.next_sample) * interval;
    ++run.next_sample;
    const double share = std::clamp((at - run.time) / length, 0.0, 1.0);
    const double before = run.history.energy.heats.surface;
    record(run, dense_output(from, at_start, step, length, share), at,
           hermite(before, at_start.heats.surface, before + step.heats.surface,
                   step.rates_at_end.heats.surface, length, share));
  }
}

/// An event that a step runs into, as the sign change of a value along its dense output.
struct Crossing {
  Event event;
  double share;
};

template <typename Gap>
std::optional<double> first_zero(const Gap& gap) {
  if (!(gap(0.0) < 0.0 && gap(1.0) >= 0.0)) {
    return std::nullopt;
  }
  std::uintmax_t rounds = 60;
  const auto bracket = boost::math::tools::toms748_solve(
      gap, 0.0, 1.0, boost::math::tools::eps_tolerance<double>(46), rounds);
  return bracket.second;
}

void keep_earlier(std::optional<Crossing>& first, const Event& event, std::optional<double> share) {
  if (share && (!first || *share < first->share)) {
    first = Crossing{event, *share};
  }
}

/// When the skin surface reaches the temperature that stops a device, along a step.
std::optional<double> stop_share(const Run& run, const Step& step, double length) {
  const auto below = [&](double share) {
    const State state = dense_output(run.state, run.rates, step, length, share);
    return *run.stop_temperature -
           surface_temperature(run.system, run.contact, state, run.time + share * length);
  };
  return first_zero(below);
}

std::optional<Crossing> first_crossing(const Run& run, const Step& step, double length) {
  std::optional<Crossing> first;
  if (run.stop_temperature) {
    keep_earlier(first, {EventKind::stop_temperature, 0.0, 0}, stop_share(run, step, length));
  }
  if (run.contact.boundary.store) {
    if (const auto end = branch_end(*run.contact.boundary.store, run.contact.branch)) {
      const bool frozen = run.contact.branch == StoreBranch::frozen;
      const Event event{frozen ? EventKind::store_reached_melting : EventKind::store_melted, 0.0,
                        0};
      keep_earlier(first, event, first_zero([&](double share) {
                     return hermite(run.state.enthalpy, run.rates.state.enthalpy,
                                    step.state.enthalpy, step.rates_at_end.state.enthalpy, length,
                                    share) -
                            *end;
                   }));
    }
  }
  for (std::size_t layer = 0; layer < run.state.memory.size() && !run.contact.cooling; ++layer) {
    if (run.state.memory[layer].dose <= 0.0) {
      continue;
    }
    const Event event{EventKind::constriction_recovered, 0.0, layer};
    keep_earlier(first, event, first_zero([&](double share) {
                   return hermite(run.state.memory[layer].h, run.rates.state.memory[layer].h,
                                  step.state.memory[layer].h,
                                  step.rates_at_end.state.memory[layer].h, length, share) -
                          run.system.column.law.recovered_level;
                 }));
  }
  return first;
}

void apply(Run& run, Event event) {
  event.time = run.time;
  run.history.events.push_back(event);
  switch (event.kind) {
    case EventKind::store_reached_melting:
      // Without latent heat there is nothing to melt, and the end of that branch is where it
      // begins.
      run.contact.branch = run.contact.boundary.store->latent_heat > 0.0 ? StoreBranch::melting
                                                                         : StoreBranch::thawed;
      break;
    case EventKind::store_melted:
      run.contact.branch = StoreBranch::thawed;
      break;
    case EventKind::constriction_recovered:
      run.state.memory[event.layer].dose = 0.0;
      break;
    case EventKind::stop_temperature:
      run.stopped = true;
      break;
  }
}

void open_stretch(Run& run) {
  run.rates = rates_of(run.system, run.contact, run.state, run.time);
  run.history.flux_track.push_back({run.time, run.rates.heats.surface, true});
}

/// Takes over a step that was solved.
void accept(Run& run, Step step, double length) {
  record_samples(run, run.state, run.rates, step, length);
  run.history.energy.heats.add(1.0, step.heats);
  run.time += length;
  run.state = std::move(step.state);
  run.rates = std::move(step.rates_at_end);
  run.history.flux_track.push_back({run.time, run.rates.heats.surface, false});
}

/// Steps until the end of a phase or the next event. Returns whether the end was reached.
Expected<bool> run_stretch(Run& run, double end) {
  open_stretch(run);
  TimeMesh mesh = run.options.mesh;
  mesh.first = run.first_step;
  for (const double length : step_lengths(mesh, end - run.time)) {
    Step step = esdirk_step(run.system, run.contact, run.state, run.rates, run.time, length);
    if (!step.solved) {
      return tl::unexpected(not_solved(run.time, "the equations of a step were not solved"));
    }
    if (const auto crossing = first_crossing(run, step, length)) {
      const double shorter = crossing->share * length;
      step = esdirk_step(run.system, run.contact, run.state, run.rates, run.time, shorter);
      if (!step.solved) {
        return tl::unexpected(not_solved(run.time, "the step to an event was not solved"));
      }
      accept(run, std::move(step), shorter);
      apply(run, crossing->event);
      return crossing->share >= 1.0 && run.time >= end;
    }
    accept(run, std::move(step), length);
  }
  return true;
}

void forget_recovered(Run& run) {
  for (Memory& memory : run.state.memory) {
    if (!run.contact.cooling && memory.h >= run.system.column.law.recovered_level) {
      memory.dose = 0.0;
    }
  }
}

Expected<void> run_phase(Run& run, const Phase& phase, double end) {
  run.contact = {phase.boundary, StoreBranch::thawed, phase.cooling, run.time};
  run.stop_temperature = phase.stop_temperature;
  run.stopped = false;
  run.state.enthalpy = 0.0;
  if (phase.boundary.store) {
    run.state.enthalpy = start_enthalpy(*phase.boundary.store);
    run.contact.branch = branch_of(*phase.boundary.store, run.state.enthalpy);
  }
  forget_recovered(run);
  const double enthalpy_before = run.state.enthalpy;
  const Heats before = run.history.energy.heats;
  // Shorter than this [s] nothing is left to solve but rounding.
  constexpr double negligible = 1e-9;
  if (run.stop_temperature) {
    run.stopped =
        surface_temperature(run.system, run.contact, run.state, run.time) <= *run.stop_temperature;
  }
  while (end - run.time > negligible && !run.stopped) {
    const auto reached = run_stretch(run, end);
    if (!reached) {
      return tl::unexpected(reached.error());
    }
    if (*reached) {
      break;
    }
  }
  if (phase.boundary.store) {
    EnergyBalance& energy = run.history.energy;
    const double gained = run.state.enthalpy - enthalpy_before;
    const double from_skin = energy.heats.surface - before.surface;
    const double from_air = energy.heats.air - before.air;
    energy.store_gained += gained;
    energy.store_from_skin += from_skin;
    const double scale = std::abs(gained) + std::abs(from_skin) + std::abs(from_air);
    energy.store_closure =
        std::max(energy.store_closure, std::abs(gained - from_skin - from_air) / scale);
  }
  run.time = run.stopped ? run.time : end;
  run.history.phase_end.push_back(run.time);
  if (run.time - run.history.time.back() > 1e-9 * run.options.sample_interval) {
    record(run, run.state, run.time, run.history.energy.heats.surface);
  }
  return {};
}

/// Closes the balance of the tissue over the whole history.
void close_energy(Run& run, const std::vector<double>& at_start) {
  EnergyBalance& energy = run.history.energy;
  // Heat that only moved within the column counts too: nothing else does where nothing gets in or
  // out.
  double moved = 0.0;
  for (std::size_t i = 0; i < at_start.size(); ++i) {
    const double gained = run.system.capacity[i] * (run.state.temperature[i] - at_start[i]);
    energy.stored += gained;
    moved += std::abs(gained);
  }
  const Heats& heats = energy.heats;
  const double gap =
      energy.stored + heats.surface - heats.inner - heats.blood - heats.metabolism - heats.added;
  const double scale = moved + std::abs(heats.surface) + std::abs(heats.inner) +
                       std::abs(heats.blood) + std::abs(heats.metabolism) + std::abs(heats.added);
  energy.closure = scale > 0.0 ? std::abs(gap) / scale : 0.0;
}

std::vector<double> start_profile(const System& system, const Start& start) {
  if (const auto* rest = std::get_if<Rest>(&start)) {
    return steady_profile(system, rest->boundary);
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
  if (schedule.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "schedule", "", "", "give at least one phase"});
  }
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (auto fit = check(schedule[i], fmt::format("schedule[{}]", i).c_str()); !fit) {
      return fit;
    }
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

}  // namespace

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

Expected<History> solve(const Column& column, const Start& start, std::span<const Phase> schedule,
                        const SolverOptions& options) {
  if (auto fit = check_all(column, schedule, options); !fit) {
    return tl::unexpected(fit.error());
  }
  Run run;
  run.system = make_system(column, options.grid);
  run.options = options;
  run.system.added_heat = options.added_heat;
  run.state.temperature = start_profile(run.system, start);
  run.state.memory.resize(column.layers.size());
  set_reference(run.system, run.state.temperature);
  run.history.grid = run.system.grid;
  run.history.interval = options.sample_interval;
  run.contact = contact_at_rest(start, schedule.front());
  record(run, run.state, 0.0, 0.0);

  const std::vector<double> at_start = run.state.temperature;
  double shortest = std::numeric_limits<double>::infinity();
  for (const Phase& phase : schedule) {
    // A phase of seconds leaves a profile that only steps as short can follow.
    shortest = std::min(shortest, phase.duration);
    run.first_step = std::min(run.options.mesh.first, shortest / steps_of_a_spray);
    if (auto done = run_phase(run, phase, run.time + phase.duration); !done) {
      return tl::unexpected(done.error());
    }
  }
  close_energy(run, at_start);
  const double worst = std::max(run.history.energy.closure, run.history.energy.store_closure);
  if (!(worst <= options.energy_tolerance)) {
    return tl::unexpected(
        not_solved(run.time, fmt::format("the energy balance is off by {:.1e}", worst)));
  }
  return std::move(run.history);
}

}  // namespace coldplan::bioheat
