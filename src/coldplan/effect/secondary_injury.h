#pragma once

#include "coldplan/effect/coefficients.h"
#include "coldplan/effect/course.h"

/// The further damage around a fresh injury that cold may spare.
///
///     S = 1 − (1/H) ∫₀ᴴ 2.5^((T − T₀)/10) dt,        H = 6 h
///
/// with T the muscle and T₀ its temperature without cold. Animals alone: rats lost 47 % less
/// oxidative capacity with 5 h of ice (Merrick 1999), and had areas of injury 29 and 23 % smaller
/// with 3 × 30 minutes (Oliveira 2006 and another). The formula meets these within a factor of 1.6,
/// with muscle taken at 20 °C. Its Q10 is its own: the metabolism that the answer shows comes from
/// the simulation.
namespace coldplan::effect {

/// S of a course of muscle temperature [°C] that begins at the injury; `rest` is T₀. Where the
/// course is shorter than H the muscle counts as back at T₀. Times `injury_factor`; at most 1, and
/// under 0 where the muscle was warmed. Exact for straight lines between samples.
[[nodiscard]] double injury_spared(const Course& muscle, double rest, const Coefficients& c);

}  // namespace coldplan::effect
