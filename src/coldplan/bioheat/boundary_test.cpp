#include "coldplan/bioheat/boundary.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

/// Ice of 20 kg/m² (latent 334 kJ/kg) that comes out of a freezer.
constexpr HeatStore ice{41e3, 84e3, 6.68e6, 0.0, -18.0, 8.0, 23.0};

TEST(HeatStore, StartsBelowZeroEnthalpyWhenColderThanItsMeltingPoint) {
  EXPECT_DOUBLE_EQ(start_enthalpy(ice), -18.0 * 41e3);
  HeatStore at_melting = ice;
  at_melting.start_temperature = 0.0;
  EXPECT_DOUBLE_EQ(start_enthalpy(at_melting), 0.0);
  HeatStore warm = ice;
  warm.start_temperature = 5.0;
  EXPECT_DOUBLE_EQ(start_enthalpy(warm), 6.68e6 + 5.0 * 84e3);
}

TEST(HeatStore, HasATemperatureThatIsContinuousOverItsBranches) {
  EXPECT_DOUBLE_EQ(store_temperature(ice, StoreBranch::frozen, -18.0 * 41e3), -18.0);
  EXPECT_DOUBLE_EQ(store_temperature(ice, StoreBranch::frozen, 0.0),
                   store_temperature(ice, StoreBranch::melting, 0.0));
  EXPECT_DOUBLE_EQ(store_temperature(ice, StoreBranch::melting, 6.68e6),
                   store_temperature(ice, StoreBranch::thawed, 6.68e6));
  EXPECT_DOUBLE_EQ(store_temperature(ice, StoreBranch::thawed, 6.68e6 + 84e3), 1.0);
}

TEST(HeatStore, WithoutLatentHeatGoesStraightFromFrozenToThawed) {
  HeatStore gel = ice;
  gel.latent_heat = 0.0;
  EXPECT_EQ(branch_of(gel, -1.0), StoreBranch::frozen);
  EXPECT_EQ(branch_of(gel, 0.0), StoreBranch::thawed);
  EXPECT_FALSE(branch_end(gel, StoreBranch::thawed).has_value());
}

TEST(Phase, IsRefusedWithThePlaceOfWhatIsWrong) {
  const Phase good{60.0, {0.02, 0.0, ice}, true};
  EXPECT_TRUE(check(good, "schedule[0]").has_value());
  Phase bad = good;
  bad.duration = 0.0;
  EXPECT_EQ(check(bad, "schedule[0]").error().place, "schedule[0].duration");
  bad = good;
  bad.boundary.resistance = -0.1;
  EXPECT_EQ(check(bad, "schedule[0]").error().place, "schedule[0].boundary.resistance");
  bad = good;
  bad.boundary.store->thawed_capacity = 0.0;
  EXPECT_EQ(check(bad, "schedule[0]").error().place, "schedule[0].boundary.store");
  bad = good;
  bad.boundary.store->air_temperature = -5.0;
  EXPECT_EQ(check(bad, "schedule[0]").error().place, "schedule[0].boundary.store.air_temperature");
  bad = good;
  bad.boundary.store.reset();
  bad.boundary.temperature = std::nan("");
  EXPECT_EQ(check(bad, "schedule[0]").error().place, "schedule[0].boundary.temperature");
}

}  // namespace
}  // namespace coldplan::bioheat
