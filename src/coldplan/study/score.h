#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/study/prediction.h"

/// How well predictions meet what was measured.
namespace coldplan::study {

/// Scores of some rows, or of studies averaged. Differences are predicted median less measured, in
/// the unit of the quantity; temperatures alone are averaged into totals of degrees.
struct Score {
  std::string what;  ///< a study, a group, a form
  int studies = 0;
  int rows = 0;
  double bias = 0.0;  ///< of temperatures and falls of them: how much too warm
  double rmse = 0.0;
  std::optional<double> within_one_sd;  ///< of rows with a published SD; none without such rows
  std::optional<double> within_two_sd;
  double covered_50 = 0.0;  ///< share of rows inside the 50 % interval
  double covered_90 = 0.0;
  double width_90 = 0.0;  ///< median width of the 90 % interval
};

/// Whether a row's numbers are in °C or K, so that they may be averaged with others.
[[nodiscard]] bool is_temperature(const Row& row);

/// Scores of the predicted, scored rows of one study and group.
[[nodiscard]] Score score_of_rows(std::string what, std::span<const Row* const> rows);

/// Scores by group (temperatures alone within a group of tissue): of each study first, then the
/// mean over studies, the root of the mean square for `rmse`, so that one study with many rows does
/// not speak for the field.
[[nodiscard]] std::vector<Score> scores_by_group(std::span<const Row> rows);

/// The same by kind of applicator, for skin and muscle together.
[[nodiscard]] std::vector<Score> scores_by_kind(std::span<const Row> rows);

/// One score for each study and group.
[[nodiscard]] std::vector<Score> scores_by_study(std::span<const Row> rows);

/// The rows that are farthest off, in standard deviations of the predicted 90 % interval, worst
/// first.
[[nodiscard]] std::vector<const Row*> worst_of(std::span<const Row> rows, std::size_t count);

/// How far off a row is: (median − measured) over the half width of its 90 % interval on that side.
[[nodiscard]] double standing_of(const Row& row);

/// Share of the scored rows that were predicted.
[[nodiscard]] double share_predicted(std::span<const Row> rows);

}  // namespace coldplan::study
