#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <utility>

#include "coldplan/bioheat/batch_plan.h"

namespace coldplan::bioheat {
namespace {

template <typename Real>
void fill_law(LawLanes<Real>& lanes, std::size_t lane, const Column& column) {
  const tissue::PerfusionLaw& law = column.law;
  const auto set = [lane](LaneArray<Real>& values, double value) {
    values[lane] = static_cast<Real>(value);
  };
  set(lanes.floor, law.local_floor);
  set(lanes.sensitivity, law.local_sensitivity);
  set(lanes.per_doubling, 1.0 / law.warm_doubling);
  set(lanes.warm_cap, law.warm_cap);
  set(lanes.onset_time, law.onset_time);
  set(lanes.recovery_time, law.recovery_time);
  set(lanes.per_dose_scale, 1.0 / law.recovery_dose_scale);
  set(lanes.recovery_time_cap, law.recovery_time_cap);
  set(lanes.reflex_gain, law.reflex_gain);
  set(lanes.age_factor, law.reflex_age_factor);
  set(lanes.blunting, law.reflex_blunting);
  set(lanes.blend_begin, law.reflex_blunting_level - law.reflex_blunting_width);
  set(lanes.per_blend_width, 0.5 / law.reflex_blunting_width);
  set(lanes.signal_per_kelvin, column.reflex_signal_per_kelvin);
}

template <typename Real>
void fill_section(SectionLanes<Real>& lanes, std::size_t lane, const Column& column,
                  const tissue::Tissue& tissue) {
  const tissue::Properties& p = tissue.properties;
  const auto set = [lane](LaneArray<Real>& values, double value) {
    values[lane] = static_cast<Real>(value);
  };
  set(lanes.heat, p.density * p.specific_heat);
  set(lanes.perfusion, p.perfusion * column.blood_heat_capacity);
  set(lanes.metabolism, p.metabolic_heat);
  set(lanes.flow_exponent, std::log2(tissue.flow_q10) / 10.0);
  set(lanes.metabolism_exponent, std::log2(tissue.metabolism_q10) / 10.0);
  set(lanes.own_reference, tissue.quotient_reference ? 0.0 : 1.0);
  if (tissue.flow_control == tissue::FlowControl::temperature_ramp) {
    set(lanes.law[0], tissue.flow_ramp.cold_temperature);
    set(lanes.law[1], tissue.flow_ramp.warm_temperature);
    set(lanes.law[2], tissue.flow_ramp.cold_flow);
  } else if (tissue.flow_control == tissue::FlowControl::temperature_logistic) {
    set(lanes.law[0], tissue.flow_logistic.floor);
    set(lanes.law[1], tissue.flow_logistic.middle);
    set(lanes.law[2], tissue.flow_logistic.width);
  }
}

template <typename Real>
void fill_cells(BatchState<Real>& state, std::size_t lane, const Column& column, const Grid& grid) {
  const std::size_t cells = grid.cells();
  for (std::size_t i = 0; i < cells; ++i) {
    const std::size_t place = state.at(i + 1, lane);
    state.volume[place] = static_cast<Real>(grid.volume[i]);
    state.temperature[place] = static_cast<Real>(column.arterial_temperature);
    state.reference[place] = Real{0};
    if (i > 0) {
      state.conductance[place] =
          static_cast<Real>(1.0 / (grid.inner_resistance[i - 1] + grid.outer_resistance[i]));
    }
  }
  state.conductance[state.at(cells + 1, lane)] =
      column.inner_temperature ? static_cast<Real>(1.0 / grid.inner_resistance.back()) : Real{0};
}

}  // namespace

template <typename Real>
void fill_lane(BatchState<Real>& state, std::size_t lane, const Task& task,
               std::span<const Cut> cuts, Grid& grid) {
  const Column& column = task.column;
  fill_grid(grid, column, cuts);
  fill_cells(state, lane, column, grid);
  fill_law(state.law, lane, column);
  state.arterial[lane] = static_cast<Real>(column.arterial_temperature);
  state.inner[lane] = static_cast<Real>(column.inner_temperature.value_or(0.0));
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const tissue::Tissue& tissue = column.layers[cuts[i].layer].tissue;
    fill_section(state.section_lanes[i], lane, column, tissue);
    const KernelSection& section = state.sections[i];
    for (std::size_t row = section.begin; row < section.end; ++row) {
      state.reference[state.at(row, lane)] =
          static_cast<Real>(tissue.quotient_reference.value_or(0.0));
    }
    if (section.memory >= 0) {
      MemoryLanes<Real>& memory = state.memory_lanes[static_cast<std::size_t>(section.memory)];
      const std::size_t layer = cuts[i].layer;
      double volume = 0.0;
      for (std::size_t c = grid.layer_begin[layer]; c < grid.layer_begin[layer + 1]; ++c) {
        volume += grid.volume[c];
      }
      memory.per_volume[lane] = static_cast<Real>(1.0 / volume);
    }
  }
}

