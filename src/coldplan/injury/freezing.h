#pragma once

#include <optional>

#include "coldplan/injury/coefficients.h"
#include "coldplan/injury/course.h"

/// When skin freezes.
///
/// Wet skin, or skin that ice touches, may freeze under −0.6 °C; dry skin supercools and freezes
/// between −3.7 and −4.8 °C (ACSM position stand 2006, section Frostbite). The dry range errs on
/// caution: skin of pigs was typically unharmed under plates of −7 °C for 10 min, while the fat
/// under it inflamed (Manstein 2008). Whether skin of the back differs from that of fingers was not
/// found.
///
/// Once a crystal touches it, ice needs a time to cross the skin,
///
///     t(T) = 8 s (4/|T|)^3.75   for T < −1.8 °C,   never above;   D_ice = ∫ dt/t(T), crossed at 1
///
/// a power law through two points of mouse skin (American Foundation for Biological Research 1964):
/// the only kinetic numbers that were found.
namespace coldplan::injury {

/// What touches the skin matters more than how cold it is.
enum class SkinState { dry, wet };

/// Where freezing of skin may begin [°C]: −0.6 wet, −3.7 dry, the cautious end of its range.
[[nodiscard]] double freezing_limit(SkinState state);

/// How far through the range where dry skin freezes a temperature lies: 0 at −3.7, 1 at −4.8 °C and
/// under it. A design limit, not a chance.
[[nodiscard]] double dry_ramp(double skin);

/// Time in which ice crosses wet skin at a temperature [s]; none where it does not.
[[nodiscard]] std::optional<double> crossing_time(double skin);

/// D_ice of a course of wet skin, exact for straight lines between its samples.
[[nodiscard]] double ice_dose(const Course& skin);

/// When D_ice has come to 1 [s]; none if it does not.
[[nodiscard]] std::optional<double> crossed_at(const Course& skin);

/// When skin freezes in one draw [s]: wet, when ice has crossed it; dry, when it is under the drawn
/// freezing point. None if it does not.
[[nodiscard]] std::optional<double> freezes_at(const Course& skin, SkinState state,
                                               const Coefficients& drawn);

}  // namespace coldplan::injury
