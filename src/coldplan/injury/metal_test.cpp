#include "coldplan/injury/metal.h"

#include <gtest/gtest.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::applicators;

applicator::Solid piece(double temperature, facts::Id effusivity) {
  return {temperature, facts::value(effusivity), facts::value(id::metal_contact_effusivity_skin),
          facts::value(id::metal_contact_skin_temperature)};
}

TEST(Metal, HasTheLimitsOfItsSources) {
  EXPECT_EQ(contact_limit(), 0.0);
  EXPECT_EQ(bare_metal_limit(), 4.0);
}

// The facts: aluminium of −1.7, steel of −4.9 °C bring skin of 32 °C to 0 °C.
TEST(ContactWith, IsAtTheLimitForTheMetalTemperaturesOfTheFacts) {
  EXPECT_NEAR(contact_with(piece(-1.7, id::metal_contact_effusivity_aluminium)).contact_margin, 0.0,
              0.1);
  EXPECT_NEAR(contact_with(piece(-4.9, id::metal_contact_effusivity_steel)).contact_margin, 0.0,
              0.1);
}

TEST(ContactWith, FindsARollerFromTheFreezerTooColdToTouch) {
  const MetalContact roller = contact_with(piece(-18.0, id::metal_contact_effusivity_steel));
  EXPECT_DOUBLE_EQ(roller.metal_margin, -22.0);
  EXPECT_LT(roller.contact_margin, -10.0);
  EXPECT_GT(contact_with(piece(8.0, id::metal_contact_effusivity_steel)).metal_margin, 0.0);
}

}  // namespace
}  // namespace coldplan::injury
