#include "coldplan/bioheat/coupled_cover.h"

#include <cmath>
#include <limits>
#include <numbers>

#include <boost/math/special_functions/bessel.hpp>
#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

constexpr double conductivity = 0.21;

double gap(const Cover& cover, double length) {
  return conductivity / edge_conductance(cover, section_at(cover, 0.0, 0.06), conductivity, length);
}

TEST(EdgeConductance, IsThatOfTheHyperbolicProfileInStrips) {
  const double a = 0.05;
  const double b = 0.08;
  for (const double length : {0.002, 0.01, 0.03, 0.2}) {
    const auto one_side = [length](double width) {
      return length / std::tanh(width / length) - length * length / width;
    };
    EXPECT_NEAR(gap(long_pack(a, b), length) / (one_side(a) + one_side(b)), 1.0, 1e-9) << length;
  }
}

TEST(EdgeConductance, IsThatOfTheBesselProfileUnderADisc) {
  const double radius = 0.06;
  for (const double length : {0.005, 0.02, 0.1}) {
    const double x = radius / length;
    const double under =
        length * (boost::math::cyl_bessel_i(0.0, x) / boost::math::cyl_bessel_i(1.0, x) - 2.0 / x);
    const double beside = gap(round_pack(radius, 10.0), length) - under;
    EXPECT_NEAR(beside * (1.0 + 0.5 / x) / length, 1.0, 0.03) << length;
  }
}

TEST(EdgeConductance, OfNarrowPartsIsThatOfAParabola) {
  EXPECT_NEAR(gap(long_pack(0.01, 0.02), 10.0), 0.03 / 3.0, 1e-8);
}

TEST(EdgeConductance, OfAWideRingFollowsTheExactOneOfBesselFunctions) {
  // K₀/K₁ is the exact gap of an endless ring for each length, where the mean is no warmer.
  const double radius = 0.06;
  for (const double length : {0.01, 0.02, 0.05}) {
    const double x = radius / length;
    const double exact = boost::math::cyl_bessel_k(0.0, x) / boost::math::cyl_bessel_k(1.0, x);
    EXPECT_NEAR(1.0 / (1.0 + 0.5 / x) / exact, 1.0, 0.04) << length;
  }
}

TEST(SpreadLength, GrowsFromTheDepthBelowASteadySurface) {
  // Late, R = z/k: π z/2.
  const double depth = 0.01;
  EXPECT_NEAR(spread_length({conductivity, 1e-7, 0.0, depth / conductivity, 1e9}) /
                  (0.5 * std::numbers::pi * depth),
              1.0, 1e-3);
}

TEST(SpreadLength, IsThatOfDiffusionWhereTheSurfaceIsFar) {
  EXPECT_NEAR(spread_length({conductivity, 1e-7, 0.0, 10.0, 600.0}) /
                  std::sqrt(std::numbers::pi * 1e-7 * 600.0),
              1.0, 1e-3);
}

TEST(SpreadLength, DoesNotJumpWhereItsSeriesTakesOver) {
  // z/(2 √(κ t)) = 5.
  const double age = 600.0;
  const double resistance = 10.0 * std::sqrt(1e-7 * age) / conductivity;
  const auto at = [&](double factor) {
    return spread_length({conductivity, 1e-7, 0.0, factor * resistance, age});
  };
  EXPECT_NEAR(at(1.0 + 1e-9) / at(1.0 - 1e-9), 1.0, 3e-5);
}

TEST(SpreadLength, IsHeldByBloodWithinItsOwnLength) {
  const double blood = 0.6e-3 * 3.8e6;
  EXPECT_NEAR(spread_length({0.495, 1.3e-7, blood, 1.0, 1e8}), std::sqrt(0.495 / blood), 1e-4);
}

TEST(Section, OfALimbHasBothPartsOfHalfItsCircumference) {
  const Section section = section_at(partly_covered_limb(0.25), 0.01, 0.06);
  EXPECT_DOUBLE_EQ(section.covered_width + section.bare_width, std::numbers::pi * 0.05);
  EXPECT_DOUBLE_EQ(section.bare_area, 3.0 * section.covered_area);
}

TEST(Section, OfADiscHasTheAreasOfDiscAndRing) {
  const double edge = 2.0 * std::numbers::pi * 0.06;
  const Section section = section_at(round_pack(0.06, 0.04), 0.0, 0.0);
  EXPECT_DOUBLE_EQ(section.covered_area * edge, std::numbers::pi * 0.06 * 0.06);
  EXPECT_NEAR(section.bare_area * edge, std::numbers::pi * (0.1 * 0.1 - 0.06 * 0.06), 1e-12);
}

TEST(Cover, IsRefusedWhereItDoesNotFitTheColumn) {
  Column flat;
  Column round;
  round.geometry = Geometry::cylindrical;
  EXPECT_TRUE(check(long_pack(0.05, 0.05), flat).has_value());
  EXPECT_TRUE(check(partly_covered_limb(0.5), round).has_value());
  EXPECT_EQ(check(long_pack(0.05, 0.05), round).error().place, "cover.shape");
  EXPECT_EQ(check(partly_covered_limb(0.5), flat).error().place, "cover.shape");
  for (const double share : {0.0, 1.0, -0.5, std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_EQ(check(partly_covered_limb(share), round).error().place, "cover") << share;
  }
  EXPECT_EQ(check(round_pack(0.05, 0.0), flat).error().place, "cover");
}

}  // namespace
}  // namespace coldplan::bioheat
