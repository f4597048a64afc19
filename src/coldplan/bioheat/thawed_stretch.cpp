#include <algorithm>
#include <cmath>

#include "coldplan/bioheat/enthalpy.h"
#include "coldplan/bioheat/esdirk.h"
#include "coldplan/bioheat/events.h"
#include "coldplan/bioheat/stretch.h"

namespace coldplan::bioheat {
namespace {

/// Samples whose time falls into the step that was just taken.
void record_samples(Run& run, const Rates& at_start, const Step& step, double length) {
  // A sample meant for the end of a phase must not slip past it by rounding.
  const double slack = 1e-9 * run.options.sample_interval;
  while (next_sample_time(run) <= run.time + length + slack) {
    const double at = next_sample_time(run);
    ++run.next_sample;
    const double share = std::clamp((at - run.time) / length, 0.0, 1.0);
    const double before = run.history.energy.heats.surface;
    record(run, dense_output(run.state, at_start, step, length, share), at,
           hermite(before, at_start.heats.surface, before + step.heats.surface,
                   step.rates_at_end.heats.surface, length, share));
  }
}

/// Takes over a step that was solved.
void accept(Run& run, Rates& rates, Step step, double length) {
  record_samples(run, rates, step, length);
  run.history.energy.heats.add(1.0, step.heats);
  run.time += length;
  run.state = std::move(step.state);
  rates = std::move(step.rates_at_end);
  run.history.flux_track.push_back({run.time, rates.heats.surface, false});
}

/// Whether tissue would be colder than its freezing point, at a cell's centre or at the surface:
/// the first cell's centre follows a cold surface only after a while.
bool would_freeze(const Run& run, const State& state, double time) {
  for (std::size_t i = 0; i < state.temperature.size(); ++i) {
    if (state.temperature[i] < run.system.freezing[i]) {
      return true;
    }
  }
  return surface_of(run.system, run.contact, state, time).temperature < run.system.freezing[0];
}

}  // namespace

Expected<StretchEnd> run_thawed_stretch(Run& run, double end) {
  if (would_freeze(run, run.state, run.time)) {
    return StretchEnd::freeze;
  }
  Rates rates = rates_of(run.system, run.contact, run.state, run.time);
  run.history.flux_track.push_back({run.time, rates.heats.surface, true});
  TimeMesh mesh = run.options.mesh;
  mesh.first = run.first_step;
  for (const double length : step_lengths(mesh, end - run.time)) {
    Step step = esdirk_step(run.system, run.contact, run.state, rates, run.time, length);
    if (!step.solved) {
      return tl::unexpected(not_solved(run.time, "the equations of a step were not solved"));
    }
    const auto state_at = [&](double share) {
      return dense_output(run.state, rates, step, length, share);
    };
    const auto crossing = first_crossing(run, {step.state, length, state_at, 46});
    const double taken = crossing ? crossing->share * length : length;
    if (crossing) {
      step = esdirk_step(run.system, run.contact, run.state, rates, run.time, taken);
      if (!step.solved) {
        return tl::unexpected(not_solved(run.time, "the step to an event was not solved"));
      }
    }
    if (would_freeze(run, step.state, run.time + taken)) {
      return StretchEnd::freeze;
    }
    accept(run, rates, std::move(step), taken);
    if (crossing) {
      apply(run, crossing->event);
      return crossing->share >= 1.0 && run.time >= end ? StretchEnd::phase : StretchEnd::event;
    }
  }
  return StretchEnd::phase;
}

}  // namespace coldplan::bioheat
