#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "coldplan/applicator/source.h"
#include "coldplan/facts/facts.h"
#include "coldplan/posterior/draw.h"

/// Forms of cold that take the whole body: chambers, a cryosauna, baths. What they are to each part
/// of a body stands in simulation/body_session.h.
namespace coldplan::applicator {

/// A walk-in room of cold air, the head inside. Two temperatures belong to it: the one that is
/// displayed, and that of the gas at the skin, which was read to be warmer and is assumed to be so
/// by `gas_above_display`.
struct Chamber {
  double displayed = 0.0;    ///< [°C]
  Spread gas_above_display;  ///< [K]; its low end is the cold one
  Spread convection;         ///< where the speed of the air is not known [W/(m² K)]
  /// What is left where the air hardly moves [W/(m² K)].
  double natural_convection = 0.0;
  double emissivity = 0.0;  ///< to walls at the gas's temperature
  /// Speed of its air [m/s], where it is known: films in the main room are then those of moving
  /// air, by segment, but at least `natural_convection`; `convection` is left to the antechamber.
  std::optional<double> air_speed = std::nullopt;
  double antechamber_gas = 0.0;   ///< temperature of the gas there [°C]
  double antechamber_time = 0.0;  ///< before the main room [s]; 0: none
};

/// A cabin that nitrogen cools from below, the head out. Its display shows the gas that is fed; the
/// gas at the skin was read once, second-hand, and how it changes with height was not found.
struct Cryosauna {
  double displayed = 0.0;   ///< [°C]
  Spread gas;               ///< at the skin [°C], usual, warmest and coldest that was read
  Spread convection;        ///< [W/(m² K)]
  double emissivity = 0.0;  ///< to walls at the gas's temperature
};

/// Water that a person sits in.
struct Immersion {
  double temperature = 0.0;  ///< [°C]
  Spread conductance;        ///< water to skin [W/(m² K)]
  double volume = 0.0;       ///< [m³]
};

/// A form of cold for the whole body.
struct WholeBodyForm {
  std::string id;      ///< "wbc_electric_chamber"; also its entry in data/applicator_notes.json
  std::string family;  ///< "wbc_chamber", "cryosauna", "ice_bath"
  std::string name;    ///< for a reader
  std::variant<Chamber, Cryosauna, Immersion> source;
  double duration = 0.0;  ///< the usual protocol, the antechamber with it [s]
  double longest = 0.0;   ///< that protocols know [s]
  std::vector<facts::Id> basis;
};

/// An electric chamber, one with fans, a nitrogen cryosauna, a bath of still water and one that is
/// stirred.
[[nodiscard]] WholeBodyForm electric_chamber();
[[nodiscard]] WholeBodyForm forced_air_chamber();
[[nodiscard]] WholeBodyForm nitrogen_cryosauna();
[[nodiscard]] WholeBodyForm still_bath();
[[nodiscard]] WholeBodyForm stirred_bath();

/// All of them, in the order of showing.
[[nodiscard]] std::vector<WholeBodyForm> whole_body_forms();

/// The form with this id, if it is one for the whole body.
[[nodiscard]] std::optional<WholeBodyForm> whole_body_form(std::string_view id);

/// The temperature of the gas at the skin, or of the water [°C].
[[nodiscard]] double temperature_at_skin(const WholeBodyForm& form);

/// The temperature that the device shows [°C]; that of the water in a bath.
[[nodiscard]] double displayed_temperature(const WholeBodyForm& form);

/// What a form can be set to [°C].
struct TemperatureRange {
  double least = 0.0;
  double most = 0.0;
};

/// −196 to 10 °C of gas, at the skin or displayed; 0 to 35 °C of water.
[[nodiscard]] TemperatureRange allowed_temperature(const WholeBodyForm& form);

/// The form at another displayed temperature, or water temperature [°C]. A cryosauna's gas at the
/// skin does not follow its display, as far as is known, but no gas is then taken as colder than
/// it. A room whose gas is not colder than that of its antechamber has none. Errors have the place
/// "temperature": what is out of range, and a display of a cryosauna that is warmer than its gas at
/// the skin.
[[nodiscard]] Expected<WholeBodyForm> with_temperature(const WholeBodyForm& form,
                                                       double temperature);

/// The form with gas of a measured temperature at the skin [°C], and what is displayed with it.
/// Without that the usual display stands, or the gas where the usual one is warmer. Errors have the
/// place "gas" or "temperature": as above, a bath, and gas that is colder than a given display.
[[nodiscard]] Expected<WholeBodyForm> with_gas(const WholeBodyForm& form, double gas,
                                               std::optional<double> displayed = std::nullopt);

/// A chamber whose air moves at a known speed [m/s]. Errors: another form, a speed that is not 0 to
/// 5 m/s.
[[nodiscard]] Expected<WholeBodyForm> with_air_speed(const WholeBodyForm& form, double speed);

/// The form with its numbers as a draw has them: temperature by Score::temperature, films by
/// Score::jet; positive scores cool more. The median draw returns it as it is.
[[nodiscard]] WholeBodyForm drawn(const WholeBodyForm& form, const posterior::Draw& draw);

}  // namespace coldplan::applicator
