#include "coldplan/bioheat/batch_histories.h"

#include <algorithm>
#include <cmath>

#include "coldplan/bioheat/batch_plan.h"
#include "coldplan/bioheat/batch_weights.h"
#include "coldplan/bioheat/esdirk.h"
#include "coldplan/bioheat/system.h"

namespace coldplan::bioheat {
namespace {

/// One lane's state at a share of the step, in double.
struct Snapshot {
  double source = 0.0;         ///< [°C]
  std::vector<double> cells;   ///< [°C]
  std::vector<double> memory;  ///< h of the constricting layers
};

template <typename Real>
Snapshot snapshot(const BatchState<Real>& state, std::size_t index, double share) {
  const batch_weights::Stages weights = batch_weights::at(share);
  const auto at = [&](std::size_t row) {
    const std::size_t place = state.at(row, index);
    double t = state.temperature[place];
    for (std::size_t j = 0; j < batch_weights::stages && share > 0.0; ++j) {
      t += weights[j] * static_cast<double>(state.stage[j][place]);
    }
    return t;
  };
  Snapshot shot{at(0), {}, {}};
  for (std::size_t row = 1; row <= state.cells; ++row) {
    shot.cells.push_back(at(row));
  }
  for (const MemoryLanes<Real>& memory : state.memory_lanes) {
    const double h = memory.h[index];
    shot.memory.push_back(share > 0.0 ? h + share * (memory.next_h[index] - h) : h);
  }
  return shot;
}

/// Relative blood flow of constriction by layer (system.h, `layer_flow`).
template <typename Real>
std::vector<double> flow_of(const BatchState<Real>& state, std::size_t index, const Lane& lane,
                            const Grid& grid, const Snapshot& shot) {
  const Column& column = lane.task->column;
  std::vector<double> flow(column.layers.size(), 1.0);
  std::size_t next = 0;
  for (std::size_t layer = 0; layer < flow.size(); ++layer) {
    const tissue::Tissue& tissue = column.layers[layer].tissue;
    if (!remembers(tissue)) {
      continue;
    }
    const std::size_t memory = next++;
    flow[layer] = shot.memory[memory];
    if (state.memories[memory].reflex) {
      double sum = 0.0;
      double volume = 0.0;
      for (std::size_t i = grid.layer_begin[layer]; i < grid.layer_begin[layer + 1]; ++i) {
        sum += grid.volume[i] * shot.cells[i];
        volume += grid.volume[i];
      }
      const double neutral = state.memory_lanes[memory].neutral[index];
      const double fall = std::max(0.0, neutral - sum / volume);
      flow[layer] *= tissue::reflex_factor(column.law, column.reflex_signal_per_kelvin * fall,
                                           shot.memory[memory]);
    }
  }
  return flow;
}

template <typename Real>
double contact_of(const BatchState<Real>& state, std::size_t index) {
  return state.conductance[state.at(1, index)];
}

template <typename Real>
double flux_of(const BatchState<Real>& state, const LaneArray<Real>& temperature,
               std::size_t index) {
  return contact_of(state, index) *
         (static_cast<double>(temperature[state.at(1, index)]) - temperature[state.at(0, index)]);
}

/// When a sample is, what left the skin by then [J/m²], and what is shown of the source [°C].
struct SampleAt {
  double time;
  double heat;
  double source;
};

template <typename Real>
void record(History& history, const BatchState<Real>& state, std::size_t index, const Lane& lane,
            const Snapshot& shot, const SampleAt& sample) {
  history.time.push_back(sample.time);
  history.temperature.insert(history.temperature.end(), shot.cells.begin(), shot.cells.end());
  const double above = shot.cells[0] - shot.source;
  history.surface_temperature.push_back(shot.source +
                                        static_cast<double>(state.surface_share[index]) * above);
  history.inner_temperature.push_back(
      lane.task->column.inner_temperature.value_or(shot.cells.back()));
  history.surface_flux.push_back(contact_of(state, index) * above);
  history.source_temperature.push_back(sample.source);
  history.heat_taken.push_back(sample.heat);
  const auto flow = flow_of(state, index, lane, history.grid, shot);
  history.flow.insert(history.flow.end(), flow.begin(), flow.end());
  for (auto* nothing : {&history.frozen_depth, &history.frozen_from, &history.frozen_to}) {
    nothing->push_back(0.0);
  }
  history.frozen_end.push_back(0);
  ++history.samples;
}

/// What a reader sees as the source: of a film that evaporates the air around it.
double shown_source(const Lane& lane, double source) {
  const Boundary& boundary = lane.now().boundary;
  return boundary.evaporation ? boundary.temperature : source;
}

void close_energy(History& history, std::span<const double> capacity, std::span<const double> start,
                  std::span<const double> end) {
  EnergyBalance& energy = history.energy;
  double moved = 0.0;
  for (std::size_t i = 0; i < capacity.size(); ++i) {
    const double gained = capacity[i] * (end[i] - start[i]);
    energy.stored += gained;
    moved += std::abs(gained);
  }
  const Heats& heats = energy.heats;
  const double gap = energy.stored + heats.surface - heats.inner - heats.blood - heats.metabolism;
  const double scale = moved + std::abs(heats.surface) + std::abs(heats.inner) +
                       std::abs(heats.blood) + std::abs(heats.metabolism);
  energy.closure = scale > 0.0 ? std::abs(gap) / scale : 0.0;
}

}  // namespace

namespace {

/// Makes room for all samples of a task at once.
void reserve(History& history, const Task& task, double interval) {
  double duration = 0.0;
  for (const Phase& phase : task.schedule) {
    duration += phase.duration;
  }
  const auto samples = static_cast<std::size_t>(duration / interval) + task.schedule.size() + 2;
  history.temperature.reserve(samples * history.grid.cells());
  history.flow.reserve(samples * task.column.layers.size());
  for (auto* values : {&history.time, &history.surface_temperature, &history.inner_temperature,
                       &history.surface_flux, &history.source_temperature, &history.heat_taken,
                       &history.frozen_depth, &history.frozen_from, &history.frozen_to}) {
    values->reserve(samples);
  }
  history.frozen_end.reserve(samples);
}

}  // namespace

template <typename Real>
void HistoryRecorder<Real>::start(const BatchState<Real>& state, std::span<const Lane> lanes,
                                  std::span<const Grid> grids) {
  histories.assign(lanes.size(), {});
  accounts.assign(lanes.size(), {});
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    History& history = histories[i];
    history.grid = grids[i];
    history.interval = interval;
    reserve(history, *lanes[i].task, interval);
    const Column& column = lanes[i].task->column;
    const Grid& grid = grids[i];
    for (std::size_t layer = 0; layer < grid.layers(); ++layer) {
      const tissue::Properties& p = column.layers[layer].tissue.properties;
      for (std::size_t c = grid.layer_begin[layer]; c < grid.layer_begin[layer + 1]; ++c) {
        accounts[i].capacity.push_back(p.density * p.specific_heat * grid.volume[c]);
      }
    }
    const Snapshot shot = snapshot(state, i, 0.0);
    accounts[i].start = shot.cells;
    record(history, state, i, lanes[i], shot, {0.0, 0.0, shot.source});
  }
}

