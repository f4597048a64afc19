#include "coldplan/bioheat/boundary.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

namespace coldplan::bioheat {
namespace {

Error refuse(const char* place, const char* member, double seen, const char* allowed) {
  return {ErrorCode::out_of_range, std::string{place} + "." + member, fmt::format("{:g}", seen),
          allowed, ""};
}

/// Where ice could form again: that branch of the enthalpy curve is only followed upward.
bool could_refreeze(const HeatStore& store) {
  return store.latent_heat > 0.0 && store.air_conductance > 0.0 &&
         store.air_temperature < store.melting_temperature;
}

bool usable(const HeatStore& store) {
  return store.frozen_capacity > 0.0 && store.thawed_capacity > 0.0 && store.latent_heat >= 0.0 &&
         store.air_conductance >= 0.0 &&
         std::isfinite(store.frozen_capacity + store.thawed_capacity + store.latent_heat +
                       store.melting_temperature + store.start_temperature + store.air_conductance +
                       store.air_temperature + store.steady_heat);
}

bool usable(const Evaporation& evaporation) {
  return std::isfinite(evaporation.heat_flux) && std::isfinite(evaporation.decay_time) &&
         evaporation.heat_flux >= 0.0 && evaporation.decay_time > 0.0;
}

/// A surface held at a temperature needs no resistance; a store, which may be empty soon, does.
bool resists(const Boundary& boundary) {
  const double least = boundary.resistance;
  return std::isfinite(least) && (boundary.store ? least > 0.0 : least >= 0.0);
}

Expected<void> check_extras(const Phase& phase, const char* place) {
  const Boundary& boundary = phase.boundary;
  if (boundary.evaporation && (boundary.store || !usable(*boundary.evaporation))) {
    return tl::unexpected(refuse(place, "boundary.evaporation", boundary.evaporation->heat_flux,
                                 "a heat flux of 0 W/m² or more, a decay time over 0 s, no store"));
  }
  if (phase.stop_temperature && !std::isfinite(*phase.stop_temperature)) {
    return tl::unexpected(
        refuse(place, "stop_temperature", *phase.stop_temperature, "a temperature in °C"));
  }
  return {};
}

}  // namespace

double start_enthalpy(const HeatStore& store) {
  const double above = store.start_temperature - store.melting_temperature;
  return above > 0.0 ? store.latent_heat + above * store.thawed_capacity
                     : above * store.frozen_capacity;
}

StoreBranch branch_of(const HeatStore& store, double enthalpy) {
  if (enthalpy < 0.0) {
    return StoreBranch::frozen;
  }
  return enthalpy < store.latent_heat ? StoreBranch::melting : StoreBranch::thawed;
}

double store_temperature(const HeatStore& store, StoreBranch branch, double enthalpy) {
  switch (branch) {
    case StoreBranch::frozen:
      return store.melting_temperature + enthalpy / store.frozen_capacity;
    case StoreBranch::melting:
      return store.melting_temperature;
    case StoreBranch::thawed:
      return store.melting_temperature + (enthalpy - store.latent_heat) / store.thawed_capacity;
  }
  return store.melting_temperature;
}

double store_slope(const HeatStore& store, StoreBranch branch) {
  switch (branch) {
    case StoreBranch::frozen:
      return 1.0 / store.frozen_capacity;
    case StoreBranch::melting:
      return 0.0;
    case StoreBranch::thawed:
      return 1.0 / store.thawed_capacity;
  }
  return 0.0;
}

std::optional<double> branch_end(const HeatStore& store, StoreBranch branch) {
  switch (branch) {
    case StoreBranch::frozen:
      return 0.0;
    case StoreBranch::melting:
      return store.latent_heat;
    case StoreBranch::thawed:
      break;
  }
  return std::nullopt;
}

Expected<void> check(const Phase& phase, const char* place) {
  if (!(std::isfinite(phase.duration) && phase.duration > 0.0)) {
    return tl::unexpected(refuse(place, "duration", phase.duration, "a time over 0 s"));
  }
  if (!resists(phase.boundary)) {
    return tl::unexpected(refuse(place, "boundary.resistance", phase.boundary.resistance,
                                 "a thermal resistance of 0 m² K/W or more, over 0 before a pack"));
  }
  if (!phase.boundary.store && !std::isfinite(phase.boundary.temperature)) {
    return tl::unexpected(
        refuse(place, "boundary.temperature", phase.boundary.temperature, "a temperature in °C"));
  }
  if (phase.boundary.store && !usable(*phase.boundary.store)) {
    return tl::unexpected(refuse(place, "boundary.store", phase.boundary.store->frozen_capacity,
                                 "a pack with heat capacities over 0 and known temperatures"));
  }
  if (phase.boundary.store && could_refreeze(*phase.boundary.store)) {
    return tl::unexpected(refuse(place, "boundary.store.air_temperature",
                                 phase.boundary.store->air_temperature,
                                 "a room at least as warm as the pack's melting point, so that it "
                                 "cannot freeze again"));
  }
  return check_extras(phase, place);
}

}  // namespace coldplan::bioheat
