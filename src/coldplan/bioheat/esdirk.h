#pragma once

#include <array>
#include <cstddef>

#include "coldplan/bioheat/system.h"

/// One step of ESDIRK4(3)6L[2]SA, the implicit half of the additive pair of Kennedy & Carpenter
/// 2003 (Appl Numer Math 44:139): fourth order, stage order 2, L-stable, stiffly accurate.
///
/// The heats are integrated with the same weights as the state, so that the discrete balance
/// Σ C ΔT = −surface + inner + blood + metabolism + added closes to rounding, not to the error of
/// the scheme.
namespace coldplan::bioheat {

/// The tableau: strictly lower entries by row, γ on the diagonal of all stages but the first.
struct EsdirkTableau {
  static constexpr std::size_t stages = 6;
  static constexpr double gamma = 0.25;
  static constexpr std::array<double, stages> time{0.0, 0.5, 83.0 / 250, 31.0 / 50, 17.0 / 20, 1.0};
  static constexpr std::array<std::array<double, stages>, stages> weight{{
      {},
      {0.25, gamma},
      {8611.0 / 62500, -1743.0 / 31250, gamma},
      {5012029.0 / 34652500, -654441.0 / 2922500, 174375.0 / 388108, gamma},
      {15267082809.0 / 155376265600, -71443401.0 / 120774400, 730878875.0 / 902184768,
       2285395.0 / 8070912, gamma},
      {82889.0 / 524892, 0.0, 15625.0 / 83664, 69875.0 / 102672, -2260.0 / 8211, gamma},
  }};
};

/// What a step gives.
struct Step {
  State state;          ///< at the end
  Rates rates_at_end;   ///< there, for the next step and for the dense output
  Heats heats;          ///< over the step [J/m²]
  bool solved = false;  ///< whether every stage's equations were solved to rounding
};

/// Advances `from` by `length` seconds. `at_start` are its rates at `time`.
[[nodiscard]] Step esdirk_step(const System& system, const Contact& contact, const State& from,
                               const Rates& at_start, double time, double length);

/// Cubic Hermite interpolation between two values with slopes, at a share θ of the step: the dense
/// output, fourth order locally.
[[nodiscard]] double hermite(double from, double from_slope, double to, double to_slope,
                             double length, double share);

/// The state at a share θ of a step, by the same interpolation.
[[nodiscard]] State dense_output(const State& from, const Rates& at_start, const Step& step,
                                 double length, double share);

}  // namespace coldplan::bioheat
