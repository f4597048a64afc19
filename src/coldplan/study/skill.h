#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "coldplan/study/prediction.h"

/// People one by one: whether the model knows more of a person than that she is one of a group.
namespace coldplan::study {

/// How well the drop of single people's muscle is told, from arms of one person each.
///
///     skill = 1 − MSE(model) / MSE(mean of the other people)
///
/// 1 is perfect, 0 no better than the mean of all others' drops, under 0 worse.
struct Skill {
  int arms = 0;
  int people = 0;
  double skill = 0.0;
  /// 90 % interval by bootstrap over people: a person is drawn with all of her arms. An arm keeps
  /// its errors, so that the mean of the others is not drawn anew.
  double p05 = 0.0, p95 = 0.0;
  /// Against the mean of the others under the same kind of cold, which gives the model no credit
  /// for telling one cold from another; none where that mean is never off.
  std::optional<double> skill_alike;
  /// What is known beyond the level of a group: the model's differences from its own mean of the
  /// others under the same cold, added to what was measured on these, against that mean alone.
  std::optional<double> skill_given_mean;
  double given_mean_p05 = 0.0, given_mean_p95 = 0.0;  ///< its interval, made likewise
  double rmse = 0.0;                                  ///< of the model [K]
  double rmse_of_mean = 0.0;                          ///< of the mean of the other people [K]
  double measured_mean = 0.0;                         ///< drop [K]
  double predicted_mean = 0.0;                        ///< as above
  std::optional<double> measured_slope;               ///< of the drop on the thickness of fat [K/m]
  std::optional<double> predicted_slope;              ///< as above
};

/// Fewer arms tell nothing of people.
inline constexpr std::size_t fewest_arms = 10;

/// The skill on all arms of one person whose fat is stated. Each arm counts with one row: of its
/// deepest muscle probe with a measured baseline, the reading nearest to minute 20, at most five
/// minutes from it; the drop is counted from the baseline. People are told apart within a study.
/// None for fewer than `fewest_arms` of such arms, or of one person alone.
///
/// Accuracy: with 2000 repeats, the ends of the interval are those of the bootstrap to about a
/// twentieth of its width. The same seed gives the same bits.
[[nodiscard]] std::optional<Skill> skill_on_people(std::span<const Row> rows, std::uint64_t seed);

}  // namespace coldplan::study
