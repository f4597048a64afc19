#include "coldplan/bioheat/batch_lane.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/tools/toms748_solve.hpp>
#include <fmt/format.h>

#include "coldplan/bioheat/batch_plan.h"
#include "coldplan/bioheat/batch_weights.h"
#include "coldplan/bioheat/run.h"

namespace coldplan::bioheat {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
/// Stands for a capacity that the skin cannot change, of a film that evaporates.
constexpr double film_capacity = 1e15;
/// After an event steps are as fine as this many before it.
constexpr std::size_t steps_back = 3;
/// A share of the step this near its end is its end.
constexpr double whole_share = 1.0 - 1e-9;

/// What faces the skin, as the kernel knows it.
struct Facing {
  double capacity = held_capacity;
  double temperature = 0.0;
  double outside_conductance = 0.0;
  double outside_temperature = 0.0;
  double steady_heat = 0.0;
  double watched_source = never;
  double watched_gain = never;
};

Facing facing_of(const HeatStore& store, StoreBranch branch, double enthalpy) {
  Facing facing;
  facing.temperature = store_temperature(store, branch, enthalpy);
  facing.outside_conductance = store.air_conductance;
  facing.outside_temperature = store.air_temperature;
  facing.steady_heat = store.steady_heat;
  if (branch == StoreBranch::frozen) {
    facing.capacity = store.frozen_capacity;
    facing.watched_source = store.melting_temperature;
  } else if (branch == StoreBranch::melting) {
    facing.watched_gain = store.latent_heat - enthalpy;
  } else {
    facing.capacity = store.thawed_capacity;
  }
  return facing;
}

/// A film's lower temperature fades with its own time constant, as that of a store would that
/// exchanges heat with the room alone.
Facing facing_of(const Boundary& boundary, const Evaporation& evaporation) {
  Facing facing;
  facing.capacity = film_capacity;
  facing.temperature = boundary.temperature - boundary.resistance * evaporation.heat_flux;
  facing.outside_conductance = film_capacity / evaporation.decay_time;
  facing.outside_temperature = boundary.temperature;
  return facing;
}

Facing facing_of(const Boundary& boundary, StoreBranch branch, double enthalpy) {
  if (boundary.store) {
    return facing_of(*boundary.store, branch, enthalpy);
  }
  if (boundary.evaporation) {
    return facing_of(boundary, *boundary.evaporation);
  }
  Facing facing;
  facing.temperature = boundary.temperature;
  return facing;
}

template <typename Real>
void face(BatchState<Real>& state, std::size_t index, const Lane& lane, const Boundary& boundary,
          const Facing& facing) {
  const double g = 1.0 / (boundary.resistance + lane.outer_resistance);
  state.conductance[state.at(1, index)] = static_cast<Real>(g);
  state.surface_share[index] = static_cast<Real>(boundary.resistance * g);
  state.temperature[state.at(0, index)] = static_cast<Real>(facing.temperature);
  state.source_capacity[index] = static_cast<Real>(facing.capacity);
  state.outside_conductance[index] = static_cast<Real>(facing.outside_conductance);
  state.outside_temperature[index] = static_cast<Real>(facing.outside_temperature);
  state.steady_heat[index] = static_cast<Real>(facing.steady_heat);
  state.watched_source[index] = static_cast<Real>(facing.watched_source);
  state.watched_gain[index] = static_cast<Real>(facing.watched_gain);
}

template <typename Real>
double surface_of(const BatchState<Real>& state, const LaneArray<Real>& temperature,
                  std::size_t index) {
  const double source = temperature[state.at(0, index)];
  return source + state.surface_share[index] * (temperature[state.at(1, index)] - source);
}

/// Which layers' recovery is an event: h is on its way back and a dose is left.
template <typename Real>
void watch_recovery(BatchState<Real>& state, std::size_t index, const Lane& lane) {
  const double level = lane.task->column.law.recovered_level;
  for (MemoryLanes<Real>& memory : state.memory_lanes) {
    const bool due = !lane.now().cooling && memory.dose[index] > Real{0} &&
                     memory.h[index] < static_cast<Real>(level);
    memory.watched_level[index] = static_cast<Real>(due ? level : never);
  }
}

template <typename Real>
void forget_recovered(BatchState<Real>& state, std::size_t index, const Lane& lane) {
  for (MemoryLanes<Real>& memory : state.memory_lanes) {
    memory.slope[index] = Real{0};
    memory.forecast[index] = Real{0};
    if (!lane.now().cooling &&
        memory.h[index] >= static_cast<Real>(lane.task->column.law.recovered_level)) {
      memory.dose[index] = Real{0};
    }
  }
}

/// The layer that a memory belongs to.
std::size_t layer_of_memory(const Column& column, std::size_t memory) {
  for (std::size_t layer = 0; layer < column.layers.size(); ++layer) {
    if (remembers(column.layers[layer].tissue) && memory-- == 0) {
      return layer;
    }
  }
  return column.layers.size();
}

/// Temperature of a row at a share of the step (batch_weights::dense).
template <typename Real>
double dense_temperature(const BatchState<Real>& state, std::size_t row, std::size_t index,
                         double share) {
  const std::size_t place = state.at(row, index);
  double t = state.temperature[place];
  const batch_weights::Stages weights = batch_weights::at(share);
  for (std::size_t j = 0; j < batch_weights::stages; ++j) {
    t += weights[j] * static_cast<double>(state.stage[j][place]);
  }
  return t;
}

/// Where a gap that is below 0 at 0 and not at 1 crosses 0.
template <typename Gap>
double crossing_of(const Gap& gap) {
  if (!(gap(0.0) < 0.0)) {
    return 0.0;
  }
  if (!(gap(1.0) > 0.0)) {
    return 1.0;
  }
  std::uintmax_t rounds = 60;
  return boost::math::tools::toms748_solve(gap, 0.0, 1.0,
                                           boost::math::tools::eps_tolerance<double>(40), rounds)
      .second;
}

struct Candidate {
  Event event{EventKind::stop_temperature, 0.0, 0};
  double share = 2.0;
};

void consider(Candidate& first, EventKind kind, std::size_t layer, double share) {
  if (share < first.share) {
    first = {{kind, 0.0, layer}, share};
  }
}

template <typename Real>
void consider_source(const BatchState<Real>& state, std::size_t index, const Lane& lane,
                     Candidate& first) {
  const double watched = state.watched_source[index];
  if (state.next[state.at(0, index)] >= state.watched_source[index]) {
    consider(first, EventKind::store_reached_melting, 0, crossing_of([&](double share) {
               return dense_temperature(state, 0, index, share) - watched;
             }));
  }
  if (state.gain[index] >= state.watched_gain[index]) {
    // The gain as a parabola with the rate at the start and the sum at the end.
    const double source = state.temperature[state.at(0, index)];
    const double rate = state.heat_rate[index] +
                        state.outside_conductance[index] *
                            (static_cast<double>(state.outside_temperature[index]) - source) +
                        state.steady_heat[index];
    const double at_once = rate * lane.length;
    const double rest = state.gain[index] - at_once;
    const double needed = state.watched_gain[index];
    consider(first, EventKind::store_melted, 0,
             crossing_of([&](double share) { return share * (at_once + share * rest) - needed; }));
  }
}

template <typename Real>
Candidate first_event(const BatchState<Real>& state, std::size_t index, const Lane& lane) {
  Candidate first;
  consider_source(state, index, lane, first);
  for (std::size_t m = 0; m < state.memory_lanes.size(); ++m) {
    const MemoryLanes<Real>& memory = state.memory_lanes[m];
    if (memory.next_h[index] >= memory.watched_level[index]) {
      const double from = memory.h[index];
      const double share = (memory.watched_level[index] - from) / (memory.next_h[index] - from);
      consider(first, EventKind::constriction_recovered, layer_of_memory(lane.task->column, m),
               share);
    }
  }
  const auto& stop = lane.now().stop_temperature;
  if (stop && state.surface[index] <= static_cast<Real>(*stop)) {
    const double share_of_cell = state.surface_share[index];
    consider(first, EventKind::stop_temperature, 0, crossing_of([&](double share) {
               const double source = dense_temperature(state, 0, index, share);
               const double cell = dense_temperature(state, 1, index, share);
               return *stop - (source + share_of_cell * (cell - source));
             }));
  }
  return first;
}

}  // namespace

