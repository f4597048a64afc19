#include "coldplan/applicator/pack.h"

#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

double wrapped_conductance(const Pack& pack, Wrap wrap) {
  return wrap == Wrap::none ? pack.contact_conductance : pack.loose_conductance * factor_of(wrap);
}

bioheat::Boundary boundary_of(const Pack& pack, const Use& use) {
  const double mass_per_area = pack.mass / pack.area;
  bioheat::HeatStore store;
  store.frozen_capacity = mass_per_area * pack.frozen_heat;
  store.thawed_capacity = mass_per_area * pack.thawed_heat;
  store.latent_heat = mass_per_area * pack.latent_heat;
  store.melting_temperature = pack.melting_temperature;
  store.start_temperature = pack.start_temperature;
  store.air_conductance = pack.air_conductance;
  store.air_temperature = use.room_temperature;
  double resistance = 1.0 / wrapped_conductance(pack, use.wrap);
  for (const Barrier barrier : use.barriers) {
    resistance += resistance_of(barrier);
  }
  return {resistance, pack.start_temperature, store};
}

bioheat::Boundary room_air(double room_temperature) {
  return {1.0 / facts::value(facts::id::body::room_conductance), room_temperature, std::nullopt};
}

}  // namespace coldplan::applicator
