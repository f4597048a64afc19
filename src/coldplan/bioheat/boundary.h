#pragma once

#include <optional>

#include "coldplan/quantity/error.h"

namespace coldplan::bioheat {

/// A store of cold or heat that faces the skin: a pack with one temperature, per square metre of
/// contact. Its enthalpy e [J/m²] is 0 when it is wholly frozen at its melting temperature:
///
///     e < 0:      T = T_m + e / C_frozen
///     0 ≤ e ≤ L:  T = T_m                     (melting)
///     e > L:      T = T_m + (e − L) / C_thawed
///
/// The curve is followed upward only: a room colder than T_m is refused. A machine's reservoir is a
/// store too: its ice holds the water at the temperature that the pad sees.
struct HeatStore {
  double frozen_capacity = 0.0;      ///< C_frozen [J/(m² K)]
  double thawed_capacity = 0.0;      ///< C_thawed [J/(m² K)]
  double latent_heat = 0.0;          ///< L [J/m²]; 0 for a pack that does not change phase
  double melting_temperature = 0.0;  ///< T_m [°C]
  double start_temperature = 0.0;    ///< [°C]; at T_m it starts wholly frozen
  double air_conductance = 0.0;      ///< from its other side to the room [W/(m² K)]
  double air_temperature = 0.0;      ///< of the room [°C]
  double steady_heat = 0.0;          ///< into it whatever its temperature: pump, hoses [W/m²]
};

/// Which of the three branches a store is on.
enum class StoreBranch { frozen, melting, thawed };

/// Enthalpy [J/m²] at the start.
[[nodiscard]] double start_enthalpy(const HeatStore& store);

/// The branch that holds just after a store with this enthalpy takes up more heat.
[[nodiscard]] StoreBranch branch_of(const HeatStore& store, double enthalpy);

/// Temperature [°C] on a branch, continued beyond its ends.
[[nodiscard]] double store_temperature(const HeatStore& store, StoreBranch branch, double enthalpy);

/// dT/de on a branch [K m²/J].
[[nodiscard]] double store_slope(const HeatStore& store, StoreBranch branch);

/// Enthalpy at which a warming store leaves its branch, if it ever does.
[[nodiscard]] std::optional<double> branch_end(const HeatStore& store, StoreBranch branch);

/// Heat that a liquid on the skin takes as it evaporates: q₀ exp(−t/τ), t counted from the start of
/// the phase. It adds to what flows through the resistance.
struct Evaporation {
  double heat_flux = 0.0;   ///< q₀ [W/m²]
  double decay_time = 1.0;  ///< τ [s], over 0
};

/// What the skin faces: a resistance (contact, barriers, wraps, or the air film, in series) and
/// behind it a temperature that is held, or a store that warms (Robin boundary). Without resistance
/// the surface has the temperature of the source.
struct Boundary {
  double resistance = 0.0;   ///< skin to source [m² K/W], 0 or more; over 0 before a store
  double temperature = 0.0;  ///< of the source [°C], where there is no store
  std::optional<HeatStore> store;
  std::optional<Evaporation> evaporation = std::nullopt;  ///< not together with a store
};

/// A stretch of time with one boundary. A store is fresh at the start of its phase.
struct Phase {
  double duration = 0.0;  ///< [s]
  Boundary boundary;
  bool cooling = false;  ///< constriction dose grows; otherwise it is frozen until recovery
  /// The phase ends early when the skin surface has fallen to this [°C]: the stop of a device that
  /// watches the skin. Later phases then begin sooner.
  std::optional<double> stop_temperature = std::nullopt;
};

/// Nothing, or what makes the phase unfit; `place` names it in the error.
[[nodiscard]] Expected<void> check(const Phase& phase, const char* place);

}  // namespace coldplan::bioheat
