#include "coldplan/report/validation_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/planning/version.h"
#include "coldplan/quantity/units.h"
#include "coldplan/report/validation_findings.h"
#include "coldplan/study/score.h"

namespace coldplan::report {
namespace {

using study::Row;
using study::Score;
using study::Validation;

/// A text that neither ends its cell of a table nor opens a tag.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '|') {
      safe += "\\|";
    } else if (letter == '<') {
      safe += "&lt;";
    } else {
      safe += letter == '\n' ? ' ' : letter;
    }
  }
  return safe;
}

std::string share(const std::optional<double>& value) {
  return value ? fmt::format("{:.0f} %", 100.0 * *value) : std::string{"–"};
}

std::string score_table(const std::string& title, const std::string& first,
                        const std::vector<Score>& scores) {
  std::string text = fmt::format(
      "\n## {}\n\n| {} | studies | rows | bias | RMSE | within 1 SD | within 2 SD | in the 50 % "
      "interval | in the 90 % interval | its median width |\n|---|---|---|---|---|---|---|---|---|"
      "---|\n",
      title, first);
  for (const Score& score : scores) {
    text += fmt::format("| {} | {} | {} | {:+.1f} | {:.1f} | {} | {} | {} | {} | {:.1f} |\n",
                        cell(score.what), score.studies, score.rows, score.bias, score.rmse,
                        share(score.within_one_sd), share(score.within_two_sd),
                        share(score.covered_50), share(score.covered_90), score.width_90);
  }
  return text;
}

std::string head(const Validation& validation, const std::string& command) {
  const auto scored = std::count_if(validation.rows.begin(), validation.rows.end(),
                                    [](const Row& row) { return row.measurement.scored; });
  return fmt::format(
      "# Scored against published experiments\n\n"
      "Made wholly by `{}`: {} draws, seed {}, coldplan {}, data {:.12}. Not to be edited by "
      "hand.\n\n"
      "Mode: **{}**. {} studies; {:.1f} % of {} scored numbers predicted.\n",
      command, validation.options.draws, validation.options.seed, planning::version(),
      facts::data_hash(), validation.mode, validation.studies,
      100.0 * study::share_predicted(validation.rows), scored);
}

std::string pictures_text(std::span<const ValidationPicture> pictures) {
  std::string text;
  for (const ValidationPicture& picture : pictures) {
    text += fmt::format("\n![{}]({})\n\n{}\n", picture.caption, picture.file, picture.caption);
  }
  return text.empty() ? "" : "\n## Pictures\n" + text;
}

std::string section(const std::string& title, const std::vector<std::string>& lines) {
  std::string text = "\n## " + title + "\n\n";
  for (const std::string& line : lines) {
    text += "- " + line + "\n";
  }
  return lines.empty() ? "" : text;
}

std::string unpredicted(const Validation& validation) {
  std::string rows;
  for (const Row& row : validation.rows) {
    if (row.measurement.scored && !row.predicted) {
      const std::string minute =
          row.measurement.time
              ? fmt::format("{:g}", *row.measurement.time / quantity::seconds_per_minute)
              : "–";
      rows += fmt::format("| {} | {} | {} | {} | {} |\n", cell(row.study), cell(row.arm),
                          cell(row.measurement.quantity), minute, cell(row.why_not));
    }
  }
  return "\n## Scored by their studies, not predicted\n\n" +
         (rows.empty()
              ? std::string{"None.\n"}
              : "| study | arm | quantity | minute | why |\n|---|---|---|---|---|\n" + rows);
}

std::vector<std::string> unread(const Validation& validation) {
  std::vector<std::string> lines;
  for (const study::StudyFile& file : validation.unread) {
    lines.push_back(cell(file.name + ": " + message(file.study.error())));
  }
  return lines;
}

}  // namespace

std::string validation_page(const Validation& validation,
                            std::span<const ValidationPicture> pictures,
                            const std::string& command) {
  std::string text = head(validation, command);
  text +=
      score_table("By tissue", "averaged over studies", study::scores_by_group(validation.rows));
  text +=
      "\nBias, RMSE and shares are those of each study first, then averaged over studies (RMSE by "
      "its square), in the unit of the quantity. Bias is the predicted median less what was "
      "measured, as printed: of a temperature it is positive where the model is too warm, of a "
      "drop "
      "where it is too cold. 1 SD, 2 SD: rows within so many published standard deviations.\n";
  text += section("How far apart the studies themselves are", noise_lines(validation));
  text += section("People one by one", people_lines(validation));
  text += pictures_text(pictures);
  text += score_table("By form", "form and tissue", study::scores_by_kind(validation.rows));
  text += score_table("By study", "study and tissue", study::scores_by_study(validation.rows));
  text += unpredicted(validation) + section("Files that could not be read", unread(validation));
  return text + "\n## What is not known\n\n" + what_is_not_known() +
         " Computed numbers, not measurements, and no medical device.\n";
}

}  // namespace coldplan::report
