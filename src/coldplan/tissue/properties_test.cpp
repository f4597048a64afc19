#include "coldplan/tissue/properties.h"

#include <array>
#include <cstdint>

#include <gtest/gtest.h>

namespace coldplan::tissue {
namespace {

constexpr std::array all_kinds{
    Kind::epidermis,       Kind::dermis, Kind::fat,      Kind::muscle, Kind::cortical_bone,
    Kind::cancellous_bone, Kind::disc,   Kind::ligament, Kind::fascia, Kind::nerve};

TEST(Properties, ArePhysicalForEveryTissue) {
  for (const Kind kind : all_kinds) {
    const Properties p = properties_of(kind);
    EXPECT_GT(p.conductivity, 0.1);
    EXPECT_LT(p.conductivity, 1.0);
    EXPECT_GT(p.density * p.specific_heat, 1.5e6);
    EXPECT_LT(p.density * p.specific_heat, 4.5e6);
    EXPECT_GE(p.perfusion, 0.0);
    EXPECT_LT(p.perfusion, 5e-3);
    EXPECT_GE(p.metabolic_heat, 0.0);
  }
}

TEST(Properties, OfFatAreThoseOfTheItIsDatabase) {
  // IT'IS V3.0 (Hasgall 2015): fat 911 kg/m³, 2348 J/(kg K), 0.21 W/(m K).
  const Properties fat = properties_of(Kind::fat);
  EXPECT_DOUBLE_EQ(fat.density, 911.0);
  EXPECT_DOUBLE_EQ(fat.specific_heat, 2348.0);
  EXPECT_DOUBLE_EQ(fat.conductivity, 0.21);
}

TEST(Properties, OfAMixtureRunFromOneTissueToTheOther) {
  const Properties muscle = properties_of(Kind::muscle);
  const Properties fat = properties_of(Kind::fat);
  EXPECT_DOUBLE_EQ(mixture(muscle, fat, 0.0).conductivity, muscle.conductivity);
  EXPECT_DOUBLE_EQ(mixture(muscle, fat, 1.0).density, fat.density);
  EXPECT_DOUBLE_EQ(mixture(muscle, fat, 0.25).perfusion,
                   0.75 * muscle.perfusion + 0.25 * fat.perfusion);
}

TEST(Tissue, OnlySkinHasTheReflexAndOnlyMuscleAndBoneAQuotient) {
  for (const Kind kind : all_kinds) {
    const Tissue tissue = tissue_of(kind);
    EXPECT_EQ(tissue.flow_control == FlowControl::constriction_and_reflex, kind == Kind::dermis);
    EXPECT_EQ(tissue.flow_control == FlowControl::constriction, kind == Kind::fat);
    EXPECT_EQ(tissue.flow_q10 > 1.0,
              kind == Kind::muscle || kind == Kind::cortical_bone || kind == Kind::cancellous_bone);
  }
}

TEST(FrozenTissue, ConductsBetterAndHoldsLessThanThawed) {
  for (const Kind kind : all_kinds) {
    const Tissue tissue = tissue_of(kind);
    if (tissue.frozen) {
      EXPECT_GT(tissue.frozen->conductivity, tissue.properties.conductivity);
      EXPECT_LT(tissue.frozen->specific_heat, tissue.properties.specific_heat);
      EXPECT_LT(tissue.frozen->freezing_temperature, 0.0);
      EXPECT_GT(tissue.frozen->latent_heat, 0.0);
    }
  }
}

TEST(FrozenTissue, IsEverythingButBone) {
  for (const Kind kind : all_kinds) {
    EXPECT_EQ(tissue_of(kind).frozen.has_value(),
              kind != Kind::cortical_bone && kind != Kind::cancellous_bone);
  }
}

TEST(FrozenTissue, HoldsTheLatentHeatOfItsWater) {
  // 335 kJ/kg of water: 0.65 of skin, 0.2 of fat (of which 71 kJ/kg are read), 0.75 of muscle.
  EXPECT_NEAR(tissue_of(Kind::dermis).frozen->latent_heat, 0.65 * 335e3, 500.0);
  EXPECT_DOUBLE_EQ(tissue_of(Kind::fat).frozen->latent_heat, 71e3);
  EXPECT_NEAR(tissue_of(Kind::nerve).frozen->latent_heat, 0.75 * 335e3, 5000.0);
}

TEST(Blood, HasTheHeatCapacityOfTheStandardWork) {
  EXPECT_DOUBLE_EQ(blood_heat_capacity(), 1050.0 * 3617.0);
}

TEST(DrawnProperties, ArePhysicalForEveryTissue) {
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const posterior::Draw draw = posterior::draw(1, i);
    for (const Kind kind : all_kinds) {
      const Tissue tissue = tissue_of(kind, draw);
      const Properties& p = tissue.properties;
      ASSERT_GT(p.conductivity, 0.1);
      // Wet bone conducts up to 0.75 W/(m K) (Fiala 1999), which is its 95th percentile.
      ASSERT_LT(p.conductivity, 3.0);
      ASSERT_GT(p.density * p.specific_heat, 0.9e6);
      ASSERT_LT(p.density * p.specific_heat, 8e6);
      ASSERT_GE(p.perfusion, 0.0);
      ASSERT_LT(p.perfusion, 5e-3);
      ASSERT_GE(p.metabolic_heat, 0.0);
      ASSERT_GE(tissue.flow_q10, 1.0);
      ASSERT_GE(tissue.metabolism_q10, 1.0);
      ASSERT_TRUE(!tissue.frozen || tissue.frozen->freezing_temperature <= 0.0);
    }
    ASSERT_GT(blood_heat_capacity(draw), 0.0);
  }
}

TEST(DrawnProperties, AreThoseOfTheFactsAtTheMedian) {
  const posterior::Draw median = posterior::draw_of({});
  for (const Kind kind : all_kinds) {
    const Properties drawn = properties_of(kind, median);
    const Properties usual = properties_of(kind);
    EXPECT_EQ(drawn.conductivity, usual.conductivity);
    EXPECT_EQ(drawn.perfusion, usual.perfusion);
    EXPECT_EQ(drawn.metabolic_heat, usual.metabolic_heat);
  }
}

TEST(DrawnProperties, HeatMuscleMoreWhereMoreBloodFlows) {
  posterior::Scores scores{};
  scores[posterior::place_of(posterior::Score::muscle_flow)] = posterior::score_p95;
  const Properties muscle = properties_of(Kind::muscle, posterior::draw_of(scores));
  EXPECT_NEAR(muscle.perfusion, 0.91e-3, 1e-12);
  EXPECT_NEAR(muscle.metabolic_heat, 988.0, 1e-9);
}

}  // namespace
}  // namespace coldplan::tissue
