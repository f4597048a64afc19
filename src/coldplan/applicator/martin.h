#pragma once

#include "coldplan/quantity/error.h"

namespace coldplan::applicator {

/// A single round nozzle that blows air straight on the skin.
struct RoundNozzle {
  double diameter = 0.0;     ///< D [m]
  double flow = 0.0;         ///< V of the gas [m³/s]
  double distance = 0.0;     ///< H from its mouth to the skin [m]
  double spot_radius = 0.0;  ///< r of the spot that the mean is taken over [m]
};

/// Heat transfer coefficient of the jet, as the mean over the spot [W/(m² K)]:
///
///     Nu/Pr^0.42 = G [2 Re^0.5 (1 + 0.005 Re^0.55)^0.5],   Nu = h D/k,   Re = 4 V/(π D ν)
///     G = 2 Ar^0.5 (1 − 2.2 Ar^0.5)/(1 + 0.2 (H/D − 6) Ar^0.5),   Ar = D²/(4 r²)
///
/// Valid for 2000 ≤ Re ≤ 400 000, 2 ≤ H/D ≤ 12 and 0.004 ≤ Ar ≤ 0.04. Martin (1977), as printed
/// by Incropera, Fundamentals of Heat and Mass Transfer, chapter 7. The properties are those of dry
/// air near 0 °C (facts air_*); colder gas is denser, which is left out.
///
/// Outside its range an error whose place is "distance_cm", "spot_radius_cm" or "flow_L_min", with
/// the range for this nozzle. All members must be positive; "nozzle_mm" otherwise.
[[nodiscard]] Expected<double> spot_conductance(const RoundNozzle& nozzle);

}  // namespace coldplan::applicator
