#include "coldplan/applicator/variation.h"

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::applicator {
namespace {

/// Heat drawn from skin of 20 °C at the start [W/m²]: what a weak or strong end must change.
double first_flux(const Form& form) {
  const bioheat::Boundary boundary = boundary_of(form, {{}, Hold::usual, 23.0});
  const double evaporating = boundary.evaporation ? boundary.evaporation->heat_flux : 0.0;
  constexpr double film = 0.01;  // for a surface that is held: skin behind it [m² K/W]
  return (20.0 - boundary.temperature) / (boundary.resistance + film) + evaporating;
}

TEST(Variations, CoolLessAtTheWeakEndAndMoreAtTheStrongOne) {
  for (const Form& form : all_forms()) {
    for (const Variation& variation : variations(form)) {
      EXPECT_LT(first_flux(variation.weak), first_flux(form)) << form.id << " " << variation.name;
      EXPECT_GT(first_flux(variation.strong), first_flux(form)) << form.id << " " << variation.name;
    }
  }
}

TEST(Variations, AreThereForEveryFormWithASpread) {
  for (const Form& form : all_forms()) {
    // A maker's claim and a solid's effusivity come as single numbers.
    const bool single = form.id == "local_ln2_vapour_intense" || form.id == "metal_precooled";
    EXPECT_EQ(variations(form).empty(), single || !is_predictable(form)) << form.id;
  }
  EXPECT_EQ(variations(ice_water_machine()).size(), 2U);
}

}  // namespace
}  // namespace coldplan::applicator