namespace {

template <typename Real>
void assign_each(std::initializer_list<LaneArray<Real>*> arrays, std::size_t size) {
  for (auto* values : arrays) {
    values->assign(size, Real{1});
  }
}

template <typename Real>
void make_layers(BatchState<Real>& state) {
  state.section_lanes.resize(state.sections.size());
  for (SectionLanes<Real>& s : state.section_lanes) {
    assign_each({&s.heat, &s.perfusion, &s.metabolism, &s.flow_exponent, &s.metabolism_exponent,
                 &s.own_reference, &s.law[0], &s.law[1], &s.law[2]},
                state.lanes);
  }
  state.memory_lanes.resize(state.memories.size());
  for (MemoryLanes<Real>& m : state.memory_lanes) {
    assign_each({&m.h, &m.next_h, &m.factor, &m.per_volume, &m.dose, &m.next_dose, &m.mean,
                 &m.next_mean, &m.slope, &m.forecast, &m.neutral, &m.watched_level},
                state.lanes);
  }
}

template <typename Real>
void make_lanes(BatchState<Real>& state) {
  LawLanes<Real>& law = state.law;
  assign_each({&law.floor, &law.sensitivity, &law.per_doubling, &law.warm_cap, &law.onset_time,
               &law.recovery_time, &law.per_dose_scale, &law.recovery_time_cap, &law.reflex_gain,
               &law.age_factor, &law.blunting, &law.blend_begin, &law.per_blend_width,
               &law.signal_per_kelvin},
              state.lanes);
  assign_each({&state.arterial, &state.inner, &state.length, &state.cooling, &state.source_capacity,
               &state.outside_conductance, &state.outside_temperature, &state.steady_heat,
               &state.surface_share, &state.watched_source, &state.watched_gain,
               &state.watched_surface, &state.heat, &state.gain, &state.heat_rate, &state.surface,
               &state.audit[0], &state.audit[1], &state.audit[2]},
              state.lanes);
}

}  // namespace

template <typename Real>
BatchState<Real> make_batch_state(std::size_t lanes, const std::vector<KernelSection>& sections,
                                  const std::vector<KernelMemory>& memories) {
  BatchState<Real> state;
  state.lanes = lanes;
  state.cells = sections.back().end - 1;
  state.sections = sections;
  state.memories = memories;
  assign_each({&state.temperature, &state.next, &state.volume, &state.conductance, &state.reference,
               &state.inverse, &state.coupling, &state.stage[0], &state.stage[1], &state.stage[2]},
              (state.cells + 2) * lanes);
  make_layers(state);
  make_lanes(state);
  renew(state);
  return state;
}

template <typename Real>
void renew(BatchState<Real>& state) {
  constexpr Real never = std::numeric_limits<Real>::infinity();
  const auto fill = [](LaneArray<Real>& values, Real value) {
    std::fill(values.begin(), values.end(), value);
  };
  for (MemoryLanes<Real>& memory : state.memory_lanes) {
    fill(memory.h, Real{1});
    fill(memory.watched_level, never);
    for (auto* values : {&memory.dose, &memory.slope, &memory.forecast}) {
      fill(*values, Real{0});
    }
  }
  fill(state.watched_source, never);
  fill(state.watched_gain, never);
  fill(state.watched_surface, -never);
}

template void renew(BatchState<float>&);
template void renew(BatchState<double>&);
template BatchState<float> make_batch_state(std::size_t, const std::vector<KernelSection>&,
                                            const std::vector<KernelMemory>&);
template BatchState<double> make_batch_state(std::size_t, const std::vector<KernelSection>&,
                                             const std::vector<KernelMemory>&);
template void fill_lane(BatchState<float>&, std::size_t, const Task&, std::span<const Cut>, Grid&);
template void fill_lane(BatchState<double>&, std::size_t, const Task&, std::span<const Cut>, Grid&);

}  // namespace coldplan::bioheat
