#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

/// What is uncertain about the step from temperature to effect, as one value.
///
/// A draw stands for one person under one guess at what is not known, so that the median and the
/// 5th and 95th percentile over draws of tissue, person and these make an interval:
///
///     const auto c = effect::drawn_coefficients(seed, index);
///     const auto numbers = effect::outcomes(courses_of_this_draw, c);
///
/// Stated ranges are taken as 5th and 95th percentile (posterior/distribution.h). Where a formula
/// is itself a share of people (pain, prick, numbness), its width is the spread between people and
/// is not drawn again in that share; times until a feeling comes take the threshold of the drawn
/// person. Sources: the facts of the subject "effects", each with how it was read.
namespace coldplan::effect {

struct Coefficients {
  // Nerve: velocity and block.
  double warm_quotient = 0.0;            ///< Q10 of velocity over the break (1.36)
  double cold_quotient = 0.0;            ///< Q10 under it (1.44)
  double full_velocity_at = 0.0;         ///< where velocity counts as 1 [°C]
  double quotient_break = 0.0;           ///< where the Q10 changes [°C]
  double nerve_slope = 1.0;              ///< this person's slowing over the mean one: 0.62 to 1.54
  double myelinated_half_block = 0.0;    ///< half of myelinated fibres blocked [°C]: 12 ± 3
  double myelinated_width = 0.0;         ///< [K]
  double unmyelinated_half_block = 0.0;  ///< half of C fibres blocked [°C]: 10 ± 3, cats
  double unmyelinated_width = 0.0;       ///< [K]

  // Sensation.
  double cool_temperature = 0.0;       ///< half of people begin to feel cool [°C]
  double cool_width = 0.0;             ///< spread between people, one SD [K]
  double cool_person = 0.0;            ///< this person's threshold over that of half of people [K]
  double pain_hand = 0.0;              ///< half of people feel pain at hand or foot [°C]
  double pain_fingertip = 0.0;         ///< the same at a fingertip [°C]
  double pain_face = 0.0;              ///< the same at the face [°C]
  double pain_back = 0.0;              ///< the same at the lower back, not measured [°C]: 10 to 20
  double pain_width = 0.0;             ///< spread between people, one SD [K]
  double pain_person = 0.0;            ///< this person's threshold over that of half of people [K]
  double ache_temperature = 0.0;       ///< vein wall at which ache begins [°C]: 23 to 28
  double ache_full_temperature = 0.0;  ///< vein wall of the coldest rating [°C]
  double ache_full = 0.0;              ///< rating there, share of the scale: 0.72 to 1
  double numb_temperature = 0.0;       ///< half of people are numb [°C]: 7 to 10
  double numb_width = 0.0;             ///< [K], assumed

  // Dulled pain.
  double prick_temperature = 0.0;  ///< half of people feel a prick no more [°C]
  double prick_width = 0.0;        ///< spread between people, one SD [K], assumed
  double prick_person = 0.0;       ///< this person's threshold over that of half of people [K]
  double threshold_gain =
      0.0;  ///< rise of the pressure pain threshold a unit of slowing: 0 to 2.44
  double tolerance_gain = 0.0;  ///< the same of tolerance: 0 to 2.01

  // Muscle.
  double full_force_at = 0.0;    ///< muscle temperature of full force [°C]
  double isometric_slope = 0.0;  ///< loss of holding force [1/K]: 0.01 to 0.028
  double fast_slope = 0.0;       ///< loss of force in fast movement [1/K]: 0.026 to 0.1

  // Injury spared: a formula of its own, with a Q10 of its own.
  double injury_quotient = 0.0;  ///< Q10 of this formula alone: 2.5
  double injury_window = 0.0;    ///< time over which a fresh injury grows [s]
  double injury_factor = 1.0;    ///< the formula may be off by this: ÷ 1.6 to × 1.6
};

/// How many standard normal numbers a draw takes.
// numerical: a count.
inline constexpr std::size_t score_count = 14;

/// Every fact at its value. Valid for ever.
[[nodiscard]] const Coefficients& median_coefficients();

/// The coefficients at these standard normal numbers; all 0 give the median ones bit for bit.
/// Throws std::invalid_argument unless there are `score_count` of them.
[[nodiscard]] Coefficients drawn_coefficients(std::span<const double> standard_normals);

/// Draw `index` of a seed: a function of the two alone (posterior/random_draws.h), of random
/// numbers that nothing else takes.
[[nodiscard]] Coefficients drawn_coefficients(std::uint64_t seed, std::uint64_t index);

}  // namespace coldplan::effect
