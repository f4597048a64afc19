#include "coldplan/applicator/source.h"

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Contact contact_like_ice_bags(double usual) {
  const facts::Fact& ice_bag = facts::fact(id::ice_bag_contact_conductance);
  const double scale = usual / ice_bag.value;
  return {usual, scale * ice_bag.low, scale * ice_bag.high,
          scale * facts::value(id::ice_bag_contact_conductance_loose),
          scale * facts::value(id::ice_bag_contact_conductance_wetted)};
}

Contact scaled(Contact contact, double factor) {
  for (double* conductance : {&contact.usual, &contact.low, &contact.high}) {
    *conductance *= factor;
  }
  for (std::optional<double>* conductance : {&contact.loose, &contact.wetted}) {
    if (*conductance) {
      **conductance *= factor;
    }
  }
  return contact;
}

const Contact* contact_of(const Source& source) {
  if (const auto* pack = std::get_if<Pack>(&source)) {
    return &pack->contact;
  }
  if (const auto* plate = std::get_if<Plate>(&source)) {
    return &plate->contact;
  }
  if (const auto* reservoir = std::get_if<Reservoir>(&source)) {
    return &reservoir->contact;
  }
  return nullptr;
}

Contact* contact_of(Source& source) {
  if (auto* pack = std::get_if<Pack>(&source)) {
    return &pack->contact;
  }
  if (auto* plate = std::get_if<Plate>(&source)) {
    return &plate->contact;
  }
  auto* reservoir = std::get_if<Reservoir>(&source);
  return reservoir == nullptr ? nullptr : &reservoir->contact;
}

double contact_temperature(const Solid& solid) {
  return (solid.skin_effusivity * solid.skin_temperature + solid.effusivity * solid.temperature) /
         (solid.skin_effusivity + solid.effusivity);
}

}  // namespace coldplan::applicator
