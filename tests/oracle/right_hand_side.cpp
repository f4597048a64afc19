#include "oracle/right_hand_side.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "oracle/flow_law.h"
#include "oracle/resting.h"

namespace coldplan::oracle {
namespace {

using bioheat::HeatStore;
using tissue::FlowControl;

/// Heat of blood and metabolism [W/m³] and its derivative with temperature.
std::pair<double, double> heat_sources(const bioheat::Column& column, const tissue::Tissue& tissue,
                                       double flow, double temperature, double resting) {
  const double warmer = temperature - resting;
  double flow_slope = 0.0;
  if (tissue.flow_control == FlowControl::temperature_quotient) {
    flow = std::pow(tissue.flow_q10, 0.1 * warmer);
    flow_slope = 0.1 * std::log(tissue.flow_q10) * flow;
  }
  const double blood = tissue.properties.perfusion * column.blood_heat_capacity;
  const double below_arterial = column.arterial_temperature - temperature;
  const double metabolic =
      tissue.properties.metabolic_heat * std::pow(tissue.metabolism_q10, 0.1 * warmer);
  return {blood * flow * below_arterial + metabolic,
          blood * (flow_slope * below_arterial - flow) +
              0.1 * std::log(tissue.metabolism_q10) * metabolic};
}

/// Blood and metabolism of the nodes of a segment, each over half the elements beside it.
void add_sources(const ColumnEquations& equations, std::size_t k, const Moment& at, double flow,
                 Balance& balance) {
  const Mesh& mesh = equations.mesh;
  const tissue::Tissue& tissue = equations.column.layers[mesh.segments[k].layer].tissue;
  const std::size_t last = mesh.first_node[k + 1];
  for (std::size_t j = mesh.first_node[k]; j <= last; ++j) {
    const double outer = at.depth[j == mesh.first_node[k] ? j : j - 1];
    const double inner = at.depth[j == last ? j : j + 1];
    const double volume = 0.5 * (inner - outer);
    const auto [heat, slope] =
        heat_sources(equations.column, tissue, flow, at.temperature[j], at.resting[j]);
    balance.net[j] += volume * heat;
    balance.slope[j] += volume * slope;
  }
}

void add_conduction(const ColumnEquations& equations, std::size_t k, const Moment& at,
                    Balance& balance) {
  const Mesh& mesh = equations.mesh;
  const tissue::Tissue& tissue = equations.column.layers[mesh.segments[k].layer].tissue;
  const bool frozen = mesh.segments[k].frozen;
  const double conductivity = frozen ? tissue.frozen->conductivity : tissue.properties.conductivity;
  const double half_heat =
      0.5 * tissue.properties.density *
      (frozen ? tissue.frozen->specific_heat : tissue.properties.specific_heat);
  for (std::size_t e = mesh.first_node[k]; e < mesh.first_node[k + 1]; ++e) {
    const double length = at.depth[e + 1] - at.depth[e];
    const double rise = at.temperature[e + 1] - at.temperature[e];
    const double g = conductivity / length;
    balance.conductance[e] = g;
    balance.half_heat[e] = half_heat;
    balance.net[e] += g * rise;
    balance.net[e + 1] -= g * rise;
    for (const std::size_t node : {e, e + 1}) {
      balance.slope[node] -= g;
      balance.capacity[node] += half_heat * length;
      balance.carried[node] += half_heat * rise;
    }
  }
}

/// What leaves through the skin [W/m²].
double out_of_skin(const ColumnEquations& equations, double time, const double* y, double skin) {
  const Surroundings& around = equations.surroundings;
  const double source =
      equations.pack_temperature(y[equations.pack_at()] * ColumnEquations::enthalpy_unit);
  double flux = (skin - source) / around.boundary.resistance;
  if (around.boundary.evaporation) {
    const bioheat::Evaporation& liquid = *around.boundary.evaporation;
    flux += liquid.heat_flux * std::exp((around.opened - time) / liquid.decay_time);
  }
  return flux;
}

}  // namespace

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

double ColumnEquations::freezing_temperature(std::size_t layer) const {
  return column.layers[layer].tissue.frozen->freezing_temperature;
}

Moment ColumnEquations::moment_of(const double* y) const {
  Moment at{mesh.depth, std::vector<double>(mesh.depth.size()), {}};
  std::copy_n(y + node_at(0), mesh.free_nodes(), at.temperature.begin());
  at.temperature.back() = *column.inner_temperature;
  const auto place_of = [&](std::size_t k) {
    const std::size_t node = mesh.first_node[k];
    return mesh.begins_at_front(k) ? y[node_at(node)] * depth_unit : mesh.depth[node];
  };
  for (std::size_t k = 0; k < mesh.segments.size(); ++k) {
    if (mesh.begins_at_front(k)) {
      at.temperature[mesh.first_node[k]] = freezing_temperature(mesh.segments[k].layer);
    }
    if (mesh.begins_at_front(k) || mesh.begins_at_front(k + 1)) {
      const double begin = place_of(k);
      const double length = place_of(k + 1) - begin;
      for (std::size_t j = mesh.first_node[k]; j < mesh.first_node[k + 1]; ++j) {
        at.depth[j] = begin + mesh.share[j] * length;
      }
    }
  }
  // Nodes rise and so do the places of the resting profile: one walk along both.
  at.resting.reserve(at.depth.size());
  std::size_t e = 0;
  for (const double depth : at.depth) {
    while (e + 2 < resting_depth.size() && resting_depth[e + 1] <= depth) {
      ++e;
    }
    const double share = (depth - resting_depth[e]) / (resting_depth[e + 1] - resting_depth[e]);
    at.resting.push_back(resting_temperature[e] +
                         share * (resting_temperature[e + 1] - resting_temperature[e]));
  }
  return at;
}

double ColumnEquations::layer_mean(std::size_t layer, const Moment& at) const {
  double sum = 0.0;
  for (std::size_t k = 0; k < mesh.segments.size(); ++k) {
    for (std::size_t e = mesh.first_node[k];
         mesh.segments[k].layer == layer && e < mesh.first_node[k + 1]; ++e) {
      sum += 0.5 * (at.temperature[e] + at.temperature[e + 1]) * (at.depth[e + 1] - at.depth[e]);
    }
  }
  return sum / column.layers[layer].thickness;
}

std::vector<double> ColumnEquations::relative_flow(const Moment& at, const double* y) const {
  std::vector<double> flow(column.layers.size(), 1.0);
  for (std::size_t layer = 0; layer < flow.size(); ++layer) {
    const FlowControl control = column.layers[layer].tissue.flow_control;
    if (has_memory(control)) {
      flow[layer] = y[memory_at[layer]];
    }
    if (control == FlowControl::constriction_and_reflex) {
      const double cooling = resting_mean[layer] - layer_mean(layer, at);
      const double signal = column.reflex_signal_per_kelvin * std::max(cooling, 0.0);
      flow[layer] *= reflex(column.law, signal, flow[layer]);
    }
  }
  return flow;
}

Balance ColumnEquations::balance_of(double time, const double* y, const Moment& at,
                                    std::span<const double> flow) const {
  const std::vector<double> zeros(at.depth.size(), 0.0);
  Balance balance{zeros, zeros, zeros, zeros, zeros, zeros};
  for (std::size_t k = 0; k < mesh.segments.size(); ++k) {
    add_conduction(*this, k, at, balance);
    if (!mesh.segments[k].frozen) {
      add_sources(*this, k, at, flow[mesh.segments[k].layer], balance);
    }
  }
  if (surroundings.boundary.resistance > 0.0) {
    balance.net[0] -= out_of_skin(*this, time, y, at.temperature[0]);
    balance.slope[0] -= 1.0 / surroundings.boundary.resistance;
  }
  return balance;
}

std::vector<double> ColumnEquations::velocities(const Balance& balance) const {
  std::vector<double> velocity(mesh.depth.size(), 0.0);
  const auto velocity_of = [&](std::size_t k) {
    return mesh.begins_at_front(k)
               ? -balance.net[mesh.first_node[k]] / front_resistance(*this, balance, k)
               : 0.0;
  };
  for (std::size_t k = 0; k < mesh.segments.size(); ++k) {
    const double begin = velocity_of(k);
    const double end = velocity_of(k + 1);
    for (std::size_t j = mesh.first_node[k]; j < mesh.first_node[k + 1]; ++j) {
      velocity[j] = begin + mesh.share[j] * (end - begin);
    }
  }
  return velocity;
}

void ColumnEquations::derivative(double time, const double* y, double* rate) const {
  derivative(time, y, relative_flow(moment_of(y), y), rate);
}

void ColumnEquations::derivative(double time, const double* y, std::span<const double> flow,
                                 double* rate) const {
  const Moment at = moment_of(y);
  const Balance balance = balance_of(time, y, at, flow);
  const std::vector<double> velocity = velocities(balance);
  for (std::size_t j = 0; j < mesh.free_nodes(); ++j) {
    rate[node_at(j)] = (balance.net[j] + velocity[j] * balance.carried[j]) / balance.capacity[j];
  }
  for (std::size_t k = 1; k < mesh.segments.size(); ++k) {
    if (mesh.begins_at_front(k)) {
      rate[node_at(mesh.first_node[k])] = velocity[mesh.first_node[k]] / depth_unit;
    }
  }
  if (!(surroundings.boundary.resistance > 0.0)) {
    rate[node_at(0)] = 0.0;
  }
  rate[pack_at()] = 0.0;
  if (surroundings.boundary.store) {
    const HeatStore& store = *surroundings.boundary.store;
    const double pack = pack_temperature(y[pack_at()] * enthalpy_unit);
    rate[pack_at()] = (out_of_skin(*this, time, y, at.temperature[0]) + store.steady_heat +
                       store.air_conductance * (store.air_temperature - pack)) /
                      enthalpy_unit;
  }
  for (std::size_t layer = 0; layer < memory_at.size(); ++layer) {
    if (const std::size_t m = memory_at[layer]; m != none) {
      const double cooling_of_layer = resting_mean[layer] - layer_mean(layer, at);
      rate[m] = constriction_rate(column.law, cooling_of_layer, y[m], y[m + 1] * dose_unit);
      rate[m + 1] = surroundings.cooling ? (1.0 - y[m]) / dose_unit : 0.0;
    }
  }
}

double front_resistance(const ColumnEquations& equations, const Balance& balance,
                        std::size_t segment) {
  const Mesh& mesh = equations.mesh;
  const tissue::Tissue& tissue = equations.column.layers[mesh.segments[segment].layer].tissue;
  const double latent = tissue.properties.density * tissue.frozen->latent_heat;
  return balance.carried[mesh.first_node[segment]] +
         (mesh.segments[segment].frozen ? -latent : latent);
}

ColumnEquations make_equations(const bioheat::Column& column, const MeshOptions& options,
                               double resistance, double room) {
  ColumnEquations equations;
  equations.column = column;
  equations.mesh = make_mesh(unfrozen_segments(column), options);
  equations.resting_depth = equations.mesh.depth;
  equations.resting_temperature = resting_temperatures(equations.mesh, column, resistance, room);
  const Moment rest{equations.mesh.depth, equations.resting_temperature, {}};
  for (std::size_t layer = 0; layer < column.layers.size(); ++layer) {
    equations.resting_mean.push_back(equations.layer_mean(layer, rest));
    const bool memory = has_memory(column.layers[layer].tissue.flow_control);
    equations.memory_at.push_back(memory ? 2 * equations.memories : ColumnEquations::none);
    equations.memories += memory ? 1 : 0;
  }
  return equations;
}

std::vector<double> state_at_rest(const ColumnEquations& equations) {
  std::vector<double> y(equations.size(), 0.0);
  for (std::size_t m = 0; m < equations.memories; ++m) {
    y[2 * m] = 1.0;
  }
  std::copy_n(equations.resting_temperature.begin(), equations.mesh.free_nodes(),
              y.begin() + static_cast<std::ptrdiff_t>(equations.node_at(0)));
  return y;
}

}  // namespace coldplan::oracle
