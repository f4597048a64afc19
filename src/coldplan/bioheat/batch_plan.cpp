#include "coldplan/bioheat/batch_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "coldplan/bioheat/system.h"

namespace coldplan::bioheat {
namespace {

using tissue::FlowControl;

/// Depths closer to a face than this [m] are on it.
constexpr double same_depth = 1e-7;

KernelFlow kernel_flow(const tissue::Tissue& tissue) {
  if (tissue.properties.perfusion == 0.0) {
    return KernelFlow::none;
  }
  switch (tissue.flow_control) {
    case FlowControl::fixed:
    case FlowControl::constriction:
    case FlowControl::constriction_and_reflex:
      return KernelFlow::factor;
    case FlowControl::temperature_quotient:
      return KernelFlow::quotient;
    case FlowControl::temperature_ramp:
      return KernelFlow::ramp;
    case FlowControl::temperature_logistic:
      return KernelFlow::logistic;
  }
  return KernelFlow::none;
}

bool is_absolute(const tissue::Tissue& tissue) {
  return tissue.flow_control == FlowControl::temperature_logistic ||
         tissue.quotient_reference.has_value();
}

/// A layer without blood has no use for a memory.
bool remembers(const tissue::Tissue& tissue) {
  return constricts(tissue) && tissue.properties.perfusion > 0.0;
}

/// Ends of the sections of a layer: its own, and the depths asked for within it.
std::vector<double> section_ends(double begin, double end, std::span<const double> sorted_depths) {
  std::vector<double> ends;
  double last = begin;
  for (const double depth : sorted_depths) {
    if (depth > last + same_depth && depth < end - same_depth) {
      ends.push_back(depth);
      last = depth;
    }
  }
  ends.push_back(end);
  return ends;
}

/// The next number of a ladder: 1, 2, 4, then multiples of 4 up to 16 and of 8 beyond.
std::size_t on_ladder(std::size_t cells) {
  constexpr std::size_t small_step = 4;
  constexpr std::size_t large_step = 8;
  constexpr std::size_t last_of_small = 16;
  if (cells <= 2) {
    return cells;
  }
  const std::size_t step = cells <= last_of_small ? small_step : large_step;
  return (cells + step - 1) / step * step;
}

void add_layer(Planned& planned, const Layer& layer, std::size_t number, double begin,
               std::span<const double> depths, const BatchOptions& options,
               const GridOptions& grid) {
  Shape& shape = planned.shape;
  int memory = -1;
  if (remembers(layer.tissue)) {
    memory = static_cast<int>(shape.memories.size());
    shape.memories.push_back({layer.tissue.flow_control == FlowControl::constriction_and_reflex});
  }
  for (const double end : section_ends(begin, begin + layer.thickness, depths)) {
    const std::size_t wished = wished_cells(begin, end - begin, grid);
    const Cut cut = graded_cut(number, begin, end - begin, grid,
                               options.cells_on_ladder ? on_ladder(wished) : wished);
    const std::size_t first = shape.sections.empty() ? 1 : shape.sections.back().end;
    shape.sections.push_back({first, first + cut.cells, kernel_flow(layer.tissue),
                              layer.tissue.properties.metabolic_heat > 0.0, memory,
                              is_absolute(layer.tissue)});
    planned.cuts.push_back(cut);
    begin = end;
  }
}

/// The row inside a depth that is a face of the cuts.
std::size_t row_inside(const Planned& planned, double depth) {
  if (depth <= same_depth) {
    return 0;
  }
  for (std::size_t i = 0; i < planned.cuts.size(); ++i) {
    const Cut& cut = planned.cuts[i];
    if (depth < cut.begin + 0.5 * cut.thickness) {
      return planned.shape.sections[i].begin;
    }
  }
  return planned.shape.sections.back().end;
}

}  // namespace

Planned plan(const Task& task, const BatchOptions& options) {
  Planned planned;
  const TimeMesh mesh{options.mesh.first, options.mesh.growth, options.mesh.largest};
  planned.shape.fine = needs_fine_cells(task.schedule, task.column, mesh);
  const GridOptions grid = planned.shape.fine ? fine_grid(options.grid) : options.grid;
  std::vector<double> depths = task.depths;
  std::sort(depths.begin(), depths.end());
  double begin = 0.0;
  for (std::size_t layer = 0; layer < task.column.layers.size(); ++layer) {
    add_layer(planned, task.column.layers[layer], layer, begin, depths, options, grid);
    begin += task.column.layers[layer].thickness;
  }
  for (const double depth : task.depths) {
    planned.shape.probe_rows.push_back(row_inside(planned, depth));
  }
  return planned;
}

std::size_t hash_of(const Shape& shape) {
  std::size_t hash = shape.fine ? 1 : 0;
  const auto mix = [&hash](std::size_t value) { hash = hash * 1000003 + value; };
  for (const KernelSection& section : shape.sections) {
    mix(section.end);
    mix(static_cast<std::size_t>(section.flow) * 8 + (section.makes_heat ? 4 : 0) +
        (section.absolute ? 2 : 0) + (section.memory >= 0 ? 1 : 0));
  }
  for (const std::size_t row : shape.probe_rows) {
    mix(row);
  }
  return hash;
}

namespace {

/// What single precision can compute with: neither denormal nor so large that products overflow.
bool is_usable(double value, bool may_be_zero) {
  constexpr double least = 1e-15;
  constexpr double most = 1e15;
  return (value >= least && value <= most) || (may_be_zero && value == 0.0);
}

/// Numbers that a reference in double may still make sense of, and a lane cannot.
Expected<void> check_numbers(const Column& column) {
  for (std::size_t i = 0; i < column.layers.size(); ++i) {
    const Layer& layer = column.layers[i];
    const tissue::Properties& p = layer.tissue.properties;
    const bool fits = is_usable(layer.thickness, false) && is_usable(p.conductivity, false) &&
                      is_usable(p.density * p.specific_heat, false) &&
                      is_usable(p.perfusion * column.blood_heat_capacity, true) &&
                      is_usable(p.metabolic_heat, true);
    if (!fits) {
      return tl::unexpected(Error{ErrorCode::out_of_range, fmt::format("layers[{}]", i), "",
                                  "a tissue whose properties lie between 1e-15 and 1e15", ""});
    }
  }
  return {};
}

}  // namespace

Expected<void> check(const Task& task) {
  if (auto fit = check(task.column); !fit) {
    return fit;
  }
  if (auto fit = check_numbers(task.column); !fit) {
    return fit;
  }
  if (auto fit = check(task.schedule); !fit) {
    return fit;
  }
  const double bottom = depth_of(task.column);
  for (const double depth : task.depths) {
    if (!(depth >= 0.0 && depth < bottom - same_depth)) {
      return tl::unexpected(Error{ErrorCode::out_of_range, "depths", fmt::format("{:g}", depth),
                                  fmt::format("a depth in m (0 to {:g})", bottom), ""});
    }
  }
  return {};
}

double freezing_watch(const Column& column) {
  double warmest = -std::numeric_limits<double>::infinity();
  for (const Layer& layer : column.layers) {
    if (layer.tissue.frozen) {
      warmest = std::max(warmest, layer.tissue.frozen->freezing_temperature);
    }
  }
  return warmest;
}

double inner_weight(const Grid& grid, std::size_t row) {
  const double outer = grid.inner_resistance[row - 2];
  const double inner = grid.outer_resistance[row - 1];
  return outer / (outer + inner);
}

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
  if (tissue.flow_control == FlowControl::temperature_ramp) {
    set(lanes.law[0], tissue.flow_ramp.cold_temperature);
    set(lanes.law[1], tissue.flow_ramp.warm_temperature);
    set(lanes.law[2], tissue.flow_ramp.cold_flow);
  } else if (tissue.flow_control == FlowControl::temperature_logistic) {
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

template <typename Real>
BatchState<Real> make_batch_state(std::size_t lanes, std::vector<KernelSection> sections,
                                  std::vector<KernelMemory> memories) {
  BatchState<Real> state;
  state.lanes = lanes;
  state.cells = sections.back().end - 1;
  state.sections = std::move(sections);
  state.memories = std::move(memories);
  const std::size_t rows = state.cells + 2;
  for (auto* values :
       {&state.temperature, &state.next, &state.volume, &state.conductance, &state.reference,
        &state.inverse, &state.coupling, &state.stage[0], &state.stage[1], &state.stage[2]}) {
    values->assign(rows * lanes, Real{1});
  }
  const auto each = [lanes](std::initializer_list<LaneArray<Real>*> arrays, Real value) {
    for (auto* values : arrays) {
      values->assign(lanes, value);
    }
  };
  state.section_lanes.resize(state.sections.size());
  for (SectionLanes<Real>& s : state.section_lanes) {
    each({&s.heat, &s.perfusion, &s.metabolism, &s.flow_exponent, &s.metabolism_exponent,
          &s.own_reference, &s.law[0], &s.law[1], &s.law[2]},
         Real{1});
  }
  state.memory_lanes.resize(state.memories.size());
  for (MemoryLanes<Real>& m : state.memory_lanes) {
    each({&m.h, &m.next_h, &m.factor, &m.per_volume, &m.dose, &m.next_dose, &m.mean, &m.next_mean,
          &m.slope, &m.forecast, &m.neutral, &m.watched_level},
         Real{1});
  }
  LawLanes<Real>& law = state.law;
  each({&law.floor,
        &law.sensitivity,
        &law.per_doubling,
        &law.warm_cap,
        &law.onset_time,
        &law.recovery_time,
        &law.per_dose_scale,
        &law.recovery_time_cap,
        &law.reflex_gain,
        &law.age_factor,
        &law.blunting,
        &law.blend_begin,
        &law.per_blend_width,
        &law.signal_per_kelvin,
        &state.arterial,
        &state.inner,
        &state.length,
        &state.cooling,
        &state.source_capacity,
        &state.outside_conductance,
        &state.outside_temperature,
        &state.steady_heat,
        &state.surface_share,
        &state.heat,
        &state.gain,
        &state.heat_rate,
        &state.audit[0],
        &state.audit[1],
        &state.audit[2]},
       Real{1});
  each({&state.watched_source, &state.watched_gain, &state.watched_surface}, Real{1});
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
template BatchState<float> make_batch_state(std::size_t, std::vector<KernelSection>,
                                            std::vector<KernelMemory>);
template BatchState<double> make_batch_state(std::size_t, std::vector<KernelSection>,
                                             std::vector<KernelMemory>);
template void fill_lane(BatchState<float>&, std::size_t, const Task&, std::span<const Cut>, Grid&);
template void fill_lane(BatchState<double>&, std::size_t, const Task&, std::span<const Cut>, Grid&);

}  // namespace coldplan::bioheat
