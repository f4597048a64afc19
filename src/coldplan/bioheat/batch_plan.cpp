#include "coldplan/bioheat/batch_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

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

/// Appends a layer, or the part of one between two depths.
void add_section(Planned& planned, const tissue::Tissue& tissue, int memory, const Cut& cut) {
  std::vector<KernelSection>& sections = planned.shape.sections;
  const std::size_t first = sections.empty() ? 1 : sections.back().end;
  sections.push_back({first, first + cut.cells, kernel_flow(tissue),
                      tissue.properties.metabolic_heat > 0.0, memory, is_absolute(tissue)});
  planned.cuts.push_back(cut);
}

/// Appends a layer that begins at this depth, cut where depths asked for lie within.
void add_layer(Planned& planned, const Layer& layer, std::size_t number, double begin,
               std::span<const double> sorted_depths, const GridOptions& grid, bool on_a_ladder) {
  Shape& shape = planned.shape;
  int memory = -1;
  if (remembers(layer.tissue)) {
    memory = static_cast<int>(shape.memories.size());
    shape.memories.push_back({layer.tissue.flow_control == FlowControl::constriction_and_reflex});
  }
  const double bottom = begin + layer.thickness;
  const auto add_down_to = [&](double end) {
    const std::size_t wished = wished_cells(begin, end - begin, grid);
    const std::size_t cells = on_a_ladder ? on_ladder(wished) : wished;
    add_section(planned, layer.tissue, memory, graded_cut(number, begin, end - begin, grid, cells));
    begin = end;
  };
  for (const double depth : sorted_depths) {
    if (depth > begin + same_depth && depth < bottom - same_depth) {
      add_down_to(depth);
    }
  }
  add_down_to(bottom);
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

bool remembers(const tissue::Tissue& tissue) {
  return constricts(tissue) && tissue.properties.perfusion > 0.0;
}

Planned plan(const Task& task, const BatchOptions& options) {
  Planned planned;
  const TimeMesh mesh{options.mesh.first, options.mesh.growth, options.mesh.largest};
  planned.shape.fine = needs_fine_cells(task.schedule, task.column, mesh);
  const GridOptions grid = planned.shape.fine ? fine_grid(options.grid) : options.grid;
  const std::size_t sections = task.column.layers.size() + task.depths.size();
  planned.shape.sections.reserve(sections);
  planned.cuts.reserve(sections);
  planned.shape.probe_rows.reserve(task.depths.size());
  std::vector<double> depths = task.depths;
  std::sort(depths.begin(), depths.end());
  double begin = 0.0;
  for (std::size_t layer = 0; layer < task.column.layers.size(); ++layer) {
    add_layer(planned, task.column.layers[layer], layer, begin, depths, grid,
              options.cells_on_ladder);
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

/// Whether the laws of blood flow are numbers, and times and widths over 0. The kernel's minima and
/// maxima would make some other number of one that is none.
bool has_sound_laws(const Column& column) {
  const tissue::PerfusionLaw& law = column.law;
  const bool is_set = law.onset_time > 0.0 && law.recovery_time > 0.0 &&
                      law.recovery_time_cap > 0.0 && law.recovery_dose_scale > 0.0 &&
                      law.warm_doubling > 0.0 && law.reflex_blunting_width > 0.0;
  return is_set && std::isfinite(law.onset_time + law.recovery_time + law.recovery_time_cap +
                                 law.recovery_dose_scale + law.warm_doubling + law.local_floor +
                                 law.local_sensitivity + law.warm_cap + law.recovered_level +
                                 law.reflex_gain + law.reflex_age_factor + law.reflex_blunting +
                                 law.reflex_blunting_level + law.reflex_blunting_width +
                                 column.reflex_signal_per_kelvin + column.arterial_temperature +
                                 column.inner_temperature.value_or(0.0));
}

bool has_sound_laws(const tissue::Tissue& tissue) {
  const tissue::FlowRamp& ramp = tissue.flow_ramp;
  const tissue::FlowLogistic& logistic = tissue.flow_logistic;
  return ramp.cold_temperature < ramp.warm_temperature && logistic.width > 0.0 &&
         tissue.flow_q10 > 0.0 && tissue.metabolism_q10 > 0.0 &&
         std::isfinite(ramp.cold_temperature + ramp.warm_temperature + ramp.cold_flow +
                       logistic.floor + logistic.middle + logistic.width + tissue.flow_q10 +
                       tissue.metabolism_q10 + tissue.quotient_reference.value_or(0.0));
}

/// Numbers that a reference in double may still make sense of, and a lane cannot.
Expected<void> check_numbers(const Column& column) {
  if (!has_sound_laws(column)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "law", "",
                                "a law of blood flow whose numbers are finite, times over 0", ""});
  }
  for (std::size_t i = 0; i < column.layers.size(); ++i) {
    const Layer& layer = column.layers[i];
    const tissue::Properties& p = layer.tissue.properties;
    const bool fits = is_usable(layer.thickness, false) && is_usable(p.conductivity, false) &&
                      is_usable(p.density * p.specific_heat, false) &&
                      is_usable(p.perfusion * column.blood_heat_capacity, true) &&
                      is_usable(p.metabolic_heat, true) && has_sound_laws(layer.tissue);
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
  // A longer one would ask for more samples than memory holds.
  constexpr double longest = 1e6;
  if (const double duration = duration_of(task); duration > longest) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "schedule", fmt::format("{:g}", duration),
                                "phases of at most 1e6 s in all", ""});
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

double duration_of(const Task& task) {
  return std::accumulate(
      task.schedule.begin(), task.schedule.end(), 0.0,
      [](double sum, const Phase& phase) { return sum + std::max(0.0, phase.duration); });
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

}  // namespace coldplan::bioheat
