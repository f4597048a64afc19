#include "coldplan/report/comparison_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using quantity::UnitSystem;

std::string table(const planning::FormOutcome& outcome, UnitSystem units) {
  std::string text = fmt::format("  {:<21}{:>8}{:>8}{:>8}{:>9}{:>8}{:>16}\n",
                                 units == UnitSystem::us ? "°F" : "°C", "depth", "start", "end",
                                 "coldest", "at min", "5 to 95 %");
  for (const planning::TissueRow& row : outcome.rows) {
    text += fmt::format(
        "  {:<21}{:>8}{:>8}{:>8}{:>9}{:>8.0f}{:>16}\n", row.name,
        quantity::print_thickness(row.depth, units), degrees(row.summary.start, units),
        degrees(row.summary.end, units), degrees(row.summary.coldest, units),
        row.summary.coldest_time / 60.0,
        fmt::format("{} to {}", degrees(row.spread.p05, units), degrees(row.spread.p95, units)));
  }
  return text;
}

std::string towel_line(const planning::FormOutcome& outcome, UnitSystem units) {
  return fmt::format(
      "Over the dry towel that labels ask for: skin down to {}, muscle at 2 cm to {}.",
      quantity::print_temperature(outcome.skin_with_towel->coldest, units),
      quantity::print_temperature(outcome.muscle_with_towel->coldest, units));
}

}  // namespace

std::string outcome_text(const planning::FormOutcome& outcome, UnitSystem units) {
  std::string text = fmt::format("{}: {}\n", outcome.session.form.name, use_line(outcome.session));
  text += table(outcome, units);
  text += wrap(fmt::format("Skin below {}, where a pinprick stops hurting: {:.0f} min. Heat taken: "
                           "{:.0f} kJ.",
                           quantity::print_temperature(planning::analgesia_temperature(), units),
                           outcome.time_below_analgesia / 60.0, outcome.heat_taken / 1000.0),
               "  ");
  for (const planning::SkinFlag& flag : outcome.flags) {
    text += wrap("! " + flag_line(flag, units), "  ");
  }
  if (outcome.would_freeze) {
    text += wrap(
        "! Skin would freeze. Freezing is not simulated yet: no temperature after that "
        "moment is valid.",
        "  ");
  }
  if (outcome.skin_with_towel && outcome.muscle_with_towel) {
    text += wrap(towel_line(outcome, units), "  ");
  }
  if (const auto weakest = weakest_point(outcome.session.form); !weakest.empty()) {
    text += wrap("Weakest point: " + std::string{weakest}, "  ");
  }
  return text;
}

std::string comparison_text(const planning::Comparison& comparison) {
  const UnitSystem units = comparison.units;
  std::string text = "What a cold pack does inside this back\n\n";
  text += wrap(person_line(comparison.person, units) + ".");
  text += wrap(fat_line(comparison.anthropometry, units));
  for (const std::string& warning : comparison.warnings) {
    text += wrap("! " + warning);
  }
  text += '\n' + wrap(screening_line());
  for (const planning::FormOutcome& outcome : comparison.forms) {
    text += '\n' + outcome_text(outcome, units);
  }
  if (!comparison.families_not_predicted.empty()) {
    text += '\n' + wrap(fmt::format("Not predicted yet: {}.",
                                    fmt::join(comparison.families_not_predicted, ", ")));
  }
  text += '\n';
  if (!comparison.forms.empty()) {
    text += wrap(spread_line());
  }
  text += fmt::format("coldplan {}, data {:.12}. More: coldplan explain, coldplan facts.\n",
                      comparison.version, comparison.data_hash);
  return text;
}

}  // namespace coldplan::report
