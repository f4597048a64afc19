#pragma once

#include <optional>

#include "coldplan/applicator/source.h"
#include "coldplan/quantity/error.h"

/// Oxygen in a room where liquid nitrogen evaporates.
///
/// All formulas take the air of the room as perfectly mixed, at the temperature of the room, and
/// pressure as constant. Cold nitrogen sinks and does not mix at once: near the rim of a cabin and
/// near the floor there is less oxygen than any of them says. Oxygen is a volume fraction; volumes
/// are in m³, flows in m³/s.
namespace coldplan::applicator {

/// Gas that liquid nitrogen becomes [m³] (fact pbc_ln2_cryosauna_gas_per_litre).
[[nodiscard]] double gas_of_nitrogen(double liquid);

/// Oxygen after gas has come into a closed room, mixed as it came: C = C₀ exp(−V_gas/V_room).
[[nodiscard]] double oxygen_mixed(double gas, double room);

/// Oxygen if the gas had displaced air of the room and mixed afterwards: C = C₀ (1 − V_gas/V_room).
[[nodiscard]] double oxygen_displaced(double gas, double room);

/// Oxygen at last in a room with a steady flow of nitrogen and of fresh air: C = C₀ Q/(Q + q).
[[nodiscard]] double oxygen_steady(double gas_flow, double air_flow);

/// Fresh air that holds oxygen at `oxygen`: Q = q [C₀/(C₀ − C) − 1], the inverse of oxygen_steady.
[[nodiscard]] double air_flow_for(double oxygen, double gas_flow);

/// Oxygen at last beside a slow leak, where extraction takes n V_room from the room and leak and
/// fresh air make up for it: C_N2 = q/(n V_room), C = C₀ (1 − C_N2) (University of Oxford S4/03).
/// None where the leak alone is more than is extracted.
[[nodiscard]] double oxygen_beside_leak(double gas_flow, double room, double air_change_rate);

/// Time in which a leak brings a closed room down to `oxygen` [s]: t = V/q ln(C₀/C).
[[nodiscard]] double time_to(double oxygen, double gas_flow, double room);

/// Oxygen after the sudden release of a vessel: C = 0.21 (V_room − V_gas)/V_room (University of
/// Oxford S4/03); none where the gas would fill the room.
[[nodiscard]] double oxygen_after_release(double gas, double room);

/// Volume fraction below which air counts as deficient in oxygen and alarms are set: 19.5 %.
[[nodiscard]] double oxygen_limit();

/// A room and what evaporates in it.
struct NitrogenRoom {
  double volume = 0.0;                    ///< of the air [m³]
  Spread session;                         ///< liquid nitrogen of a session [m³]
  std::optional<double> session_rate;     ///< sessions per second
  std::optional<double> air_change_rate;  ///< volumes of fresh air per second; none: closed
  std::optional<double> leak;             ///< liquid nitrogen that leaks [m³/s]
  std::optional<double> vessel;           ///< liquid nitrogen of a full dewar [m³]
};

/// Steady use of the device.
struct SteadyUse {
  Spread air_needed;             ///< fresh air for the limit [m³/s]
  Spread air_needed_in_session;  ///< while a session's gas comes [m³/s]
  std::optional<Spread> oxygen;  ///< with the ventilation there is
};

/// A slow leak. One of the two is known: oxygen at last with ventilation, the time to the limit
/// without.
struct Leak {
  std::optional<double> oxygen;
  std::optional<double> time_to_limit;  ///< [s]
};

/// What the formulas say of a room. In a Spread `low` and `high` are the lower and the upper
/// number, whichever amount of nitrogen they come from.
struct OxygenInRoom {
  Spread mixed;      ///< after one session in the closed room
  Spread displaced;  ///< the same by displacement
  std::optional<SteadyUse> steady;
  std::optional<Leak> leak;
  std::optional<double> release;  ///< after the whole vessel is released at once
  double lowest = 0.0;            ///< the least oxygen of all these
};

/// Liquid nitrogen of a session where it is not known: 8 L (4.7 to 10) [m³].
[[nodiscard]] Spread usual_session_nitrogen();

/// All that can be said of a room. All members must be positive; an error has the place "volume",
/// "session", "session_rate", "air_change_rate", "leak" or "vessel".
[[nodiscard]] Expected<OxygenInRoom> oxygen_in(const NitrogenRoom& room);

}  // namespace coldplan::applicator
