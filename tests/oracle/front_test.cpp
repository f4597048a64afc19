#include <algorithm>
#include <cmath>
#include <numbers>

#include "oracle/cvode_solution.h"
#include <boost/math/tools/toms748_solve.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/tissue/properties.h"

/// The oracle itself where tissue freezes: against the exact solution of Stefan's problem in two
/// phases (Neumann; Carslaw & Jaeger 1959, Conduction of Heat in Solids, section 11.2).
namespace coldplan::oracle {
namespace {

/// A half space at one temperature whose surface is cold from time 0 on.
struct Neumann {
  tissue::Tissue tissue;
  double start = 0.0;    ///< [°C]
  double surface = 0.0;  ///< [°C]

  [[nodiscard]] double frozen_diffusivity() const {
    return tissue.frozen->conductivity / (tissue.properties.density * tissue.frozen->specific_heat);
  }
  [[nodiscard]] double thawed_diffusivity() const {
    return tissue.properties.conductivity /
           (tissue.properties.density * tissue.properties.specific_heat);
  }
  [[nodiscard]] double freezing() const { return tissue.frozen->freezing_temperature; }

  /// λ of the front at 2 λ √(α t), from its heat balance.
  [[nodiscard]] double lambda() const {
    const double cold = frozen_diffusivity();
    const double warm = thawed_diffusivity();
    const auto excess = [&](double l) {
      const double out = tissue.frozen->conductivity * (freezing() - surface) * std::exp(-l * l) /
                         (std::sqrt(cold) * std::erf(l));
      const double in = tissue.properties.conductivity * (start - freezing()) *
                        std::exp(-l * l * cold / warm) /
                        (std::sqrt(warm) * std::erfc(l * std::sqrt(cold / warm)));
      return out - in -
             std::sqrt(std::numbers::pi * cold) * l * tissue.properties.density *
                 tissue.frozen->latent_heat;
    };
    std::uintmax_t rounds = 100;
    return boost::math::tools::toms748_solve(excess, 1e-4, 3.0,
                                             boost::math::tools::eps_tolerance<double>(50), rounds)
        .first;
  }
  [[nodiscard]] double front(double time) const {
    return 2.0 * lambda() * std::sqrt(frozen_diffusivity() * time);
  }
  [[nodiscard]] double temperature(double depth, double time) const {
    const double l = lambda();
    if (depth < front(time)) {
      return surface + (freezing() - surface) *
                           std::erf(depth / (2.0 * std::sqrt(frozen_diffusivity() * time))) /
                           std::erf(l);
    }
    return start - (start - freezing()) *
                       std::erfc(depth / (2.0 * std::sqrt(thawed_diffusivity() * time))) /
                       std::erfc(l * std::sqrt(frozen_diffusivity() / thawed_diffusivity()));
  }
};

struct Miss {
  double temperature = 0.0;  ///< [°C]
  double front = 0.0;        ///< [m]
};

Miss miss_of(const Neumann& exact, const OracleOptions& options) {
  bioheat::Column column;
  column.layers = {{0.12, exact.tissue}};
  column.inner_temperature = exact.start;
  column.arterial_temperature = exact.start;
  const std::vector<double> depths{0.0, 0.0003, 0.001, 0.002, 0.004, 0.008, 0.016};
  const bioheat::Phase plate{1200.0, {0.0, exact.surface, std::nullopt}, true};
  const OracleSolution solved = solve_with_cvode(column, {0.1, exact.start, std::nullopt},
                                                 std::span{&plate, 1}, depths, options);
  Miss miss;
  for (const OracleSample& sample : solved.samples) {
    if (sample.time > 0.0) {
      miss.front = std::max(miss.front, std::abs(sample.frozen.to - exact.front(sample.time)));
      for (std::size_t probe = 0; probe < depths.size(); ++probe) {
        miss.temperature = std::max(
            miss.temperature,
            std::abs(sample.temperature[probe] - exact.temperature(depths[probe], sample.time)));
      }
    }
  }
  return miss;
}

tissue::Tissue bloodless(tissue::Kind kind) {
  tissue::Tissue tissue = tissue::tissue_of(kind);
  tissue.properties.perfusion = 0.0;
  tissue.properties.metabolic_heat = 0.0;
  tissue.flow_control = tissue::FlowControl::fixed;
  return tissue;
}

TEST(FrontOfCvode, FollowsNeumannsSolutionCloserOnFinerElements) {
  for (const tissue::Kind kind : {tissue::Kind::dermis, tissue::Kind::fat, tissue::Kind::muscle}) {
    for (const double surface : {-5.0, -30.0}) {
      const Neumann exact{bloodless(kind), 33.0, surface};
      OracleOptions options;
      options.sample_interval = 1.0;
      const Miss usual = miss_of(exact, options);
      options.mesh = refined(options.mesh, 2.0);
      const Miss finer = miss_of(exact, options);
      fmt::print(
          "front at {:.2f} mm in 20 min: {:.4f} C and {:.5f} mm off, halved {:.4f} C and "
          "{:.5f} mm\n",
          1e3 * exact.front(1200.0), usual.temperature, 1e3 * usual.front, finer.temperature,
          1e3 * finer.front);
      EXPECT_LE(usual.temperature, 0.01);
      EXPECT_LE(usual.front, 2e-6);
      EXPECT_LT(finer.temperature, 0.5 * usual.temperature);
    }
  }
}

}  // namespace
}  // namespace coldplan::oracle
