#include "exact/stefan.h"

#include <cmath>
#include <numbers>

#include <boost/math/tools/toms748_solve.hpp>

namespace coldplan::exact {

double Neumann::front(double time) const {
  return 2.0 * lambda * std::sqrt(new_diffusivity * time);
}

double Neumann::temperature(double depth, double time) const {
  if (depth <= front(time)) {
    return surface + (freezing - surface) *
                         std::erf(depth / std::sqrt(4.0 * new_diffusivity * time)) /
                         std::erf(lambda);
  }
  return start - (start - freezing) * std::erfc(depth / std::sqrt(4.0 * old_diffusivity * time)) /
                     std::erfc(lambda * std::sqrt(new_diffusivity / old_diffusivity));
}

Neumann neumann(const tissue::Tissue& tissue, double start, double surface) {
  const tissue::Properties& thawed = tissue.properties;
  const tissue::FrozenProperties& frozen = tissue.frozen.value();
  const bool freezes = surface < frozen.freezing_temperature;
  const double k_new = freezes ? frozen.conductivity : thawed.conductivity;
  const double k_old = freezes ? thawed.conductivity : frozen.conductivity;
  const double c_new = freezes ? frozen.specific_heat : thawed.specific_heat;
  const double c_old = freezes ? thawed.specific_heat : frozen.specific_heat;

  Neumann solution{start,
                   surface,
                   frozen.freezing_temperature,
                   k_new / (thawed.density * c_new),
                   k_old / (thawed.density * c_old),
                   0.0};
  const double step = solution.freezing - surface;
  const double ratio = std::sqrt(solution.new_diffusivity / solution.old_diffusivity);
  const auto gap = [&](double lambda) {
    const double behind = std::exp(-lambda * lambda) / std::erf(lambda);
    const double before = k_old / k_new * ratio * (start - solution.freezing) / step *
                          std::exp(-lambda * lambda * ratio * ratio) / std::erfc(lambda * ratio);
    return behind - before -
           lambda * std::sqrt(std::numbers::pi) * frozen.latent_heat / (c_new * std::abs(step));
  };
  std::uintmax_t rounds = 100;
  solution.lambda = boost::math::tools::toms748_solve(
                        gap, 1e-5, 4.0, boost::math::tools::eps_tolerance<double>(50), rounds)
                        .first;
  return solution;
}

}  // namespace coldplan::exact
