#include <algorithm>
#include <cmath>
#include <optional>

#include "coldplan/bioheat/enthalpy.h"
#include "coldplan/bioheat/events.h"
#include "coldplan/bioheat/freezing.h"
#include "coldplan/bioheat/stretch.h"

namespace coldplan::bioheat {
namespace {

// The most that one step may change: a cell's temperature or the store's [K], the share of its
// latent heat that a cell takes or gives, how far it goes on without its front [K], and the
// relative flow of a layer.
constexpr double most_temperature_change = 1.0;
constexpr double most_past_end = 0.1;
constexpr double most_latent_share = 0.2;
constexpr double most_flow_change = 0.05;

// A step is made longer at most by this factor, and repeated at this share of the length that its
// change would have allowed.
constexpr double most_growth = 1.5;
constexpr double caution = 0.8;

// The longest and the shortest step [s]. Beyond the shortest a change is taken as it is: a film of
// no resistance changes the first cell at once.
constexpr double longest_step = 20.0;
constexpr double shortest_step = 1e-4;

// A stretch of more steps than this is given up: hours of freezing take a few thousand.
constexpr int most_steps = 500000;

// ESDIRK takes over when all tissue is this much warmer than its freezing point [K].
constexpr double comfortable_margin = 1.0;

bool in_part(double frozen) {
  return frozen > 0.0 && frozen < 1.0;
}

/// How far a cell went on in the step in which its front came to an end without being handed on
/// [K]: what flows changes there at once, which only a short step follows.
double change_past_end(const System& system, std::size_t cell, const Front& front,
                       double enthalpy) {
  if (front.runs_inward || front.runs_outward) {
    return 0.0;
  }
  return std::max((enthalpy - front.most) / system.capacity[cell],
                  (front.least - enthalpy) / system.frozen_capacity[cell]);
}

/// How far a cell changed, 1 being the most that a step may. A front that is handed on leaves the
/// cell at the temperature of its centre at once, which is no error of time.
double cell_change(const System& system, std::size_t cell, const Front& front, const State& from,
                   const State& to) {
  const double frozen_from = from.frozen[cell];
  const double frozen_to = to.frozen[cell];
  const double enthalpy = to.cell_enthalpy[cell];
  if (!in_part(frozen_from) && frozen_from == frozen_to) {
    return std::abs(to.temperature[cell] - from.temperature[cell]) / most_temperature_change;
  }
  const double most = std::max(most_latent_share * system.latent_heat[cell],
                               most_temperature_change * system.capacity[cell]);
  const double change = std::abs(enthalpy - from.cell_enthalpy[cell]) / most;
  return in_part(frozen_from) && !in_part(frozen_to)
             ? std::max(change, change_past_end(system, cell, front, enthalpy) / most_past_end)
             : change;
}

double change_over(const Run& run, std::span<const Front> fronts, const State& to, double length) {
  double largest = 0.0;
  for (std::size_t i = 0; i < to.temperature.size(); ++i) {
    largest = std::max(largest, cell_change(run.system, i, fronts[i], run.state, to));
  }
  for (std::size_t i = 0; i < to.memory.size(); ++i) {
    largest =
        std::max(largest, std::abs(to.memory[i].h - run.state.memory[i].h) / most_flow_change);
  }
  const double source = source_temperature(run.contact, to.enthalpy, run.time + length) -
                        source_temperature(run.contact, run.state.enthalpy, run.time);
  return std::max(largest, std::abs(source) / most_temperature_change);
}

/// The length of the next step: `wished`, but not past the end or the next sample, and rather two
/// alike than one and a rest.
double length_towards(const Run& run, double wished, double end) {
  const double left = std::min(end, std::max(next_sample_time(run), run.time)) - run.time;
  const double to_go = left > 0.0 ? left : end - run.time;
  if (wished >= to_go) {
    return to_go;
  }
  return 2.0 * wished > to_go ? 0.5 * to_go : wished;
}

void open_stretch(Run& run) {
  if (run.state.frozen.empty()) {
    run.state.frozen.assign(run.state.temperature.size(), 0.0);
  }
  run.state.cell_enthalpy = enthalpies_of(run.system, run.state);
  run.history.flux_track.push_back(
      {run.time, surface_of(run.system, run.contact, run.state, run.time).flux, true});
}

void note_frozen(Run& run, bool frozen_before) {
  const bool frozen = any_frozen(run.state);
  if (frozen != frozen_before) {
    apply(run, {frozen ? EventKind::freezing_began : EventKind::thawed, 0.0, 0});
  }
  if (!frozen) {
    return;
  }
  const FrozenZone zone =
      frozen_zone(run.system, run.state, fronts_of(run.system, run.contact, run.state, run.time));
  if (zone.to > run.history.deepest_frozen) {
    run.history.deepest_frozen = zone.to;
    run.history.deepest_frozen_time = run.time;
  }
}

/// Takes over a step that was solved.
void accept(Run& run, FreezingStep step, double length) {
  const bool frozen_before = any_frozen(run.state);
  run.history.energy.heats.add(1.0, step.heats);
  run.time += length;
  run.state = std::move(step.state);
  run.history.flux_track.push_back(
      {run.time, surface_of(run.system, run.contact, run.state, run.time).flux, false});
  note_frozen(run, frozen_before);
  const double slack = 1e-9 * run.options.sample_interval;
  while (next_sample_time(run) <= run.time + slack) {
    const double at = next_sample_time(run);
    ++run.next_sample;
    record(run, run.state, at, run.history.energy.heats.surface);
  }
}

bool comfortably_thawed(const Run& run) {
  if (run.options.enthalpy_throughout) {
    return false;
  }
  for (std::size_t i = 0; i < run.state.temperature.size(); ++i) {
    if (run.state.frozen[i] > 0.0 ||
        run.state.temperature[i] < run.system.freezing[i] + comfortable_margin) {
      return false;
    }
  }
  return surface_of(run.system, run.contact, run.state, run.time).temperature >=
         run.system.freezing[0] + comfortable_margin;
}

/// A step that is solved and changes nothing too far, with the length that it came to.
struct Solved {
  FreezingStep step;
  double length = 0.0;
  double change = 0.0;
};

Expected<Solved> solve_step(const Run& run, std::span<const Front> fronts, double length) {
  while (true) {
    FreezingStep step = freezing_step(run.system, run.contact, run.state, fronts, run.time, length);
    if (step.solved) {
      const double change = change_over(run, fronts, step.state, length);
      if (change <= 1.0 || length <= shortest_step) {
        return Solved{std::move(step), length, change};
      }
      length = std::max(shortest_step, length * std::clamp(caution / change, 0.1, 0.7));
      continue;
    }
    if (length < 1e-3 * shortest_step) {
      return tl::unexpected(not_solved(run.time, "the equations of freezing were not solved"));
    }
    length *= 0.5;
  }
}

/// The first event within a solved step, found by solving shorter ones.
std::optional<Crossing> event_within(const Run& run, std::span<const Front> fronts,
                                     const Solved& solved) {
  const auto state_at = [&](double share) {
    FreezingStep step =
        freezing_step(run.system, run.contact, run.state, fronts, run.time, share * solved.length);
    return step.solved ? step.state : run.state;
  };
  return first_crossing(run, {solved.step.state, solved.length, state_at, 20});
}

/// Goes to an event and lets it happen.
Expected<void> go_to(Run& run, std::span<const Front> fronts, const Crossing& crossing,
                     double length) {
  const double taken = crossing.share * length;
  FreezingStep step = freezing_step(run.system, run.contact, run.state, fronts, run.time, taken);
  if (!step.solved) {
    return tl::unexpected(not_solved(run.time, "the step to an event was not solved"));
  }
  accept(run, std::move(step), taken);
  apply(run, crossing.event);
  return {};
}

}  // namespace

Expected<StretchEnd> run_freezing_stretch(Run& run, double end) {
  open_stretch(run);
  double wished = run.first_step;
  // Shorter than this [s] nothing is left to solve but rounding.
  constexpr double negligible = 1e-9;
  for (int steps = 0; end - run.time > negligible; ++steps) {
    const std::vector<Front> fronts = fronts_of(run.system, run.contact, run.state, run.time);
    const double tried = length_towards(run, wished, end);
    auto solved = solve_step(run, fronts, tried);
    if (!solved || steps == most_steps) {
      return tl::unexpected(solved ? not_solved(run.time, "freezing took too many steps")
                                   : solved.error());
    }
    if (const auto crossing = event_within(run, fronts, *solved)) {
      if (auto gone = go_to(run, fronts, *crossing, solved->length); !gone) {
        return tl::unexpected(gone.error());
      }
      return end - run.time > negligible ? StretchEnd::event : StretchEnd::phase;
    }
    // A step that ends at a sample says little of how long the next one may be.
    const double base = solved->length < tried ? solved->length : wished;
    wished = std::min({longest_step, most_growth * base,
                       caution * solved->length / std::max(solved->change, 1e-9)});
    accept(run, std::move(solved->step), solved->length);
    if (comfortably_thawed(run)) {
      run.state.cell_enthalpy.clear();
      return StretchEnd::thaw;
    }
  }
  return StretchEnd::phase;
}

}  // namespace coldplan::bioheat
