#include "coldplan/injury/metal.h"

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {

namespace id = facts::id::injury;

double contact_limit() {
  return facts::value(id::contact_frostbite_temperature_frostbite_contact);
}

double bare_metal_limit() {
  return facts::value(id::contact_frostbite_metal_limit);
}

MetalContact contact_with(const applicator::Solid& metal) {
  return {metal.temperature - bare_metal_limit(),
          applicator::contact_temperature(metal) - contact_limit()};
}

}  // namespace coldplan::injury
