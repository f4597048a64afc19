#pragma once

/// Coefficients of the control of a body that are the same for everybody: JOS-3's (Takahashi 2021),
/// from the facts.
namespace coldplan::thermoregulation {

// numerical: the Stefan-Boltzmann constant [W/(m² K⁴)].
inline constexpr double stefan_boltzmann = 5.670374419e-8;
// numerical: 0 °C in kelvin.
inline constexpr double kelvin = 273.15;
// numerical: pascals in the kilopascal of Antoine's equation.
inline constexpr double pascals = 1000.0;

struct Controls {
  double constriction_core = 0.0, constriction_skin = 0.0;   ///< [1/K]
  double dilation_core = 0.0, dilation_skin = 0.0;           ///< [1/K]
  double sweat_core = 0.0, sweat_skin = 0.0;                 ///< [W/K]
  double sweat_doubling = 1.0;                               ///< [K]
  double shivering = 0.0;                                    ///< [W/K²]
  double anastomoses_skin = 0.0, anastomoses_core = 0.0;     ///< [1/K]
  double anastomoses_open = 0.0;                             ///< share open at the offsets
  double hand_skin_offset = 0.0, hand_core_offset = 0.0;     ///< [K]
  double foot_skin_offset = 0.0, foot_core_offset = 0.0;     ///< [K]
  double respiration_sensible = 0.0;                         ///< [1/K]
  double respiration_temperature = 0.0;                      ///< [°C]
  double respiration_latent = 0.0;                           ///< [1/Pa]
  double respiration_pressure = 0.0;                         ///< [Pa]
  double antoine_a = 0.0, antoine_b = 0.0, antoine_c = 1.0;  ///< of saturation in kPa
  double lewis = 0.0;                                        ///< [K/Pa]
  double permeability = 1.0;                                 ///< of clothing
  double clo = 1.0;                                          ///< [m² K/W]
  double wettedness_dry = 0.0, wettedness_gain = 0.0;
};

/// Those of the facts.
[[nodiscard]] const Controls& controls();

/// Saturation pressure of water [Pa] (Antoine, as JOS-3 has it).
[[nodiscard]] double saturation_pressure(double temperature);

/// How much larger clothes are than what they cover, 1 + 0.2 clo under half a clo and 1.05 + 0.1
/// clo above.
[[nodiscard]] double clothing_area_factor(double resistance);

}  // namespace coldplan::thermoregulation
