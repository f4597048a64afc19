#include "coldplan/bioheat/esdirk.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

using Tableau = EsdirkTableau;

double sum_over_stages(auto term) {
  double sum = 0.0;
  for (std::size_t i = 0; i < Tableau::stages; ++i) {
    sum += Tableau::weight.back()[i] * term(i);
  }
  return sum;
}

/// Σ_j a_ij c_j^power.
double row(std::size_t i, int power) {
  double sum = 0.0;
  for (std::size_t j = 0; j < Tableau::stages; ++j) {
    sum += Tableau::weight[i][j] * std::pow(Tableau::time[j], power);
  }
  return sum;
}

TEST(EsdirkTableau, MeetsTheEightConditionsOfFourthOrder) {
  const auto c = [](std::size_t i) { return Tableau::time[i]; };
  EXPECT_NEAR(sum_over_stages([](std::size_t) { return 1.0; }), 1.0, 1e-14);
  EXPECT_NEAR(sum_over_stages(c), 1.0 / 2, 1e-14);
  EXPECT_NEAR(sum_over_stages([&](std::size_t i) { return c(i) * c(i); }), 1.0 / 3, 1e-14);
  EXPECT_NEAR(sum_over_stages([](std::size_t i) { return row(i, 1); }), 1.0 / 6, 1e-14);
  EXPECT_NEAR(sum_over_stages([&](std::size_t i) { return std::pow(c(i), 3); }), 1.0 / 4, 1e-14);
  EXPECT_NEAR(sum_over_stages([&](std::size_t i) { return c(i) * row(i, 1); }), 1.0 / 8, 1e-14);
  EXPECT_NEAR(sum_over_stages([](std::size_t i) { return row(i, 2); }), 1.0 / 12, 1e-14);
  EXPECT_NEAR(sum_over_stages([](std::size_t i) {
                double sum = 0.0;
                for (std::size_t j = 0; j < Tableau::stages; ++j) {
                  sum += Tableau::weight[i][j] * row(j, 1);
                }
                return sum;
              }),
              1.0 / 24, 1e-14);
}

TEST(EsdirkTableau, HasStageOrderTwo) {
  for (std::size_t i = 0; i < Tableau::stages; ++i) {
    EXPECT_NEAR(row(i, 0), Tableau::time[i], 1e-14);
    EXPECT_NEAR(row(i, 1), 0.5 * Tableau::time[i] * Tableau::time[i], 1e-14);
  }
}

/// The scheme on y' = λ y, z = λ h: its stability function at z.
double stability_function(double z) {
  std::array<double, Tableau::stages> rate{};
  double stage = 1.0;
  for (std::size_t i = 0; i < Tableau::stages; ++i) {
    double base = 1.0;
    for (std::size_t j = 0; j < i; ++j) {
      base += Tableau::weight[i][j] * rate[j];
    }
    const double diagonal = i == 0 ? 0.0 : Tableau::gamma;
    stage = base / (1.0 - diagonal * z);
    rate[i] = z * stage;
  }
  return stage;
}

TEST(EsdirkTableau, IsLStable) {
  EXPECT_NEAR(stability_function(-0.1), std::exp(-0.1), 1e-7);
  for (const double z : {-1.0, -10.0, -100.0, -1e4}) {
    EXPECT_LT(std::abs(stability_function(z)), 1.0) << z;
  }
  EXPECT_LT(std::abs(stability_function(-1e8)), 1e-6);
}

TEST(Hermite, ReproducesCubicsExactly) {
  const auto y = [](double t) { return 1.0 + t - 2.0 * t * t + 0.5 * t * t * t; };
  const auto slope = [](double t) { return 1.0 - 4.0 * t + 1.5 * t * t; };
  for (const double share : {0.0, 0.2, 0.5, 0.9, 1.0}) {
    EXPECT_NEAR(hermite(y(0.0), slope(0.0), y(3.0), slope(3.0), 3.0, share), y(3.0 * share), 1e-13);
  }
}

}  // namespace
}  // namespace coldplan::bioheat
