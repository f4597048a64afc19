#include "coldplan/bioheat/system.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace coldplan::bioheat {

using tissue::FlowControl;

void Heats::add(double factor, const Heats& rate) {
  surface += factor * rate.surface;
  inner += factor * rate.inner;
  blood += factor * rate.blood;
  metabolism += factor * rate.metabolism;
  added += factor * rate.added;
  air += factor * rate.air;
}

namespace {

void add_freezing(System& system, const tissue::Tissue& tissue, double volume) {
  const tissue::Properties& p = tissue.properties;
  const tissue::FrozenProperties frozen = tissue.frozen.value_or(tissue::FrozenProperties{
      -std::numeric_limits<double>::infinity(), 0.0, p.conductivity, p.specific_heat});
  system.freezing.push_back(frozen.freezing_temperature);
  system.latent_heat.push_back(p.density * frozen.latent_heat * volume);
  system.frozen_capacity.push_back(p.density * frozen.specific_heat * volume);
  system.frozen_resistance.push_back(p.conductivity / frozen.conductivity);
}

}  // namespace

System make_system(const Column& column, const GridOptions& options) {
  System system;
  system.column = column;
  system.grid = make_grid(column, options);
  const Grid& grid = system.grid;
  for (std::size_t layer = 0; layer < grid.layers(); ++layer) {
    const tissue::Tissue& tissue = column.layers[layer].tissue;
    const tissue::Properties& p = tissue.properties;
    for (std::size_t i = grid.layer_begin[layer]; i < grid.layer_begin[layer + 1]; ++i) {
      const double volume = grid.volume[i];
      system.capacity.push_back(p.density * p.specific_heat * volume);
      system.perfusion.push_back(p.perfusion * column.blood_heat_capacity * volume);
      system.metabolism.push_back(p.metabolic_heat * volume);
      system.flow_exponent.push_back(std::log(tissue.flow_q10) / 10.0);
      system.metabolism_exponent.push_back(std::log(tissue.metabolism_q10) / 10.0);
      add_freezing(system, tissue, volume);
    }
  }
  system.conductance.assign(grid.cells() + 1, 0.0);
  for (std::size_t i = 1; i < grid.cells(); ++i) {
    system.conductance[i] = 1.0 / (grid.inner_resistance[i - 1] + grid.outer_resistance[i]);
  }
  if (column.inner_temperature) {
    system.conductance[grid.cells()] = 1.0 / grid.inner_resistance.back();
  }
  return system;
}

bool constricts(const tissue::Tissue& tissue) {
  return tissue.flow_control == FlowControl::constriction ||
         tissue.flow_control == FlowControl::constriction_and_reflex;
}

void set_reference(System& system, std::span<const double> profile) {
  system.reference.assign(profile.begin(), profile.end());
  system.neutral.clear();
  for (std::size_t layer = 0; layer < system.grid.layers(); ++layer) {
    system.neutral.push_back(layer_mean(system, profile, layer));
    if (const auto& given = system.column.layers[layer].tissue.quotient_reference) {
      for (std::size_t i = system.grid.layer_begin[layer]; i < system.grid.layer_begin[layer + 1];
           ++i) {
        system.reference[i] = *given;
      }
    }
  }
}

double layer_mean(const System& system, std::span<const double> temperature, std::size_t layer) {
  double sum = 0.0;
  double volume = 0.0;
  for (std::size_t i = system.grid.layer_begin[layer]; i < system.grid.layer_begin[layer + 1];
       ++i) {
    sum += system.grid.volume[i] * temperature[i];
    volume += system.grid.volume[i];
  }
  return sum / volume;
}

double source_temperature(const Contact& contact, double enthalpy, double time) {
  const Boundary& boundary = contact.boundary;
  if (boundary.store) {
    return store_temperature(*boundary.store, contact.branch, enthalpy);
  }
  if (boundary.evaporation) {
    const Evaporation& evaporation = *boundary.evaporation;
    return boundary.temperature - boundary.resistance * evaporation.heat_flux *
                                      std::exp(-(time - contact.opened) / evaporation.decay_time);
  }
  return boundary.temperature;
}

double heat_from_outside(const HeatStore& store, double temperature) {
  return store.air_conductance * (store.air_temperature - temperature) + store.steady_heat;
}

double contact_conductance(const System& system, const Contact& contact) {
  return 1.0 / (contact.boundary.resistance + system.grid.outer_resistance[0]);
}

std::vector<double> layer_flow(const System& system, std::span<const double> temperature,
                               std::span<const Memory> memory) {
  const Column& column = system.column;
  std::vector<double> flow(column.layers.size(), 1.0);
  for (std::size_t layer = 0; layer < flow.size(); ++layer) {
    const FlowControl control = column.layers[layer].tissue.flow_control;
    if (control == FlowControl::constriction) {
      flow[layer] = memory[layer].h;
    } else if (control == FlowControl::constriction_and_reflex) {
      const double fall =
          std::max(0.0, system.neutral[layer] - layer_mean(system, temperature, layer));
      flow[layer] = memory[layer].h * tissue::reflex_factor(column.law,
                                                            column.reflex_signal_per_kelvin * fall,
                                                            memory[layer].h);
    }
  }
  return flow;
}

