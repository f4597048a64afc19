#pragma once

#include <array>
#include <optional>
#include <vector>

#include "coldplan/thermoregulation/site.h"

/// What surrounds a body: gas and walls, water, clothes, by site and stage.
namespace coldplan::thermoregulation {

/// What one site faces. The film is per area of what it lies on: clothes are larger than skin.
struct Surrounding {
  double convection = 0.0;        ///< film to gas or water [W/(m² K)]
  double emissivity = 0.0;        ///< effective, to the walls; 0 in water
  double gas_temperature = 0.0;   ///< [°C]; not used in water
  double wall_temperature = 0.0;  ///< [°C]
  double clothing = 0.0;          ///< resistance [m² K/W]
  double vapour_pressure = 0.0;   ///< [Pa]
  bool in_water = false;          ///< the film is the bath's
};

using Surroundings = std::array<Surrounding, site_count>;

/// Clothes by site [m² K/W].
using Clothing = std::array<double, site_count>;

/// A room with walls at the temperature of its air, in which the air moves no more than the body
/// makes it: JOS-3's coefficients by segment, standing, brought to its means over the body.
[[nodiscard]] Surroundings still_room(double temperature, const Clothing& clothing = {});

/// A gas that flows past with a film of given conductance [W/(m² K)] within walls at its own
/// temperature, dry.
[[nodiscard]] Surrounding cold_gas(double temperature, double convection, double emissivity,
                                   double clothing);

/// Forced convection at a site [W/(m² K)] in cold gas that moves at a speed [m/s]: JOS-3's a v^b,
/// for air of a room, times the 0.55th power of how much denser the gas is.
[[nodiscard]] double forced_convection(Site site, double speed, double gas_temperature);

/// Water that a site is in.
[[nodiscard]] Surrounding water(double conductance, double clothing = 0.0);

/// The same resistance over trunk, arms and legs, bare head, neck, hands and feet.
[[nodiscard]] Clothing worn_over_trunk_and_limbs(double resistance);

// numerical: a heat capacity that nothing warms [J/K].
inline constexpr double held_capacity = 1e30;

/// Water of a bath. It warms by what the body gives and the room adds; a held one has
/// `held_capacity`.
struct Bath {
  double temperature = 0.0;  ///< at the start [°C]
  double capacity = 0.0;     ///< [J/K]
  double loss = 0.0;         ///< conductance to the room [W/K]
  double room = 0.0;         ///< temperature of the room [°C]
};

/// A stretch of time in the same surroundings.
struct Stage {
  double duration = 0.0;  ///< [s]
  Surroundings around;
  bool cooling = false;  ///< the dose of constriction grows
};

}  // namespace coldplan::thermoregulation
