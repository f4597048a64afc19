#pragma once

#include <optional>
#include <string>
#include <variant>

/// What makes the cold: numbers alone. applicator/form.h makes the skin's boundary of them.
namespace coldplan::applicator {

/// A number and the ends of what was found for it, equal to it where no spread is known. The ends
/// are taken as 5th and 95th percentile, which is an assumption.
struct Spread {
  double usual = 0.0;
  double low = 0.0;
  double high = 0.0;
};

/// A number without a known spread.
[[nodiscard]] constexpr Spread exactly(double value) {
  return {value, value, value};
}

/// What touches the skin: contacts of one kind are uncertain together. A person's own device has
/// the range that she gives for it.
enum class ContactKind { own, bag, wetted, frozen_pack, machine };

/// How well a source touches the skin, as conductances [W/(m² K)].
struct Contact {
  double usual = 0.0;            ///< as in the study it was fitted to
  double low = 0.0;              ///< lower end of what was found
  double high = 0.0;             ///< upper end
  std::optional<double> loose;   ///< without pressure; none where pressing it was not studied
  std::optional<double> wetted;  ///< with water between; none where that was not studied
  ContactKind kind = ContactKind::own;
};

/// One mass with one temperature, warming and melting as its enthalpy rises: packs of ice and gel,
/// a wet cloth. Its other side takes heat from the room.
struct Pack {
  double mass = 0.0;                 ///< [kg]
  double area = 0.0;                 ///< in contact with the skin [m²]
  Spread start_temperature;          ///< [°C]
  double melting_temperature = 0.0;  ///< [°C]
  double frozen_heat = 0.0;          ///< specific heat below melting [J/(kg K)]
  double thawed_heat = 0.0;          ///< and above [J/(kg K)]
  double latent_heat = 0.0;          ///< [J/kg]
  double air_conductance = 0.0;      ///< to the room [W/(m² K)]
  Contact contact;
};

/// What keeps a held temperature, and so limits what it can be set to.
enum class Medium { solid, water, gas };

/// A temperature that is held behind a contact: cooled plates, pads at a set point, ice rubbed over
/// the skin, worn metal in cold gas.
struct Plate {
  Spread temperature;  ///< [°C]
  Contact contact;
  Medium medium = Medium::solid;
};

/// A pad fed from a tank of water and ice: the water has one temperature while there is ice, and
/// warms afterwards.
struct Reservoir {
  Spread water_temperature;     ///< at the pad while there is ice [°C]
  double ice = 0.0;             ///< [kg]
  double water = 0.0;           ///< [kg]
  double latent_heat = 0.0;     ///< of the ice [J/kg]
  double specific_heat = 0.0;   ///< of the water [J/(kg K)]
  double parasitic_heat = 0.0;  ///< into the tank, from pump and room [W]
  double pad_area = 0.0;        ///< [m²]
  Contact contact;
};

/// Cold gas blown on the skin. As the mean over the treated area, and, where it was found, on the
/// spot under the nozzle.
struct Jet {
  Spread conductance;        ///< mean over the area that the nozzle sweeps [W/(m² K)]
  double temperature = 0.0;  ///< that this conductance goes with [°C]
  struct Spot {
    Spread conductance;        ///< [W/(m² K)]
    double temperature = 0.0;  ///< of the gas at the skin, room air drawn in [°C]
  };
  std::optional<Spot> spot;
};

/// A film that boils off the skin and holds the surface at one temperature for seconds.
struct Film {
  Spread temperature;  ///< [°C]
};

/// A gel whose solvent evaporates, taking q₀ exp(−t/τ) beside what the room takes.
struct Gel {
  Spread heat_flux;         ///< q₀ [W/m²]
  double decay_time = 0.0;  ///< τ [s]
};

/// A massive solid pressed on the skin: the contact temperature is that of two half spaces,
/// (b_s T_s + b_m T_m)/(b_s + b_m), b = √(k ρ c) (Carslaw & Jaeger 1959, section 2.15). It holds
/// while neither is warmed through, some tens of seconds.
struct Solid {
  double temperature = 0.0;       ///< T_m [°C]
  double effusivity = 0.0;        ///< b_m [W s^0.5/(m² K)]
  double skin_effusivity = 0.0;   ///< b_s
  double skin_temperature = 0.0;  ///< T_s, before the contact [°C]
};

/// A form of which no temperature or conductance was found: it is listed, and not predicted.
struct Unknown {
  std::string missing;  ///< what was looked for
};

using Source = std::variant<Pack, Plate, Reservoir, Jet, Film, Gel, Solid, Unknown>;

/// Contact of a pack of which only the usual one was fitted: everything else in the proportions of
/// ice bags. The ranges of such fits cover the thickness of fat alone, not how packs are put on.
[[nodiscard]] Contact contact_like_ice_bags(double usual);

/// The same contact, better or worse by a factor however it is pressed.
[[nodiscard]] Contact scaled(Contact contact, double factor);

/// The contact of a source, where it has one.
[[nodiscard]] const Contact* contact_of(const Source& source);
[[nodiscard]] Contact* contact_of(Source& source);

/// Temperature that a solid and skin take where they meet [°C].
[[nodiscard]] double contact_temperature(const Solid& solid);

}  // namespace coldplan::applicator