template <typename Real>
void HistoryRecorder<Real>::opened(const BatchState<Real>& state, std::size_t index,
                                   const Lane& lane) {
  Account& account = accounts[index];
  account.phase_enthalpy = lane.enthalpy;
  account.phase_heat = lane.heat;
  account.phase_air = 0.0;
  histories[index].flux_track.push_back(
      {lane.time, flux_of(state, state.temperature, index), true});
}

template <typename Real>
void HistoryRecorder<Real>::step(const Kernel<Real>& kernel, BatchState<Real>& state,
                                 std::span<Lane> lanes, std::span<const Real> taken) {
  kernel.audit(state);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (!(taken[i] > Real{0})) {
      continue;
    }
    Lane& lane = lanes[i];
    History& history = histories[i];
    const double heat = state.heat[i];
    const double end = lane.time + lane.length;
    const double flux_before = flux_of(state, state.temperature, i);
    const double flux_after = flux_of(state, state.next, i);
    while (static_cast<double>(lane.next_sample) * interval <= end + sample_slack * interval) {
      const double at = static_cast<double>(lane.next_sample++) * interval;
      const double share = std::clamp((at - lane.time) / lane.length, 0.0, 1.0);
      const Snapshot shot = snapshot(state, i, share);
      record(history, state, i, lane, shot,
             {at, hermite(lane.heat, flux_before, lane.heat + heat, flux_after, lane.length, share),
              shown_source(lane, shot.source)});
    }
    Heats& heats = history.energy.heats;
    heats.surface += heat;
    heats.inner += static_cast<double>(state.audit[0][i]);
    heats.blood += static_cast<double>(state.audit[1][i]);
    heats.metabolism += static_cast<double>(state.audit[2][i]);
    if (lane.now().boundary.store) {
      const double air = static_cast<double>(state.gain[i]) - heat;
      heats.air += air;
      accounts[i].phase_air += air;
    }
    history.flux_track.push_back({end, flux_after, false});
  }
}

template <typename Real>
void HistoryRecorder<Real>::happened(std::size_t index, const Lane& lane, Event event) {
  event.time = lane.time;
  histories[index].events.push_back(event);
}

template <typename Real>
void HistoryRecorder<Real>::closed(const BatchState<Real>& state, std::size_t index,
                                   const Lane& lane) {
  History& history = histories[index];
  Account& account = accounts[index];
  history.phase_end.push_back(lane.time);
  const Snapshot shot = snapshot(state, index, 0.0);
  if (lane.time - history.time.back() > sample_slack * interval) {
    record(history, state, index, lane, shot,
           {lane.time, lane.heat, shown_source(lane, shot.source)});
  }
  if (lane.now().boundary.store) {
    EnergyBalance& energy = history.energy;
    const double gained = lane.enthalpy - account.phase_enthalpy;
    const double from_skin = lane.heat - account.phase_heat;
    energy.store_gained += gained;
    energy.store_from_skin += from_skin;
    const double scale = std::abs(gained) + std::abs(from_skin) + std::abs(account.phase_air);
    const double gap = std::abs(gained - from_skin - account.phase_air);
    energy.store_closure = std::max(energy.store_closure, scale > 0.0 ? gap / scale : 0.0);
  }
  if (lane.phase + 1 == lane.task->schedule.size()) {
    close_energy(history, account.capacity, account.start, shot.cells);
  }
}

template struct HistoryRecorder<float>;
template struct HistoryRecorder<double>;

}  // namespace coldplan::bioheat
