#include "coldplan/applicator/pack.h"

#include <algorithm>

#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

double contact_conductance(const Pack& pack, const Use& use) {
  const Contact& contact = pack.contact;
  if (std::find(use.barriers.begin(), use.barriers.end(), Barrier::wet_towel) !=
      use.barriers.end()) {
    return contact.wetted;
  }
  if (use.hold == Hold::usual || !contact.loose) {
    return contact.usual;
  }
  return *contact.loose * factor_on_loose(use.hold);
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
  const double resistance = 1.0 / contact_conductance(pack, use) + resistance_of(use.barriers);
  return {resistance, pack.start_temperature, store};
}

Pack with_contact(Pack pack, double factor) {
  Contact& contact = pack.contact;
  for (double* conductance : {&contact.usual, &contact.low, &contact.high, &contact.wetted}) {
    *conductance *= factor;
  }
  if (contact.loose) {
    *contact.loose *= factor;
  }
  return pack;
}

Contact contact_like_ice_bags(double usual) {
  const facts::Fact& ice_bag = facts::fact(id::ice_bag_contact_conductance);
  const double scale = usual / ice_bag.value;
  return {usual, scale * ice_bag.low, scale * ice_bag.high,
          scale * facts::value(id::ice_bag_contact_conductance_loose),
          scale * facts::value(id::ice_bag_contact_conductance_wetted)};
}

bioheat::Boundary room_air(double room_temperature) {
  return {1.0 / facts::value(facts::id::body::room_conductance), room_temperature, std::nullopt};
}

}  // namespace coldplan::applicator
