#pragma once

#include <optional>

#include "coldplan/injury/coefficients.h"
#include "coldplan/injury/course.h"

/// The core of the body in the cold.
///
/// Where a model of the whole body has a course of it, that is taken. For a bath there is also
///
///     CR = 3.818 − 0.109 T_water   [°C/h]
///
/// of 12 resting young men in swimming trunks in water of 15 to 35 °C for 1 h (Appl Human Sci
/// 1996;15:161). Fat is not in it: lean people cool faster, fat ones slower, by how much was not
/// read. Colder water is an extrapolation. After the cold the core goes on falling: 0.4 °C (SD 0.2)
/// below its start 60 min after water, 0.3 °C (SD 0.2) after a cabin (Costello 2012).
///
/// Hypothermia begins at 35 °C (Swiss staging); to stop at 36 °C is a choice of the model.
namespace coldplan::injury {

/// Core temperature at which hypothermia begins [°C].
[[nodiscard]] double hypothermia_limit();

/// Core temperature at which to stop [°C].
[[nodiscard]] double core_stop();

/// How fast a bath cools the core [K/s]; none in water that does not cool it.
[[nodiscard]] std::optional<double> core_cooling_rate(double water);

/// Whether that rate was measured at this temperature of the water, or is carried beyond it.
[[nodiscard]] bool is_measured_water(double water);

/// From 37 °C to a core temperature in a bath [s]; none in water that does not cool it.
[[nodiscard]] std::optional<double> time_to_core(double core, double water);

/// What cooled the core, which decides how far it falls on.
enum class CoreCold { water, cabin };

/// How far the core falls on after the cold, in one draw [K].
[[nodiscard]] double afterdrop(CoreCold cold, const Coefficients& drawn);

/// The lowest core of a course, taken off the cold at `removal` [s]. Where the course ends before
/// the afterdrop was read (60 min after removal), its last temperature less the afterdrop counts
/// too.
[[nodiscard]] double lowest_core(const Course& core, double removal, CoreCold cold,
                                 const Coefficients& drawn);

/// The lowest core of a bath of `duration` [s] by the formula, afterdrop included [°C]; where it
/// starts, in water that does not cool it.
[[nodiscard]] double lowest_core_of_bath(double water, double duration, const Coefficients& drawn);

}  // namespace coldplan::injury
