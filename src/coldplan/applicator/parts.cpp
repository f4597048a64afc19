#include "coldplan/applicator/parts.h"

#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Pack pack_of_ice() {
  Pack pack;
  pack.melting_temperature = facts::value(id::ice_melting_temperature);
  pack.frozen_heat = facts::value(id::ice_specific_heat);
  pack.thawed_heat = facts::value(id::water_specific_heat);
  pack.latent_heat = facts::value(id::ice_latent_heat);
  pack.air_conductance = facts::value(id::pack_air_conductance);
  return pack;
}

Spread spread_of(facts::Id fact) {
  const facts::Fact& found = facts::fact(fact);
  return {found.value, found.low, found.high};
}

Contact contact_from(facts::Id conductance) {
  const Spread found = spread_of(conductance);
  return {found.usual, found.low, found.high, std::nullopt, std::nullopt, ContactKind::machine};
}

Spread like_the_measured_drop(facts::Id fitted, facts::Id measured_drop) {
  // numerical: the 95th percentile of a standard normal.
  constexpr double normal_p95 = 1.6448536269514722;
  const facts::Fact& drop = facts::fact(measured_drop);
  const double value = facts::value(fitted);
  const double share = normal_p95 * drop.sd / drop.value;
  return {value, value * (1.0 - share), value * (1.0 + share)};
}

}  // namespace coldplan::applicator
