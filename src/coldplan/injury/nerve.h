#pragma once

#include <optional>
#include <string_view>

#include "coldplan/injury/coefficients.h"
#include "coldplan/injury/course.h"

/// Injury of a nerve that is cold and does not freeze.
///
///     D_n = ∫ max(0, 10 °C − T_nerve) dt
///
/// The form and its scale are mostly assumed. Nerves of rabbits held at 1 to 5 °C for 2 to 4 h
/// degenerated, 10 K h at the least; in people foot drop was reported after 20 min of ice, and a
/// severe loss of nerve fibres after twice an hour (Moeller 1997, Collins 1986), at temperatures
/// that nobody measured. All that is known leaves a factor of five in the dose. So the answer is a
/// level of warning and never a chance: how many people iced a nerve and were not hurt is not
/// known.
///
/// none: never under 10 °C; low: under it; raised: more than 10 min under it, or 0.16 of the dose
/// of the animals; high: 0.27 of that dose (one and five in a hundred on the assumed curve).
namespace coldplan::injury {

enum class NerveWarning { none, low, raised, high };

/// D_n [K s].
[[nodiscard]] double nerve_dose(const Course& nerve);

/// Time under 10 °C, whose guard is 10 min [s].
[[nodiscard]] double nerve_cold_time(const Course& nerve);

/// The guard: how long a nerve may be under 10 °C [s]. Assumed.
[[nodiscard]] double nerve_cold_time_limit();

/// When the time under 10 °C has come to the guard [s]; none if it does not.
[[nodiscard]] std::optional<double> nerve_cold_limit_at(const Course& nerve);

/// The level of warning of a course of one draw.
[[nodiscard]] NerveWarning nerve_warning(const Course& nerve, const Coefficients& drawn);

/// When the warning is first at least `raised` [s]; none if it never is.
[[nodiscard]] std::optional<double> nerve_warning_at(const Course& nerve,
                                                     const Coefficients& drawn);

/// "none", "low", "raised", "high".
[[nodiscard]] std::string_view to_string(NerveWarning warning);

}  // namespace coldplan::injury
