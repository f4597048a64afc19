#include "oracle/right_hand_side.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace coldplan::oracle {
namespace {

using bioheat::HeatStore;
using tissue::FlowControl;
using tissue::PerfusionLaw;

bool has_memory(FlowControl control) {
  return control == FlowControl::constriction || control == FlowControl::constriction_and_reflex;
}

/// dh/dt of local constriction: towards h*, fast down and slowly up.
double constriction_rate(const PerfusionLaw& law, double cooling, double h, double dose) {
  const double wanted =
      cooling > 0.0
          ? law.local_floor + (1.0 - law.local_floor) * std::exp(-law.local_sensitivity * cooling)
          : std::min(law.warm_cap, std::pow(2.0, -cooling / law.warm_doubling));
  if (wanted < h) {
    return (wanted - h) / law.onset_time;
  }
  const double slowed = law.recovery_time * std::exp(dose / law.recovery_dose_scale);
  return (wanted - h) / std::min(slowed, law.recovery_time_cap);
}

/// What the reflex of the whole body leaves of skin flow, blunted where constriction is strong.
double reflex(const PerfusionLaw& law, double signal, double h) {
  const double lowest = law.reflex_blunting_level - law.reflex_blunting_width;
  const double highest = law.reflex_blunting_level + law.reflex_blunting_width;
  const double at = std::min(std::max(h, lowest), highest);
  const double blunting =
      law.reflex_blunting + (1.0 - law.reflex_blunting) * (at - lowest) / (highest - lowest);
  const double lost = law.reflex_gain * signal / (1.0 + law.reflex_gain * signal);
  return 1.0 - law.reflex_age_factor * blunting * lost;
}

/// Relative flow by layer; 1 for layers whose cells answer for themselves.
std::vector<double> relative_flow(const ColumnEquations& equations, const double* y) {
  std::vector<double> flow(equations.column.layers.size(), 1.0);
  for (std::size_t layer = 0; layer < flow.size(); ++layer) {
    const FlowControl control = equations.column.layers[layer].tissue.flow_control;
    if (has_memory(control)) {
      flow[layer] = y[equations.memory_at[layer]];
    }
    if (control == FlowControl::constriction_and_reflex) {
      const double cooling = equations.resting_mean[layer] - equations.layer_mean(layer, y);
      const double signal = equations.column.reflex_signal_per_kelvin * std::max(cooling, 0.0);
      flow[layer] *= reflex(equations.column.law, signal, flow[layer]);
    }
  }
  return flow;
}

/// Heat of blood and metabolism in a portion [W/m²] and its derivative with temperature.
std::pair<double, double> heat_sources(const ColumnEquations& equations, const Portion& portion,
                                       double flow, double temperature) {
  const tissue::Tissue& tissue = equations.column.layers[portion.layer].tissue;
  const double warmer = temperature - equations.resting[portion.node];
  double flow_slope = 0.0;
  if (tissue.flow_control == FlowControl::temperature_quotient) {
    flow = std::pow(tissue.flow_q10, 0.1 * warmer);
    flow_slope = 0.1 * std::log(tissue.flow_q10) * flow;
  }
  const double blood =
      tissue.properties.perfusion * equations.column.blood_heat_capacity * portion.volume;
  const double below_arterial = equations.column.arterial_temperature - temperature;
  const double metabolic = tissue.properties.metabolic_heat * portion.volume *
                           std::pow(tissue.metabolism_q10, 0.1 * warmer);
  return {blood * flow * below_arterial + metabolic,
          blood * (flow_slope * below_arterial - flow) +
              0.1 * std::log(tissue.metabolism_q10) * metabolic};
}

}  // namespace

std::size_t ColumnEquations::size() const {
  return 1 + mesh.free_nodes() +
         2 * static_cast<std::size_t>(std::count_if(memory_at.begin(), memory_at.end(),
                                                    [](std::size_t at) { return at > 0; }));
}

double ColumnEquations::pack_temperature(double enthalpy) const {
  if (!surroundings.boundary.store) {
    return surroundings.boundary.temperature;
  }
  const HeatStore& pack = *surroundings.boundary.store;
  const double beyond =
      surroundings.part == PackPart::above_melting ? enthalpy - pack.latent_heat : enthalpy;
  return pack.melting_temperature + beyond * pack_slope();
}

double ColumnEquations::pack_slope() const {
  if (!surroundings.boundary.store || surroundings.part == PackPart::melting) {
    return 0.0;
  }
  return 1.0 / (surroundings.part == PackPart::below_melting
                    ? surroundings.boundary.store->frozen_capacity
                    : surroundings.boundary.store->thawed_capacity);
}