Sources sources_at(const System& system, std::size_t cell, double t, double layer_factor,
                   const tissue::Tissue& tissue) {
  const double above = t - system.reference[cell];
  Sources sources;
  if (tissue.flow_control == FlowControl::temperature_quotient) {
    sources.flow = std::exp(system.flow_exponent[cell] * above);
    sources.flow_slope = system.flow_exponent[cell] * sources.flow;
  } else if (tissue.flow_control == FlowControl::temperature_ramp) {
    const tissue::FlowRamp& ramp = tissue.flow_ramp;
    const double slope = (1.0 - ramp.cold_flow) / (ramp.warm_temperature - ramp.cold_temperature);
    const double within = std::clamp(t, ramp.cold_temperature, ramp.warm_temperature);
    sources.flow = ramp.cold_flow + slope * (within - ramp.cold_temperature);
    sources.flow_slope = within == t ? slope : 0.0;
  } else if (tissue.flow_control == FlowControl::temperature_logistic) {
    const tissue::FlowLogistic& law = tissue.flow_logistic;
    const double step = 1.0 / (1.0 + std::exp(-(t - law.middle) / law.width));
    sources.flow = law.floor + (1.0 - law.floor) * step;
    sources.flow_slope = (1.0 - law.floor) * step * (1.0 - step) / law.width;
  } else {
    sources.flow = layer_factor;
  }
  if (system.metabolism[cell] > 0.0) {
    sources.metabolism =
        system.metabolism[cell] * std::exp(system.metabolism_exponent[cell] * above);
    sources.metabolism_slope = system.metabolism_exponent[cell] * sources.metabolism;
  }
  return sources;
}

double added_heat(const System& system, std::size_t cell, double time) {
  return system.added_heat
             ? system.added_heat(system.grid.centre_depth[cell], time) * system.grid.volume[cell]
             : 0.0;
}

Heats heat_rates(const System& system, const Contact& contact, const State& state,
                 std::span<const double> flow, double time) {
  Heats rates;
  const std::span<const double> t = state.temperature;
  const double source = source_temperature(contact, state.enthalpy, time);
  rates.surface = contact_conductance(system, contact) * (t[0] - source);
  rates.inner =
      system.conductance.back() * (system.column.inner_temperature.value_or(t.back()) - t.back());
  if (contact.boundary.store) {
    rates.air = heat_from_outside(*contact.boundary.store, source);
  }
  const Grid& grid = system.grid;
  for (std::size_t layer = 0; layer < grid.layers(); ++layer) {
    const tissue::Tissue& tissue = system.column.layers[layer].tissue;
    for (std::size_t i = grid.layer_begin[layer]; i < grid.layer_begin[layer + 1]; ++i) {
      const Sources sources = sources_at(system, i, t[i], flow[layer], tissue);
      rates.blood +=
          system.perfusion[i] * sources.flow * (system.column.arterial_temperature - t[i]);
      rates.metabolism += sources.metabolism;
      rates.added += added_heat(system, i, time);
    }
  }
  return rates;
}

namespace {

/// dT/dt of every cell.
std::vector<double> temperature_rates(const System& system, const Contact& contact,
                                      const State& state, std::span<const double> flow,
                                      double time) {
  const std::span<const double> t = state.temperature;
  const Grid& grid = system.grid;
  std::vector<double> rates(t.size());
  double outward = contact_conductance(system, contact) *
                   (source_temperature(contact, state.enthalpy, time) - t[0]);
  for (std::size_t layer = 0; layer < grid.layers(); ++layer) {
    const tissue::Tissue& tissue = system.column.layers[layer].tissue;
    for (std::size_t i = grid.layer_begin[layer]; i < grid.layer_begin[layer + 1]; ++i) {
      const double beyond =
          i + 1 < t.size() ? t[i + 1] : system.column.inner_temperature.value_or(t[i]);
      const double inward = system.conductance[i + 1] * (beyond - t[i]);
      const Sources sources = sources_at(system, i, t[i], flow[layer], tissue);
      const double blood =
          system.perfusion[i] * sources.flow * (system.column.arterial_temperature - t[i]);
      rates[i] = (outward + inward + blood + sources.metabolism + added_heat(system, i, time)) /
                 system.capacity[i];
      outward = -inward;
    }
  }
  return rates;
}

}  // namespace

Rates rates_of(const System& system, const Contact& contact, const State& state, double time) {
  const std::vector<double> flow = layer_flow(system, state.temperature, state.memory);
  Rates rates;
  rates.state.temperature = temperature_rates(system, contact, state, flow, time);
  rates.heats = heat_rates(system, contact, state, flow, time);
  rates.state.enthalpy = contact.boundary.store ? rates.heats.surface + rates.heats.air : 0.0;
  rates.state.memory.assign(state.memory.size(), {0.0, 0.0});
  const tissue::PerfusionLaw& law = system.column.law;
  for (std::size_t layer = 0; layer < state.memory.size(); ++layer) {
    if (!constricts(system.column.layers[layer].tissue)) {
      continue;
    }
    const Memory& memory = state.memory[layer];
    const double target = tissue::local_target(law, layer_mean(system, state.temperature, layer),
                                               system.neutral[layer]);
    const double tau = tissue::response_time(law, memory.h, target, memory.dose);
    rates.state.memory[layer] = {(target - memory.h) / tau, contact.cooling ? 1.0 - memory.h : 0.0};
  }
  return rates;
}

}  // namespace coldplan::bioheat
