#include "coldplan/bioheat/coupled_cover.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace coldplan::bioheat {
namespace {

/// exp(x²) erfc(x) for x ≥ 0; beyond 5 by its asymptotic series (Abramowitz & Stegun 7.1.23), whose
/// next term is 2e-5 there.
double scaled_erfc(double x) {
  if (x < 5.0) {
    return std::exp(x * x) * std::erfc(x);
  }
  const double y = 0.5 / (x * x);
  return (1.0 - y * (1.0 - 3.0 * y * (1.0 - 5.0 * y))) / (x * std::sqrt(std::numbers::pi));
}

/// I_{ν+1}(x)/I_ν(x) by its continued fraction (Abramowitz & Stegun 9.6.26), which has converged
/// after some x terms. Of ν = 1/2 it is coth x − 1/x; of ν = 1 it is I₀/I₁ − 2/x.
double bessel_ratio(double order, double x) {
  constexpr double many = 200.0;
  if (x > many) {
    return 1.0 - (order + 0.5) / x;
  }
  double ratio = 1.0;
  for (int term = static_cast<int>(x) + 20; term > 0; --term) {
    ratio = 1.0 / (2.0 * (order + term) / x + ratio);
  }
  return ratio;
}

bool within(double value, double most) {
  return std::isfinite(value) && value > 0.0 && value < most;
}

}  // namespace

Cover long_pack(double half_width, double bare_width) {
  return {CoverShape::strip, half_width, bare_width};
}

Cover round_pack(double radius, double bare_width) {
  return {CoverShape::disc, radius, bare_width};
}

Cover partly_covered_limb(double share) {
  return {CoverShape::limb, share, 1.0 - share};
}

Expected<void> check(const Cover& cover, const Column& column) {
  const bool limb = cover.shape == CoverShape::limb;
  const bool fits =
      limb ? column.geometry == Geometry::cylindrical : column.geometry == Geometry::planar;
  if (!fits) {
    return tl::unexpected(Error{ErrorCode::conflict, "cover.shape", "", "",
                                limb ? "take a strip or a disc: the column is not a cylinder"
                                     : "take a limb: the column is not planar"});
  }
  const double most = limb ? 1.0 : std::numeric_limits<double>::infinity();
  for (const double size : {cover.covered, cover.bare}) {
    if (!within(size, most)) {
      return tl::unexpected(Error{ErrorCode::out_of_range, "cover", fmt::format("{:g}", size),
                                  limb ? "a share between 0 and 1" : "a width over 0 m", ""});
    }
  }
  return {};
}

Section section_at(const Cover& cover, double depth, double outer_radius) {
  const double a = cover.covered;
  const double b = cover.bare;
  switch (cover.shape) {
    case CoverShape::strip:
      return {a, b, a, b};
    case CoverShape::disc:
      // π a² and π ((a + b)² − a²) over the length 2 π a of the edge.
      return {a, b, 0.5 * a, b * (1.0 + 0.5 * b / a)};
    case CoverShape::limb: {
      const double half_circumference =
          std::numbers::pi * std::max(outer_radius - depth, outer_radius / 3.0);
      const double covered = a * half_circumference;
      const double bare = b * half_circumference;
      return {covered, bare, covered, bare};
    }
  }
  return {};
}

double spread_length(const Spreading& spreading) {
  const double z = spreading.conductivity * spreading.resistance_to_outside;
  const double diffused = std::sqrt(spreading.diffusivity * spreading.age);
  const double unhindered = 0.5 * std::numbers::pi * z * scaled_erfc(0.5 * z / diffused);
  return 1.0 /
         std::sqrt(1.0 / (unhindered * unhindered) + spreading.blood / spreading.conductivity);
}

double edge_conductance(const Cover& cover, const Section& section, double conductivity,
                        double length) {
  const double order = cover.shape == CoverShape::disc ? 1.0 : 0.5;
  const double bend =
      cover.shape == CoverShape::disc ? 1.0 + 0.5 * length / section.covered_width : 1.0;
  const double covered = length * bessel_ratio(order, section.covered_width / length);
  const double bare = length * bessel_ratio(0.5, section.bare_width / length) / bend;
  return conductivity / (covered + bare);
}

}  // namespace coldplan::bioheat
