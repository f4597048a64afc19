#include "coldplan/bioheat/run.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/bioheat/enthalpy.h"

namespace coldplan::bioheat {
namespace {

/// Where frozen tissue lies in the sample that is being recorded.
void record_frozen(Run& run, const State& state, double time) {
  History& history = run.history;
  FrozenZone zone;
  if (any_frozen(state)) {
    const std::vector<Front> fronts = fronts_of(run.system, run.contact, state, time);
    zone = frozen_zone(run.system, state, fronts);
    const std::vector<CellNode> nodes = frozen_nodes(run.system, state, fronts);
    history.frozen_cells.insert(history.frozen_cells.end(), nodes.begin(), nodes.end());
  }
  history.frozen_depth.push_back(zone.thickness);
  history.frozen_from.push_back(zone.from);
  history.frozen_to.push_back(zone.to);
  history.frozen_end.push_back(history.frozen_cells.size());
}

/// Puts the temperatures of the last sample's cells from their fronts to their centres.
void centre_temperatures(History& history) {
  const std::size_t sample = history.samples - 1;
  const std::span<double> profile = std::span{history.temperature}.last(history.grid.cells());
  std::vector<double> centres;
  const auto frozen = history.frozen(sample);
  for (const CellNode& node : frozen) {
    centres.push_back(temperature_at(history, sample, history.grid.centre_depth[node.cell]));
  }
  for (std::size_t i = 0; i < frozen.size(); ++i) {
    profile[frozen[i].cell] = centres[i];
  }
}

/// Enthalpies that the cells gained between two states [J/m²]. Where ESDIRK began and ended they
/// are taken by the capacities, which rounds less.
std::vector<double> gained_between(const System& system, const State& from, const State& to) {
  std::vector<double> gained = enthalpies_of(system, to);
  const std::vector<double> before = enthalpies_of(system, from);
  const bool thawed = !any_frozen(from) && !any_frozen(to);
  for (std::size_t i = 0; i < gained.size(); ++i) {
    gained[i] = thawed ? system.capacity[i] * (to.temperature[i] - from.temperature[i])
                       : gained[i] - before[i];
  }
  return gained;
}

}  // namespace

Error not_solved(double time, std::string_view why) {
  return {ErrorCode::not_solved, fmt::format("minute {:.2f}", time / 60.0), "", "",
          fmt::format("{}; please report this case", why)};
}

void record(Run& run, const State& state, double time, double heat_taken) {
  History& history = run.history;
  history.time.push_back(time);
  const Surface surface = surface_of(run.system, run.contact, state, time);
  history.temperature.insert(history.temperature.end(), state.temperature.begin(),
                             state.temperature.end());
  history.surface_temperature.push_back(surface.temperature);
  history.inner_temperature.push_back(
      run.system.column.inner_temperature.value_or(state.temperature.back()));
  history.surface_flux.push_back(surface.flux);
  const bool evaporates = run.contact.boundary.evaporation.has_value();
  history.source_temperature.push_back(evaporates
                                           ? run.contact.boundary.temperature
                                           : source_temperature(run.contact, state.enthalpy, time));
  history.heat_taken.push_back(heat_taken);
  const auto flow = layer_flow(run.system, state.temperature, state.memory);
  history.flow.insert(history.flow.end(), flow.begin(), flow.end());
  record_frozen(run, state, time);
  ++history.samples;
  centre_temperatures(history);
}

double next_sample_time(const Run& run) {
  return static_cast<double>(run.next_sample) * run.options.sample_interval;
}

void account_for_store(Run& run, double enthalpy_before, const Heats& before) {
  EnergyBalance& energy = run.history.energy;
  const double gained = run.state.enthalpy - enthalpy_before;
  const double from_skin = energy.heats.surface - before.surface;
  const double from_air = energy.heats.air - before.air;
  energy.store_gained += gained;
  energy.store_from_skin += from_skin;
  const double scale = std::abs(gained) + std::abs(from_skin) + std::abs(from_air);
  energy.store_closure =
      std::max(energy.store_closure, std::abs(gained - from_skin - from_air) / scale);
}

void close_energy(Run& run, const State& at_start) {
  EnergyBalance& energy = run.history.energy;
  // Heat that only moved within the column counts too: nothing else does where nothing gets in or
  // out.
  double moved = 0.0;
  for (const double gained : gained_between(run.system, at_start, run.state)) {
    energy.stored += gained;
    moved += std::abs(gained);
  }
  const Heats& heats = energy.heats;
  const double gap =
      energy.stored + heats.surface - heats.inner - heats.blood - heats.metabolism - heats.added;
  const double scale = moved + std::abs(heats.surface) + std::abs(heats.inner) +
                       std::abs(heats.blood) + std::abs(heats.metabolism) + std::abs(heats.added);
  energy.closure = scale > 0.0 ? std::abs(gap) / scale : 0.0;
}

}  // namespace coldplan::bioheat
