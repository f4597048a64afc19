#include "coldplan/bioheat/resting.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>

#include "coldplan/bioheat/tridiagonal.h"

namespace coldplan::bioheat {
namespace {

using tissue::FlowControl;

/// Sources of a cell that are linear in its temperature: perfusion (T_a − T) + heat.
struct LinearSources {
  double perfusion = 0.0;  ///< [W/(m² K)]
  double heat = 0.0;       ///< [W/m²]
};

/// The steady temperatures of cells with linear sources.
std::vector<double> solve_steady(const System& system, const Boundary& boundary,
                                 std::span<const LinearSources> sources) {
  if (boundary.store || boundary.evaporation) {
    throw std::invalid_argument("a boundary that changes has no steady profile");
  }
  const std::size_t n = system.grid.cells();
  const double contact = contact_conductance(system, {boundary, StoreBranch::thawed, false});
  Tridiagonal matrix(n);
  std::vector<double> right(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double outward = i == 0 ? contact : system.conductance[i];
    const double inward = system.conductance[i + 1];
    matrix.lower[i] = i == 0 ? 0.0 : -outward;
    matrix.upper[i] = i + 1 == n ? 0.0 : -inward;
    matrix.diagonal[i] = outward + inward + sources[i].perfusion;
    right[i] = sources[i].perfusion * system.column.arterial_temperature + sources[i].heat +
               added_heat(system, i, 0.0);
  }
  right[0] += contact * boundary.temperature;
  right[n - 1] += system.conductance[n] * system.column.inner_temperature.value_or(0.0);
  solve_in_place(matrix, right);
  return right;
}

bool has_absolute_flow(const tissue::Tissue& tissue) {
  return tissue.flow_control == FlowControl::temperature_logistic ||
         (tissue.flow_control == FlowControl::temperature_quotient && tissue.quotient_reference);
}

/// Sources of a cell that rests at `t`: only laws in absolute temperatures see where that is.
Sources resting_sources(const System& system, std::size_t cell, double t,
                        const tissue::Tissue& tissue) {
  Sources sources = sources_at(system, cell, t, 1.0, tissue);
  if (!has_absolute_flow(tissue)) {
    sources.flow = 1.0;
    sources.flow_slope = 0.0;
  }
  if (!tissue.quotient_reference) {
    sources.metabolism = system.metabolism[cell];
    sources.metabolism_slope = 0.0;
  }
  return sources;
}

/// The resting sources of all cells, continued along their slopes from a profile.
std::vector<LinearSources> linearised(const System& system, std::span<const double> profile) {
  std::vector<LinearSources> linear;
  linear.reserve(profile.size());
  for (std::size_t layer = 0; layer < system.grid.layers(); ++layer) {
    const tissue::Tissue& tissue = system.column.layers[layer].tissue;
    for (std::size_t i = system.grid.layer_begin[layer]; i < system.grid.layer_begin[layer + 1];
         ++i) {
      const double below_arterial = system.column.arterial_temperature - profile[i];
      const Sources at = resting_sources(system, i, profile[i], tissue);
      const double heat = system.perfusion[i] * at.flow * below_arterial + at.metabolism;
      const double fall =
          system.perfusion[i] * (at.flow - at.flow_slope * below_arterial) - at.metabolism_slope;
      linear.push_back({fall, heat - fall * below_arterial});
    }
  }
  return linear;
}

/// Moves a profile to the next one, no cell too far at once, and returns the largest update that
/// was called for [K].
double move_to(std::span<const double> next, std::vector<double>& profile) {
  constexpr double most_at_once = 5.0;  // [K]
  double largest = 0.0;
  for (std::size_t i = 0; i < profile.size(); ++i) {
    const double update = next[i] - profile[i];
    if (!std::isfinite(update)) {
      return std::numeric_limits<double>::infinity();
    }
    profile[i] += std::clamp(update, -most_at_once, most_at_once);
    largest = std::max(largest, std::abs(update));
  }
  return largest;
}

}  // namespace

std::vector<double> steady_profile(const System& system, const Boundary& boundary) {
  std::vector<LinearSources> sources;
  sources.reserve(system.grid.cells());
  for (std::size_t i = 0; i < system.grid.cells(); ++i) {
    sources.push_back({system.perfusion[i], system.metabolism[i]});
  }
  return solve_steady(system, boundary, sources);
}

Expected<std::vector<double>> resting_profile(const System& system, const Boundary& boundary) {
  constexpr int most_iterations = 50;
  constexpr double last_update = 1e-9;  // [K]
  std::vector<double> profile = steady_profile(system, boundary);
  const auto& layers = system.column.layers;
  if (std::none_of(layers.begin(), layers.end(), [](const Layer& layer) {
        return has_absolute_flow(layer.tissue) || layer.tissue.quotient_reference;
      })) {
    return profile;
  }
  System referred = system;
  set_reference(referred, profile);
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    const auto next = solve_steady(referred, boundary, linearised(referred, profile));
    if (move_to(next, profile) < last_update) {
      return profile;
    }
  }
  return tl::unexpected(Error{ErrorCode::not_solved, "column", "", "",
                              "no resting temperatures were found; check metabolism and flow"});
}

}  // namespace coldplan::bioheat
