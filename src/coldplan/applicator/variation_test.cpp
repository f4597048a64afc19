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
    // A solid's effusivity comes as a single number.
    const bool single = form.id == "metal_precooled";
    EXPECT_EQ(variations(form).empty(), single || !is_predictable(form)) << form.id;
  }
  EXPECT_EQ(variations(ice_water_machine()).size(), 2U);
  const Use still{{}, Hold::usual, 23.0, 1.0};
  ASSERT_EQ(variations(cold_air_machine(), still).size(), 1U);
  const Form strong = variations(cold_air_machine(), still).front().strong;
  EXPECT_DOUBLE_EQ(1.0 / boundary_of(strong, still).resistance, 370.0);
}

}  // namespace
}  // namespace coldplan::applicator
