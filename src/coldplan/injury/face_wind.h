#pragma once

#include "coldplan/injury/coefficients.h"
#include "coldplan/quantity/error.h"

/// Frostnip of a bare face in cold wind outdoors: 12 clothed adults who sat for up to 45 min in air
/// of 0 to −50 °C (ADA454525).
///
///     W = 13.12 + 0.6215 T − 11.37 v^0.16 + 0.3965 T v^0.16          (°C, v in km/h)
///     P(45 min) = Φ((−32.3 − W)/3.0)     in wind of 16 to 32 km/h
///     P(45 min) = Φ((−47.4 − T)/11.8)    in calm air
///     t = exp(6.00 + 0.0936 W) min, ×/÷ 1.4      of those who got it
///
/// **None of this holds in a cabin.** Gas of −110 °C lies far outside of what was measured, the
/// exposure lasts minutes, and air that hardly moves takes heat in another way; colder air than was
/// measured is refused.
namespace coldplan::injury {

/// Air outdoors.
struct OutdoorAir {
  double temperature = 0.0;  ///< [°C]
  double wind = 0.0;         ///< [m/s]; 0 is calm
};

/// Wind chill temperature [°C] of the standard of 2001. An error for calm air, colder air than was
/// measured (−40 °C in wind), or wind outside of 16 to 32 km/h.
[[nodiscard]] Expected<double> wind_chill(const OutdoorAir& air);

/// Share of the 12 people whose face got frostnip within 45 min. It is a share of those measured,
/// and no one's own chance. Errors as above; calm air down to −50 °C.
[[nodiscard]] Expected<double> frostnip_share(const OutdoorAir& air);

/// When frostnip came in those who got it [s]. Errors as those of wind_chill.
[[nodiscard]] Expected<double> frostnip_time(const OutdoorAir& air,
                                             const Coefficients& drawn = median_coefficients());

/// The same from a wind chill temperature [°C]. Its use in a cabin is a programming error.
[[nodiscard]] double frostnip_time_at(double chill,
                                      const Coefficients& drawn = median_coefficients());

}  // namespace coldplan::injury
