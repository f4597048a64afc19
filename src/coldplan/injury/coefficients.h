#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

/// The numbers of this room that are uncertain, and one draw of them.
///
///     for (std::uint64_t i = 0; i < 95; ++i) {
///       const injury::Coefficients drawn = injury::drawn_coefficients(seed, i);
///       const auto near = injury::proximities(exposure_of_draw(i), drawn);
///     }
///
/// Not drawn, since no spread was found: the kinetics of ice (mice), the rate at which a bath cools
/// the core (fat is not in the formula), the rise of blood pressure (the rises of +51/+45 mmHg are
/// the highest of eight men in other cold, which is no percentile), the two hours on a machine.
namespace coldplan::injury {

/// One draw. `median_coefficients` has every fact at its value.
struct Coefficients {
  /// Where dry skin freezes [°C]: even between −3.7 and −4.8 (ACSM 2006), which is the design ramp
  /// of freezing.h read as a distribution.
  double dry_freezing_point = 0.0;
  /// Where half of frozen tissue dies [°C]: −13.5 ± 5, taken as 5th and 95th percentile.
  double half_dead_temperature = 0.0;
  /// Dose at which nerves of animals degenerated [K s]: 10 K h, ×/÷ 5 as 5th and 95th percentile.
  double nerve_dose = 0.0;
  /// Factor on the time to frostnip of the face: log-normal, one deviation ×/÷ 1.4.
  double frostnip_time_factor = 1.0;
  /// How far the core falls on after water [K]: 0.4 (SD 0.2), never under 0 (Costello 2012).
  double afterdrop_after_water = 0.0;
  /// And after a cabin: 0.3 (SD 0.2).
  double afterdrop_after_cabin = 0.0;
  /// How far the closing temperature of this person's finger arteries lies from the mean of her
  /// severity, in deviations of that severity.
  double closing_score = 0.0;
  /// Factor on cold shock: 1 ± 30 %, taken as 5th and 95th percentile.
  double cold_shock_factor = 1.0;
};

// numerical: members of the struct.
inline constexpr std::size_t coefficient_count = 8;

/// All at their facts. Valid for ever.
[[nodiscard]] const Coefficients& median_coefficients();

/// The draw of these standard normal numbers, in the order of the members; zeros give the medians.
/// Throws std::logic_error where there are not `coefficient_count` of them.
[[nodiscard]] Coefficients drawn_coefficients(std::span<const double> standard_normals);

/// The draw of a seed and an index (posterior/random_draws.h): slots that nobody else uses.
[[nodiscard]] Coefficients drawn_coefficients(std::uint64_t seed, std::uint64_t index);

}  // namespace coldplan::injury