double ColumnEquations::layer_mean(std::size_t layer, const double* y) const {
  double sum = 0.0;
  for (const Portion& portion : mesh.portions) {
    if (portion.layer == layer) {
      const bool free = portion.node < mesh.free_nodes();
      sum += portion.volume * (free ? y[1 + portion.node] : *column.inner_temperature);
    }
  }
  return sum / mesh.layer_volume[layer];
}

void ColumnEquations::derivative(const double* y, double* rate) const {
  const double* t = y + 1;
  double* heat = rate + 1;
  const std::size_t free = mesh.free_nodes();
  std::fill(rate, rate + size(), 0.0);
  for (std::size_t e = 0; e < free; ++e) {
    const double inner = e + 1 < free ? t[e + 1] : *column.inner_temperature;
    const double outward = mesh.conductance[e] * (inner - t[e]);
    heat[e] += outward;
    heat[e + 1] -= e + 1 < free ? outward : 0.0;
  }
  const double pack = pack_temperature(y[0] * enthalpy_unit);
  const double out_of_skin = (t[0] - pack) / surroundings.boundary.resistance;
  heat[0] -= out_of_skin;
  if (surroundings.boundary.store) {
    const HeatStore& store = *surroundings.boundary.store;
    rate[0] =
        (out_of_skin + store.air_conductance * (store.air_temperature - pack)) / enthalpy_unit;
  }
  const std::vector<double> flow = relative_flow(*this, y);
  for (const Portion& portion : mesh.portions) {
    if (portion.node < free) {
      heat[portion.node] +=
          heat_sources(*this, portion, flow[portion.layer], t[portion.node]).first;
    }
  }
  for (std::size_t j = 0; j < free; ++j) {
    heat[j] /= mesh.capacity[j];
  }
  for (std::size_t layer = 0; layer < memory_at.size(); ++layer) {
    if (const std::size_t at = memory_at[layer]; at > 0) {
      const double cooling_of_layer = resting_mean[layer] - layer_mean(layer, y);
      rate[at] = constriction_rate(column.law, cooling_of_layer, y[at], y[at + 1] * dose_unit);
      rate[at + 1] = surroundings.cooling ? (1.0 - y[at]) / dose_unit : 0.0;
    }
  }
}

ColumnEquations make_equations(const bioheat::Column& column, Mesh mesh, double resistance,
                               double room) {
  ColumnEquations equations;
  equations.column = column;
  equations.resting = resting_temperatures(mesh, column, resistance, room);
  equations.mesh = std::move(mesh);
  std::size_t next = 1 + equations.mesh.free_nodes();
  std::vector<double> start(1, 0.0);
  start.insert(start.end(), equations.resting.begin(), equations.resting.end());
  for (std::size_t layer = 0; layer < column.layers.size(); ++layer) {
    equations.resting_mean.push_back(equations.layer_mean(layer, start.data()));
    const bool memory = has_memory(column.layers[layer].tissue.flow_control);
    equations.memory_at.push_back(memory ? next : 0);
    next += memory ? 2 : 0;
  }
  return equations;
}

Band jacobian_band(const ColumnEquations& equations, const double* y) {
  const Mesh& mesh = equations.mesh;
  const std::size_t size = equations.size();
  const std::size_t free = mesh.free_nodes();
  Band band{std::vector<double>(size, 0.0), std::vector<double>(size, 0.0),
            std::vector<double>(size, 0.0)};
  const std::vector<double> flow = relative_flow(equations, y);
  for (const Portion& portion : mesh.portions) {
    if (portion.node < free) {
      band.on[1 + portion.node] +=
          heat_sources(equations, portion, flow[portion.layer], y[1 + portion.node]).second;
    }
  }
  const bioheat::Boundary& boundary = equations.surroundings.boundary;
  band.on[1] -= 1.0 / boundary.resistance;
  for (std::size_t j = 0; j < free; ++j) {
    band.on[1 + j] -= mesh.conductance[j];
    if (j > 0) {
      band.on[1 + j] -= mesh.conductance[j - 1];
      band.below[1 + j] = mesh.conductance[j - 1] / mesh.capacity[j];
    }
    if (j + 1 < free) {
      band.above[1 + j] = mesh.conductance[j] / mesh.capacity[j];
    }
    band.on[1 + j] /= mesh.capacity[j];
  }
  if (boundary.store) {
    const double slope = equations.pack_slope();
    constexpr double unit = ColumnEquations::enthalpy_unit;
    band.on[0] = -slope * (1.0 / boundary.resistance + boundary.store->air_conductance);
    band.above[0] = 1.0 / (boundary.resistance * unit);
    band.below[1] = slope * unit / (boundary.resistance * mesh.capacity[0]);
  }
  for (const std::size_t at : equations.memory_at) {
    if (at > 0) {
      band.on[at] = -1.0 / equations.column.law.onset_time;
    }
  }
  return band;
}

}  // namespace coldplan::oracle
