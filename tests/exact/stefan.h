#pragma once

#include "coldplan/bioheat/column.h"

/// The two-phase Stefan problem: a semi-infinite solid at one temperature, whose surface is stepped
/// past its freezing point and held. Neumann's similarity solution (Carslaw & Jaeger 1959,
/// Conduction of Heat in Solids, 2nd ed., section 11.2), density unchanged by freezing.
namespace coldplan::exact {

/// What lies behind the front has the index 1 (new phase), what lies before it 2 (old phase):
///
///     s = 2 λ √(α₁ t)
///     T₁ = T_s + (T_f − T_s) erf(x/√(4α₁t)) / erf λ
///     T₂ = T_i − (T_i − T_f) erfc(x/√(4α₂t)) / erfc(λ √(α₁/α₂))
///
///     exp(−λ²)/erf λ − (k₂/k₁) √(α₁/α₂) (T_i − T_f)/(T_f − T_s) exp(−λ² α₁/α₂)/erfc(λ √(α₁/α₂))
///         = λ √π L / (c₁ |T_f − T_s|)
struct Neumann {
  double start = 0.0;            ///< T_i [°C]
  double surface = 0.0;          ///< T_s [°C]
  double freezing = 0.0;         ///< T_f [°C]
  double new_diffusivity = 0.0;  ///< α₁ [m²/s]
  double old_diffusivity = 0.0;  ///< α₂ [m²/s]
  double lambda = 0.0;

  /// Depth of the front [m].
  [[nodiscard]] double front(double time) const;
  /// [°C]
  [[nodiscard]] double temperature(double depth, double time) const;
};

/// Freezing where the surface is colder than the freezing point, thawing where it is warmer. The
/// tissue must have frozen properties.
[[nodiscard]] Neumann neumann(const tissue::Tissue& tissue, double start, double surface);

}  // namespace coldplan::exact
