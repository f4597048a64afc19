#pragma once

#include <vector>

#include "coldplan/bioheat/enthalpy.h"

/// One step of the enthalpy solver, which freezes and thaws tissue (Voller & Cross 1981, Int J Heat
/// Mass Transfer 24:545, with sub-cell fronts: coldplan/bioheat/enthalpy.h).
///
///     dh_i/dt = G_i (T_{i−1} − T_i) + G_{i+1} (T_{i+1} − T_i) + (1 − f_i) (blood + metabolism)
///
/// in time by the two-stage SDIRK method with γ = 1 − 1/√2 (Alexander 1977, SIAM J Numer Anal
/// 14:1006): second order, L-stable, stiffly accurate. Conductances follow the fronts within the
/// step; which part of a cell is frozen is decided at its start. The equations of a stage are
/// piecewise smooth in h and are solved by a semi-smooth Newton iteration.
///
/// As in esdirk.h the heats are integrated with the weights of the state, so that the discrete
/// balance Σ Δh = −surface + inner + blood + metabolism + added closes to rounding.
namespace coldplan::bioheat {

/// What a step gives.
struct FreezingStep {
  State state;          ///< at the end
  Heats heats;          ///< over the step [J/m²]
  bool solved = false;  ///< whether both stages' equations were solved to rounding
};

/// Advances `from` by `length` seconds; `fronts` are those of fronts_of at `time`.
[[nodiscard]] FreezingStep freezing_step(const System& system, const Contact& contact,
                                         const State& from, std::span<const Front> fronts,
                                         double time, double length);

/// The heat flows of a state whose tissue may be frozen, its layers' flow factors given.
[[nodiscard]] Heats freezing_heat_rates(const System& system, const Contact& contact,
                                        const State& state, std::span<const Front> fronts,
                                        std::span<const double> flow, double time);

}  // namespace coldplan::bioheat
