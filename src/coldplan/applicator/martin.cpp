#include "coldplan/applicator/martin.h"

#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;

// numerical: coefficients and exponents of the correlation, and the range it was made for.
constexpr double prandtl_exponent = 0.42;
// numerical: as above.
constexpr double reynolds_factor = 0.005;
// numerical: as above.
constexpr double reynolds_exponent = 0.55;
// numerical: as above.
constexpr double area_factor = 2.2;
// numerical: as above.
constexpr double distance_factor = 0.2;
// numerical: as above.
constexpr double usual_distance = 6.0;
// numerical: as above.
constexpr double least_reynolds = 2e3;
// numerical: as above.
constexpr double most_reynolds = 4e5;
// numerical: as above.
constexpr double most_distance = 12.0;
// numerical: as above.
constexpr double least_area_ratio = 0.004;
// numerical: as above.
constexpr double most_area_ratio = 0.04;

// numerical: units of a device file, by definition.
constexpr double mm_per_m = 1e3;
// numerical: as above.
constexpr double cm_per_m = 1e2;
// numerical: as above.
constexpr double litres_per_minute = 6e4;

/// Flow at a Reynolds number [m³/s].
double flow_at(double reynolds, double diameter) {
  return reynolds * std::numbers::pi * diameter * facts::value(id::air_kinematic_viscosity) * 0.5 *
         0.5;
}

/// Radius of the spot at a relative nozzle area [m].
double radius_at(double area_ratio, double diameter) {
  return 0.5 * diameter / std::sqrt(area_ratio);
}

/// Nothing, or why a length or flow is outside `least` to `most`; `per_si` makes the unit of the
/// file. The ends are printed rounded inwards, so that both are taken. Written so that a value that
/// is not a number is refused.
Expected<void> within(const char* place, const char* noun, double value, double least, double most,
                      double per_si, double diameter) {
  // numerical: rounding of the limits, which are no sharper than the correlation.
  constexpr double slack = 1e-9;
  // numerical: digits after the point that are printed, 1/100.
  constexpr double hundred = 100.0;
  if (value >= least * (1.0 - slack) && value <= most * (1.0 + slack)) {
    return {};
  }
  const double lower = std::ceil(least * per_si * hundred * (1.0 - slack)) / hundred;
  const double upper = std::floor(most * per_si * hundred * (1.0 + slack)) / hundred;
  return tl::unexpected(
      Error{ErrorCode::out_of_range, place, fmt::format("{:g}", value * per_si),
            fmt::format("{} for a nozzle of {:g} mm, as the correlation of jets (Martin 1977) "
                        "holds ({:g} to {:g})",
                        noun, diameter * mm_per_m, lower, upper),
            ""});
}

Expected<void> check(const RoundNozzle& nozzle) {
  const double d = nozzle.diameter;
  if (!(d > 0.0 && std::isfinite(d))) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "nozzle_mm",
                                fmt::format("{:g}", d * mm_per_m), "a diameter in mm above 0", ""});
  }
  if (auto fit = within("distance_cm", "a distance in cm", nozzle.distance, 2.0 * d,
                        most_distance * d, cm_per_m, d);
      !fit) {
    return fit;
  }
  if (auto fit = within("spot_radius_cm", "a radius in cm of the spot", nozzle.spot_radius,
                        radius_at(most_area_ratio, d), radius_at(least_area_ratio, d), cm_per_m, d);
      !fit) {
    return fit;
  }
  return within("flow_L_min", "a flow in L/min", nozzle.flow, flow_at(least_reynolds, d),
                flow_at(most_reynolds, d), litres_per_minute, d);
}

}  // namespace

Expected<double> spot_conductance(const RoundNozzle& nozzle) {
  if (auto fit = check(nozzle); !fit) {
    return tl::unexpected(fit.error());
  }
  const double d = nozzle.diameter;
  const double reynolds = nozzle.flow / flow_at(1.0, d);
  const double root_area = 0.5 * d / nozzle.spot_radius;
  const double g = 2.0 * root_area * (1.0 - area_factor * root_area) /
                   (1.0 + distance_factor * (nozzle.distance / d - usual_distance) * root_area);
  const double nusselt =
      std::pow(facts::value(id::air_prandtl_number), prandtl_exponent) * g * 2.0 *
      std::sqrt(reynolds * (1.0 + reynolds_factor * std::pow(reynolds, reynolds_exponent)));
  return nusselt * facts::value(id::air_conductivity) / d;
}

}  // namespace coldplan::applicator
