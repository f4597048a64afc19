#pragma once

#include <optional>

/// Heart, blood pressure and breathing. Nothing here is simulated: these are the measured numbers,
/// for whom and when they were measured. What was not measured is not there.
namespace coldplan::thermoregulation {

/// Means of the first 30 seconds of head-out immersion of 13 young men without clothes (Tipton
/// 1998).
struct ColdShock {
  double breaths = 0.0;      ///< [1/min]
  double ventilation = 0.0;  ///< [m³/s]
  double heart_rate = 0.0;   ///< [1/min]
};

/// Cold shock in water of this temperature [°C]: measured at 10 and 15 °C, linear between, taken as
/// no stronger below. None above 15 °C, where nothing was read.
[[nodiscard]] std::optional<ColdShock> cold_shock(double water);

/// What was seen just after leaving a cabin.
struct CabinResponse {
  double systolic_rise = 0.0;      ///< [mmHg]
  double diastolic_rise = 0.0;     ///< [mmHg]; of 21-year-olds
  double heart_rate_change = 0.0;  ///< relative: negative is slower
};

/// Blood pressure and heart rate after a cabin at an age [y], head in it or out. Systolic rise
/// 19 (1 + (age − 25)/40) mmHg from 25 to 65 y, and not beyond (Lubkowska 2010 in 21-year-olds at
/// −130 °C; the part of age is transferred from cooling by a suit); heart rate −15 % head in, −11 %
/// head out (Hausswirth 2013). Single people rose far more.
[[nodiscard]] CabinResponse cabin_response(double age, bool head_in);

}  // namespace coldplan::thermoregulation
