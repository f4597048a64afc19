#include "coldplan/report/validation_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/quantity/units.h"
#include "coldplan/report/text.h"
#include "coldplan/report/validation_findings.h"
#include "coldplan/study/score.h"

namespace coldplan::report {
namespace {

using study::Row;
using study::Score;
using study::Validation;

// numerical: how many rows are named as farthest off.
constexpr std::size_t named = 10;

std::string share(const std::optional<double>& value) {
  return value ? fmt::format("{:.0f} %", 100.0 * *value) : std::string{"-"};
}

std::string table_head() {
  return fmt::format("  {:>7} {:>5} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}\n", "studies", "rows",
                     "bias", "RMSE", "1 SD", "2 SD", "in 50", "in 90");
}

/// A name on a line of its own, its numbers under it: names are long.
std::string score_line(const Score& score) {
  return wrap(score.what) + fmt::format("  {:>7} {:>5} {:>6.1f} {:>6.1f} {:>6} {:>6} {:>6} {:>6}\n",
                                        score.studies, score.rows, score.bias, score.rmse,
                                        share(score.within_one_sd), share(score.within_two_sd),
                                        share(score.covered_50), share(score.covered_90));
}

std::string table(const std::string& title, const std::vector<Score>& scores) {
  std::string text = "\n" + wrap(title) + table_head();
  for (const Score& score : scores) {
    text += score_line(score);
  }
  return text;
}

std::string findings_text(const Validation& validation) {
  std::string text;
  for (const std::string& line : noise_lines(validation)) {
    text += "\n" + wrap(line);
  }
  for (const std::string& line : people_lines(validation)) {
    text += "\n" + wrap(line);
  }
  return text;
}

std::string place_of(const Row& row) {
  std::string place = row.study + ", " + row.arm;
  if (row.measurement.time) {
    place += fmt::format(", minute {:g}", *row.measurement.time / quantity::seconds_per_minute);
  }
  return place;
}

/// What is most likely behind a row that is far off: what was taken for granted of it.
std::string reason_of(const Row& row) {
  if (row.assumed.empty()) {
    return "nothing was taken for granted but the model";
  }
  std::string reason;
  for (const std::string& each : row.assumed) {
    reason += (reason.empty() ? "" : "; ") + each;
  }
  return reason;
}

std::string worst_text(const Validation& validation) {
  std::string text = "\n" + wrap("Farthest off, in half widths of their 90 % interval:");
  for (const Row* row : study::worst_of(validation.rows, named)) {
    text += wrap(fmt::format("{}, {}: measured {:.1f}, expected {:.1f} ({:.1f} to {:.1f}). {}.",
                             place_of(*row), row->measurement.quantity, *row->measurement.value,
                             row->predicted->median, row->predicted->p05, row->predicted->p95,
                             reason_of(*row)),
                 "  ");
  }
  return text;
}

std::string unpredicted_text(const Validation& validation) {
  std::string text;
  for (const Row& row : validation.rows) {
    if (row.measurement.scored && !row.predicted) {
      text += wrap(fmt::format("{}: {}", place_of(row), row.why_not), "  ");
    }
  }
  return text.empty() ? "" : "\n" + wrap("Scored by their studies, not predicted:") + text;
}

std::string unread_text(const Validation& validation) {
  std::string text;
  for (const study::StudyFile& file : validation.unread) {
    text += wrap(fmt::format("! {}: {}", file.name, message(file.study.error())));
  }
  return text.empty() ? "" : "\n" + text;
}

}  // namespace

std::string validation_text(const Validation& validation) {
  const auto scored = std::count_if(validation.rows.begin(), validation.rows.end(),
                                    [](const Row& row) { return row.measurement.scored; });
  std::string text =
      wrap(fmt::format("{} studies; {:.1f} % of {} scored numbers predicted, from {} draws ({}).",
                       validation.studies, 100.0 * study::share_predicted(validation.rows), scored,
                       validation.options.draws, validation.mode));
  text += table("By tissue, averaged over studies (bias: expected warmer than measured, or more):",
                study::scores_by_group(validation.rows));
  text += table("By form:", study::scores_by_kind(validation.rows));
  text += table("By study:", study::scores_by_study(validation.rows));
  text += findings_text(validation);
  text += worst_text(validation) + unpredicted_text(validation) + unread_text(validation);
  return text + "\n" +
         wrap(what_is_not_known() +
              " 1 SD, 2 SD: rows within so many published "
              "standard deviations; in 50, in 90: inside the interval. Not a medical device.");
}

}  // namespace coldplan::report
