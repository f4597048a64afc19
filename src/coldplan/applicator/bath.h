#pragma once

#include <string_view>

#include "coldplan/facts/facts.h"
#include "coldplan/quantity/error.h"

/// The ice of a cold bath. The formulas are balances of heat; the heat of the bather comes from
/// facts of a model, not from a measurement. The loss to the room is left out: no value was found
/// (fact cwi_still_room_conductance).
namespace coldplan::applicator {

/// A bath of water that is cooled with ice, and then held cold for one person.
struct Bath {
  double volume = 0.0;    ///< of water before ice is added [m³]
  double from = 0.0;      ///< temperature before [°C]
  double to = 0.0;        ///< temperature wanted [°C]
  double duration = 0.0;  ///< time of the person in it [s]
};

/// The ends of what is known of a number; nothing says where between them it lies.
struct Between {
  double low = 0.0;
  double high = 0.0;
};

/// What a bath asks for, the room left out.
struct BathPlan {
  double ice_to_cool = 0.0;    ///< ice at 0 °C that brings the water down [kg]
  double water_of_ice = 0.0;   ///< volume that this ice adds as water [m³]
  double counted = 0.0;        ///< time of the person in it that is estimated [s]
  Between heat;                ///< that the person gives to the water in that time [J]
  Between ice_to_hold;         ///< ice at 0 °C that takes up this heat [kg]
  Between warming;             ///< of the bath by this heat, if no ice is added [K]
  bool warms_to_skin = false;  ///< no more is told of the warming than that the skin ends it
};

/// Ice at 0 °C that cools water of this mass [kg]: m = M c (T₀ − T)/(L + c T), T in °C.
[[nodiscard]] double ice_to_cool(double water, double from, double to);

/// How long the heat of a person is known for: 15 minutes [s].
[[nodiscard]] double longest_known_heat();

/// Heat that a person gives to the water for each area of skin within a time [J/m²].
///
/// Bounds, not a spread: the facts give the flux at 1, 5 and 15 minutes and the heat of 15 minutes
/// in still water of 10 °C (h 107 W/(m² K)); between them the flux is taken only to fall. The upper
/// end is raised to stirred water by the greatest ratio that the reference model gives for three
/// thicknesses of fat. No fact says how the flux goes on: of a longer time, the first 15 minutes.
[[nodiscard]] Between heat_of_bather(double duration);

/// The temperature of skin at rest, which no bath is warmed over by a person [°C].
[[nodiscard]] double skin_at_rest();

/// The whole answer. Not valid where water is not liquid and warmer than ice, or wanted warmer than
/// a bath that still cools (applicator/whole_body_form.h): errors have the place "volume", "from",
/// "to" or "duration".
[[nodiscard]] Expected<BathPlan> plan_bath(const Bath& bath);

/// Whether water may bring on a cold shock that kills (below 60 °F; American Heart Association).
[[nodiscard]] bool may_shock(double temperature);

/// Whether water is colder than baths in use (10 to 15 °C).
[[nodiscard]] bool is_colder_than_in_use(double temperature);

}  // namespace coldplan::applicator
