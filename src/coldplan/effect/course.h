#pragma once

#include <optional>
#include <span>
#include <vector>

/// What a quantity did over time, and the few questions that effects ask of it. Samples are joined
/// by straight lines; an answer is as exact as the samples are dense (a minute apart: seconds).
namespace coldplan::effect {

/// Samples of one quantity. Both spans are equally long, with two samples or more; times rise.
struct Course {
  std::span<const double> time;   ///< [s]
  std::span<const double> value;  ///< [°C] or a share
};

/// The least value.
[[nodiscard]] double lowest(const Course& course);

/// When the course first stands at or below a level [s]; none where it never does.
[[nodiscard]] std::optional<double> first_at_or_below(const Course& course, double level);

/// How long the course stays below a level from `removal` on, until it first reaches it again [s].
/// 0 where it is not below at the removal. The rest of the course where it does not come back: then
/// the true time is longer.
[[nodiscard]] double time_below_from(const Course& course, double removal, double level);

/// How long after `removal` the course last stands below a level [s]: deep tissue goes on cooling
/// after the cold is off, and may pass the level only then. The rest of the course where it ends
/// below.
[[nodiscard]] double last_time_below(const Course& course, double removal, double level);

/// The level at which half of the greatest fall from the first sample is left.
[[nodiscard]] double half_fallen(const Course& course);

/// Sample by sample, the mean of courses over one time.
[[nodiscard]] std::vector<double> mean_of(std::span<const std::span<const double>> values);

}  // namespace coldplan::effect