StepTable make_step_table(const BatchMesh& mesh, double duration, bool fine) {
  StepTable table;
  double sum = 0.0;
  // Equal steps, which measure an order, stay as they are asked for.
  double length = fine && mesh.growth > 1.0 ? std::min(mesh.first, first_fine_step) : mesh.first;
  table.before.push_back(0.0);
  while (sum < duration) {
    table.length.push_back(length);
    sum += length;
    table.before.push_back(sum);
    length = std::min({length * mesh.growth, mesh.settled + mesh.slope * sum, mesh.largest});
  }
  return table;
}

void start_stretch(Lane& lane, const StepTable& table, std::size_t first) {
  const double left = lane.phase_end - lane.time;
  if (!(left > 0.0)) {
    return;
  }
  const double begin = table.before[first];
  // A little more than fits makes the steps a little shorter.
  const auto end = std::lower_bound(table.before.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                                    table.before.end() - 1, begin + left);
  lane.step = first;
  lane.last_step = static_cast<std::size_t>(end - table.before.begin());
  lane.scale = left / (*end - begin);
}

template <typename Real>
void face_rest(BatchState<Real>& state, std::size_t index, const Lane& lane,
               const Boundary& boundary) {
  Facing facing;
  facing.temperature = boundary.temperature;
  face(state, index, lane, boundary, facing);
}

