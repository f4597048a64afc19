#pragma once

#include "coldplan/effect/coefficients.h"

/// Strength of cooled muscle: F = 1 − s (36.6 − T), T being the muscle's own temperature [°C].
///
/// Holding (isometric): s = 0.02 per °C, others under 0.01. Fast movement: 0.04 to 0.06, cycling at
/// 95 rpm 0.027, up to 0.10 in the fastest (Bergh & Ekblom 1979, 30 to 39 °C; Sargeant 1987, 29 to
/// 39 °C; Asmussen 1976, 32 to 37 °C: 4 to 5 men each, thigh). The back muscles were not measured.
namespace coldplan::effect {

enum class Effort {
  holding,  ///< isometric
  fast,     ///< movement under load
};

/// Force at muscle temperature t [°C], relative to that at 36.6 °C. At least 0.
[[nodiscard]] double relative_force(Effort effort, double t, const Coefficients& c);

/// The same for any loss per degree [1/K].
[[nodiscard]] double relative_force(double slope, double t, const Coefficients& c);

}  // namespace coldplan::effect
