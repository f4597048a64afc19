#include "coldplan/applicator/forms.h"

#include <set>

#include <gtest/gtest.h>

namespace coldplan::applicator {
namespace {

TEST(Forms, HaveIdsOfTheirOwnAndAFamily) {
  std::set<std::string> ids;
  for (const Form& form : all_forms()) {
    EXPECT_TRUE(ids.insert(form.id).second) << form.id;
    EXPECT_EQ(form.family, "ice_pack") << form.id;
    EXPECT_FALSE(form.basis.empty()) << form.id;
  }
}

TEST(Forms, StandOnKnownFacts) {
  for (const Form& form : all_forms()) {
    for (const facts::Id id : form.basis) {
      EXPECT_TRUE(facts::known(id)) << form.id << " " << facts::fact(id).id;
    }
  }
}

TEST(Forms, AreFoundByIdOrRefusedWithTheKnownOnes) {
  EXPECT_EQ(form_from("gel_pack", "--form").value().name, "Gel pack, flexible");
  const auto unknown = form_from("ice_box", "--form");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().code, ErrorCode::unknown_name);
  EXPECT_NE(message(unknown.error()).find("ice_bag"), std::string::npos);
}

TEST(Forms, KeepTheirUsualContactWithinTheSpread) {
  for (const Form& form : all_forms()) {
    EXPECT_LT(form.pack.contact.low, form.pack.contact.usual) << form.id;
    EXPECT_GT(form.pack.contact.high, form.pack.contact.usual) << form.id;
    EXPECT_GE(form.longest, form.duration) << form.id;
  }
}

TEST(IceBag, TouchesBetterWhenWettedAndHoldsMeltingIce) {
  EXPECT_GT(ice_bag_wetted().pack.contact.usual, ice_bag().pack.contact.usual);
  EXPECT_DOUBLE_EQ(ice_bag().pack.start_temperature, 0.0);
  EXPECT_DOUBLE_EQ(ice_bag().duration, 1200.0);
}

TEST(GelPack, HoldsTheTwoExtremesOfUnknownGels) {
  EXPECT_DOUBLE_EQ(gel_pack().pack.latent_heat, 0.0);
  EXPECT_DOUBLE_EQ(gel_pack_water_based().pack.latent_heat, 300e3);
}

TEST(FrozenPeas, AreThreeQuartersWaterByTheirLatentHeat) {
  const Pack peas = frozen_peas().pack;
  EXPECT_NEAR(peas.frozen_heat / 2050.0, 250.0 / 334.0, 1e-12);
}

}  // namespace
}  // namespace coldplan::applicator
