#include "coldplan/applicator/settings.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::applicator {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(Settings, OfNonsenseAreRefusedByEveryFormWithTheRange) {
  for (const Form& form : all_forms()) {
    for (const double absurd : {-300.0, 400.0, nan, -infinite}) {
      const auto refused = with_settings(form, {.temperature = absurd});
      ASSERT_FALSE(refused.has_value()) << form.id;
      EXPECT_EQ(refused.error().place, "temperature");
      const auto range = temperature_range(form);
      EXPECT_NE(message(refused.error()).find(range ? " to " : "leave it out"), std::string::npos);
    }
    for (const double absurd : {0.0, -1.0, 1e6, nan}) {
      EXPECT_FALSE(with_settings(form, {.mass = absurd}).has_value()) << form.id;
      EXPECT_FALSE(with_settings(form, {.area = absurd}).has_value()) << form.id;
    }
  }
}

TEST(Settings, NameTheRangeAndTheForm) {
  EXPECT_EQ(message(with_settings(contact_plate(), {.temperature = -300.0}).error()),
            "temperature: -300 is not a temperature in °C for local_contact_plate (-40 to 30)");
  EXPECT_EQ(message(with_settings(ice_bag(), {.mass = 0.0}).error()),
            "mass: 0 is not a mass in kg for ice_bag (0.05 to 10)");
  EXPECT_EQ(message(with_settings(menthol_gel(), {.temperature = 5.0}).error()),
            "temperature: topical_menthol has no temperature to set, leave it out");
}

TEST(Settings, ReachTheBoundary) {
  const Use use{{}, Hold::usual, 23.0};
  for (const Form& form : all_forms()) {
    if (const auto range = temperature_range(form); range && is_predictable(form)) {
      const auto set = with_settings(form, {.temperature = range->least});
      ASSERT_TRUE(set.has_value()) << form.id;
      const auto before = boundary_of(form, use);
      const auto after = boundary_of(*set, use);
      EXPECT_LT(after.temperature, before.temperature) << form.id;
    }
  }
  const auto heavy = with_settings(ice_bag(), {.mass = 1.6, .area = 0.02}).value();
  EXPECT_NEAR(boundary_of(heavy, use).store->latent_heat, 1.6 / 0.02 * 334e3, 1e-6);
  EXPECT_DOUBLE_EQ(heavy.area, 0.02);
}

}  // namespace
}  // namespace coldplan::applicator
