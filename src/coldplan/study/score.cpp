#include "coldplan/study/score.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace coldplan::study {
namespace {

bool is_scored(const Row& row) {
  return row.measurement.scored && row.predicted && row.measurement.value;
}

double difference_of(const Row& row) {
  return row.predicted->median - *row.measurement.value;
}

/// 1, or -1 for a fall of temperature, so that over zero always means too warm.
double sign_of(const Row& row) {
  return is_temperature(row) && row.measurement.quantity.find("drop") != std::string::npos ? -1.0
                                                                                           : 1.0;
}

bool is_inside(const Row& row, double low, double high) {
  return *row.measurement.value >= low && *row.measurement.value <= high;
}

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

/// Rows by a key of theirs, then by study.
using Key = std::function<std::string(const Row&)>;
using Grouped = std::map<std::string, std::map<std::string, std::vector<const Row*>>>;

Grouped grouped_by(std::span<const Row> rows, const Key& key) {
  Grouped groups;
  for (const Row& row : rows) {
    if (is_scored(row)) {
      groups[key(row)][row.study].push_back(&row);
    }
  }
  return groups;
}

/// A mean over those studies that have the share.
std::optional<double> mean_of(std::span<const Score> scores,
                              const std::optional<double> Score::*member) {
  double sum = 0.0;
  int count = 0;
  for (const Score& score : scores) {
    if (score.*member) {
      sum += *(score.*member);
      ++count;
    }
  }
  return count == 0 ? std::nullopt : std::optional{sum / count};
}

/// The mean over studies.
Score averaged(std::string what, std::span<const Score> studies) {
  Score total;
  total.what = std::move(what);
  std::vector<double> widths;
  const auto count = static_cast<double>(studies.size());
  double square = 0.0;
  for (const Score& each : studies) {
    ++total.studies;
    total.rows += each.rows;
    total.bias += each.bias / count;
    square += each.rmse * each.rmse / count;
    total.covered_50 += each.covered_50 / count;
    total.covered_90 += each.covered_90 / count;
    widths.push_back(each.width_90);
  }
  total.rmse = std::sqrt(square);
  total.within_one_sd = mean_of(studies, &Score::within_one_sd);
  total.within_two_sd = mean_of(studies, &Score::within_two_sd);
  total.width_90 = median_of(std::move(widths));
  return total;
}

std::vector<Score> averaged_by(std::span<const Row> rows, const Key& key) {
  std::vector<Score> totals;
  for (const auto& [name, studies] : grouped_by(rows, key)) {
    std::vector<Score> scores;
    for (const auto& [study, own] : studies) {
      scores.push_back(score_of_rows(study, own));
    }
    totals.push_back(averaged(name, scores));
  }
  return totals;
}

/// The group of a row, with its quantity where that is no temperature.
std::string group_key(const Row& row) {
  std::string key{name_of(row.group)};
  return is_temperature(row) ? key : key + ", " + row.measurement.quantity;
}

}  // namespace

bool is_temperature(const Row& row) {
  const std::string& quantity = row.measurement.quantity;
  return quantity.ends_with("_C") && quantity.find("minutes") == std::string::npos;
}

Score score_of_rows(std::string what, std::span<const Row* const> rows) {
  Score score;
  score.what = std::move(what);
  score.studies = 1;
  score.rows = static_cast<int>(rows.size());
  const auto count = static_cast<double>(rows.size());
  double square = 0.0;
  double one = 0.0;
  double two = 0.0;
  int with_sd = 0;
  std::vector<double> widths;
  for (const Row* row : rows) {
    const double difference = difference_of(*row);
    const Predicted& predicted = *row->predicted;
    score.bias += sign_of(*row) * difference / count;
    square += difference * difference / count;
    score.covered_50 += is_inside(*row, predicted.p25, predicted.p75) ? 1.0 / count : 0.0;
    score.covered_90 += is_inside(*row, predicted.p05, predicted.p95) ? 1.0 / count : 0.0;
    widths.push_back(predicted.p95 - predicted.p05);
    if (row->measurement.sd) {
      ++with_sd;
      one += std::abs(difference) <= *row->measurement.sd ? 1.0 : 0.0;
      two += std::abs(difference) <= 2.0 * *row->measurement.sd ? 1.0 : 0.0;
    }
  }
  score.rmse = std::sqrt(square);
  score.width_90 = median_of(std::move(widths));
  if (with_sd > 0) {
    score.within_one_sd = one / with_sd;
    score.within_two_sd = two / with_sd;
  }
  return score;
}

std::vector<Score> scores_by_group(std::span<const Row> rows) {
  return averaged_by(rows, group_key);
}

std::vector<Score> scores_by_kind(std::span<const Row> rows) {
  return averaged_by(rows, [](const Row& row) { return row.kind + ": " + group_key(row); });
}

std::vector<Score> scores_by_study(std::span<const Row> rows) {
  std::vector<Score> scores;
  for (const auto& [name, studies] :
       grouped_by(rows, [](const Row& row) { return row.study + ": " + group_key(row); })) {
    scores.push_back(score_of_rows(name, studies.begin()->second));
  }
  return scores;
}

double standing_of(const Row& row) {
  const double difference = difference_of(row);
  const Predicted& predicted = *row.predicted;
  const double half =
      difference > 0.0 ? predicted.median - predicted.p05 : predicted.p95 - predicted.median;
  // numerical: a width under which an interval is none.
  constexpr double least = 1e-9;
  return difference / std::max(half, least);
}

std::vector<const Row*> worst_of(std::span<const Row> rows, std::size_t count) {
  std::vector<const Row*> scored;
  for (const Row& row : rows) {
    if (is_scored(row)) {
      scored.push_back(&row);
    }
  }
  std::stable_sort(scored.begin(), scored.end(), [](const Row* a, const Row* b) {
    return std::abs(standing_of(*a)) > std::abs(standing_of(*b));
  });
  scored.resize(std::min(count, scored.size()));
  return scored;
}

double share_predicted(std::span<const Row> rows) {
  double scored = 0.0;
  double predicted = 0.0;
  for (const Row& row : rows) {
    scored += row.measurement.scored ? 1.0 : 0.0;
    predicted += is_scored(row) ? 1.0 : 0.0;
  }
  return scored > 0.0 ? predicted / scored : 1.0;
}

}  // namespace coldplan::study