template <typename Real>
void open_phase(BatchState<Real>& state, std::size_t index, Lane& lane, const StepTable& table) {
  const Phase& phase = lane.now();
  lane.branch = StoreBranch::thawed;
  lane.enthalpy = 0.0;
  if (phase.boundary.store) {
    lane.enthalpy = start_enthalpy(*phase.boundary.store);
    lane.branch = branch_of(*phase.boundary.store, lane.enthalpy);
  }
  lane.phase_end = lane.time + phase.duration;
  face(state, index, lane, phase.boundary, facing_of(phase.boundary, lane.branch, lane.enthalpy));
  state.cooling[index] = phase.cooling ? Real{1} : Real{0};
  forget_recovered(state, index, lane);
  watch_recovery(state, index, lane);
  const double watched = std::max(lane.freezing, phase.stop_temperature.value_or(-never));
  state.watched_surface[index] = static_cast<Real>(watched);
  const double surface = surface_of(state, state.temperature, index);
  lane.stopped = phase.stop_temperature && surface <= *phase.stop_temperature;
  if (surface < lane.freezing) {
    lane.handed_over = true;
    lane.active = false;
  }
  start_stretch(lane, table, 0);
}

template <typename Real>
Verdict look_at(const BatchState<Real>& state, std::size_t index, Lane& lane) {
  const Real cell = state.next[state.at(1, index)];
  const Real surface = state.surface[index];
  constexpr auto absurd = static_cast<Real>(absurd_temperature);
  if (!(std::abs(cell) < absurd && std::abs(surface) < absurd)) {
    lane.error = not_solved(lane.time, "the temperatures of a step are no numbers of tissue");
    lane.active = false;
    return Verdict::leave;
  }
  if (surface < static_cast<Real>(lane.freezing)) {
    lane.handed_over = true;
    lane.active = false;
    return Verdict::leave;
  }
  if (lane.due) {
    return Verdict::take;
  }
  const Candidate first = first_event(state, index, lane);
  if (first.share > 1.0) {
    return Verdict::take;
  }
  lane.due = first.event;
  if (first.share >= whole_share) {
    return Verdict::take;
  }
  // A step of next to nothing would divide by nothing.
  constexpr double shortest = 1e-6;
  lane.length *= std::max(first.share, shortest);
  lane.truncated = true;
  return Verdict::repeat;
}

template <typename Real>
void update_enthalpy(BatchState<Real>& state, std::size_t index, Lane& lane) {
  const auto& store = lane.now().boundary.store;
  if (!store) {
    return;
  }
  const double above =
      static_cast<double>(state.temperature[state.at(0, index)]) - store->melting_temperature;
  if (lane.branch == StoreBranch::frozen) {
    lane.enthalpy = above * store->frozen_capacity;
  } else if (lane.branch == StoreBranch::thawed) {
    lane.enthalpy = store->latent_heat + above * store->thawed_capacity;
  } else {
    lane.enthalpy += static_cast<double>(state.gain[index]);
    state.watched_gain[index] = static_cast<Real>(store->latent_heat - lane.enthalpy);
  }
}

template <typename Real>
void happen(BatchState<Real>& state, std::size_t index, Lane& lane, const Event& event,
            const StepTable& table) {
  const Boundary& boundary = lane.now().boundary;
  if (event.kind == EventKind::stop_temperature) {
    lane.stopped = true;
    lane.ever_stopped = true;
    return;
  }
  if (event.kind == EventKind::constriction_recovered) {
    for (std::size_t m = 0; m < state.memory_lanes.size(); ++m) {
      if (layer_of_memory(lane.task->column, m) == event.layer) {
        state.memory_lanes[m].dose[index] = Real{0};
      }
    }
  } else {
    const bool reached = event.kind == EventKind::store_reached_melting;
    const bool melts = reached && boundary.store->latent_heat > 0.0;
    lane.branch = melts ? StoreBranch::melting : StoreBranch::thawed;
    if (!reached && std::isnan(lane.melted)) {
      lane.melted = lane.time;
    }
    face(state, index, lane, boundary, facing_of(boundary, lane.branch, lane.enthalpy));
  }
  forget_recovered(state, index, lane);
  watch_recovery(state, index, lane);
  // Lengths after a jump are for jumps; an event only bends.
  start_stretch(lane, table, lane.step > steps_back ? lane.step - steps_back : 0);
}

template void face_rest(BatchState<float>&, std::size_t, const Lane&, const Boundary&);
template void face_rest(BatchState<double>&, std::size_t, const Lane&, const Boundary&);
template void open_phase(BatchState<float>&, std::size_t, Lane&, const StepTable&);
template void open_phase(BatchState<double>&, std::size_t, Lane&, const StepTable&);
template Verdict look_at(const BatchState<float>&, std::size_t, Lane&);
template Verdict look_at(const BatchState<double>&, std::size_t, Lane&);
template void update_enthalpy(BatchState<float>&, std::size_t, Lane&);
template void update_enthalpy(BatchState<double>&, std::size_t, Lane&);
template void happen(BatchState<float>&, std::size_t, Lane&, const Event&, const StepTable&);
template void happen(BatchState<double>&, std::size_t, Lane&, const Event&, const StepTable&);

}  // namespace coldplan::bioheat
