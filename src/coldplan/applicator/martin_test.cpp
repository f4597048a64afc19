#include "coldplan/applicator/martin.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;

constexpr double litre_per_minute = 1e-3 / 60.0;

TEST(Martin, GivesTheSpotConductancesOfTheSourceForThreeNozzles) {
  struct Row {
    double diameter;
    double least;
    double most;
  };
  // h at 100 and 600 L/min, 10 cm away, over a spot of 5 cm radius: calculated for the source from
  // the same correlation, with properties of air that are not printed there.
  for (const Row& row :
       {Row{0.010, 110.0, 366.0}, Row{0.015, 77.0, 251.0}, Row{0.020, 57.0, 183.0}}) {
    const RoundNozzle weak{row.diameter, 100.0 * litre_per_minute, 0.10, 0.05};
    const RoundNozzle strong{row.diameter, 600.0 * litre_per_minute, 0.10, 0.05};
    EXPECT_NEAR(spot_conductance(weak).value() / row.least, 1.0, 0.02) << row.diameter;
    EXPECT_NEAR(spot_conductance(strong).value() / row.most, 1.0, 0.02) << row.diameter;
  }
}

TEST(Martin, AgreesWithTheEquationWrittenOutForOneNozzle) {
  // D = 15 mm, H = 6 D, so that the term of the distance falls away, and A_r = 0.01.
  const double diameter = 0.015;
  const double velocity = 20.0;  // m/s
  const double flow = velocity * M_PI * diameter * diameter / 4.0;
  const double reynolds = velocity * diameter / facts::value(id::air_kinematic_viscosity);
  const double nusselt = 2.0 * 0.1 * (1.0 - 2.2 * 0.1) * 2.0 * std::pow(reynolds, 0.5) *
                         std::pow(1.0 + 0.005 * std::pow(reynolds, 0.55), 0.5) *
                         std::pow(facts::value(id::air_prandtl_number), 0.42);
  const double expected = nusselt * facts::value(id::air_conductivity) / diameter;
  const auto found = spot_conductance({diameter, flow, 6.0 * diameter, 5.0 * diameter});
  ASSERT_TRUE(found.has_value()) << message(found.error());
  EXPECT_NEAR(*found / expected, 1.0, 1e-12);
}

TEST(Martin, RefusesWhatItDoesNotHoldForWithTheRangeOfThisNozzle) {
  const RoundNozzle good{0.01, 300.0 * litre_per_minute, 0.10, 0.05};
  ASSERT_TRUE(spot_conductance(good).has_value());
  auto refusal = [](RoundNozzle nozzle, double RoundNozzle::*member, double value) {
    nozzle.*member = value;
    const auto found = spot_conductance(nozzle);
    return found ? std::string{"taken"} : message(found.error());
  };
  EXPECT_EQ(refusal(good, &RoundNozzle::distance, 0.15),
            "distance_cm: 15 is not a distance in cm for a nozzle of 10 mm, as the correlation of "
            "jets (Martin 1977) holds (2 to 12)");
  EXPECT_EQ(refusal(good, &RoundNozzle::spot_radius, 0.02),
            "spot_radius_cm: 2 is not a radius in cm of the spot for a nozzle of 10 mm, as the "
            "correlation of jets (Martin 1977) holds (2.5 to 7.9)");
  EXPECT_EQ(refusal(good, &RoundNozzle::flow, 5.0 * litre_per_minute),
            "flow_L_min: 5 is not a flow in L/min for a nozzle of 10 mm, as the correlation of "
            "jets (Martin 1977) holds (12.54 to 2506.99)");
  for (const double absurd : {-1.0, 0.0, std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::infinity()}) {
    for (double RoundNozzle::*member : {&RoundNozzle::diameter, &RoundNozzle::flow,
                                        &RoundNozzle::distance, &RoundNozzle::spot_radius}) {
      EXPECT_NE(refusal(good, member, absurd), "taken") << absurd;
    }
  }
}

}  // namespace
}  // namespace coldplan::applicator
