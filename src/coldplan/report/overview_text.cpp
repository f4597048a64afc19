#include "coldplan/report/overview_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/report/text.h"
#include "coldplan/screening/screen.h"

namespace coldplan::report {
namespace {

using planning::FormOutcome;
using quantity::UnitSystem;

/// Median and range in the space of a column.
std::string with_range(const planning::Interval& interval, UnitSystem units) {
  return fmt::format("{} ({} to {})", degrees(interval.median, units), degrees(interval.p05, units),
                     degrees(interval.p95, units));
}

const planning::TissueRow* row_named(const FormOutcome& outcome, const std::string& name) {
  const auto found = std::find_if(outcome.rows.begin(), outcome.rows.end(),
                                  [&name](const auto& row) { return row.name == name; });
  return found == outcome.rows.end() ? nullptr : &*found;
}

std::string line(const std::string& name, const std::string& skin, const std::string& muscle,
                 const std::string& minutes) {
  std::string text = fmt::format("{:<36}{:>20}{:>20}{:>4}", name, skin, muscle, minutes);
  text.erase(text.find_last_not_of(' ') + 1);
  return text + '\n';
}

/// Whether a form asks first where its family need not.
bool asks_first(const planning::Comparison& comparison, const FormOutcome& outcome) {
  for (const auto& family : comparison.screening ? comparison.screening->families
                                                 : std::vector<screening::FamilyScreening>{}) {
    for (const screening::FormScreening& form : family.forms) {
      if (form.variant->id == outcome.session.form.variant) {
        return form.level == screening::Level::ask_first && family.level < form.level;
      }
    }
  }
  return false;
}

std::string form_line(const FormOutcome& outcome, UnitSystem units) {
  const planning::TissueRow* muscle = row_named(outcome, anatomy::landmark::muscle_2cm);
  const std::string under = muscle == nullptr ? "not measured" : with_range(muscle->coldest, units);
  constexpr double minute = 60.0;
  const simulation::Session& session = outcome.session;
  std::string text =
      line(fmt::format("  {}, {}", session.form.name, duration_words(session.duration)),
           with_range(outcome.rows.front().coldest, units), under,
           fmt::format("{:.0f}{}", outcome.time_below_analgesia.median / minute,
                       outcome.below_analgesia_at_end ? "+" : ""));
  if (!session.use.barriers.empty()) {
    text += fmt::format("    over a {}\n", applicator::name_of(session.use.barriers.front()));
  }
  if (outcome.skin_over_barrier && outcome.muscle_over_barrier) {
    text += line(fmt::format("    over a {}", applicator::name_of(*session.form.asked_barrier)),
                 degrees(outcome.skin_over_barrier->coldest, units),
                 degrees(outcome.muscle_over_barrier->coldest, units), "");
  }
  return text;
}

/// Which forms may pass or come near one limit, with the coldest that their skin may get.
std::string limit_line(const planning::Comparison& comparison, const planning::SkinLimit& limit,
                       bool passed) {
  std::vector<std::string> forms;
  for (const FormOutcome& outcome : comparison.forms) {
    for (const planning::SkinFlag& flag : outcome.flags) {
      if (flag.limit.id == limit.id && flag.passed == passed) {
        forms.push_back(fmt::format("{} ({})", outcome.session.form.name,
                                    degrees(flag.coldest, comparison.units)));
      }
    }
  }
  if (forms.empty()) {
    return "";
  }
  return wrap(fmt::format("! Skin may come {} {}, {}: {}.", passed ? "below" : "near",
                          quantity::print_temperature(limit.temperature, comparison.units),
                          limit.meaning, fmt::join(forms, "; ")));
}

std::string frozen_lines(const planning::Comparison& comparison) {
  std::string text;
  for (const FormOutcome& outcome : comparison.forms) {
    if (outcome.frozen_depth.p95 > 0.0) {
      text += wrap(fmt::format("! {}: {}", outcome.session.form.name,
                               frozen_line(outcome.frozen_depth, comparison.units)));
    }
  }
  return text;
}

std::string warning_lines(const planning::Comparison& comparison) {
  std::string text;
  for (const FormOutcome& outcome : comparison.forms) {
    for (const std::string& warning : outcome.warnings) {
      text += wrap(fmt::format("! {}: {}", outcome.session.form.name, warning));
    }
  }
  return text;
}

/// " (ask first)" behind a family that is.
std::string mark_of(const planning::Comparison& comparison, const std::string& family) {
  if (!comparison.screening) {
    return "";
  }
  const auto& families = comparison.screening->families;
  const auto found = std::find_if(families.begin(), families.end(),
                                  [&family](const auto& each) { return each.family == family; });
  return found != families.end() && found->level == screening::Level::ask_first ? " (ask first)"
                                                                                : "";
}

}  // namespace

std::string overview_text(const planning::Comparison& comparison) {
  if (comparison.forms.empty()) {
    return "";
  }
  const UnitSystem units = comparison.units;
  std::string text =
      line(units == UnitSystem::us ? "Coldest, °F" : "Coldest, °C", "skin", "muscle at 2 cm", "*");
  std::string family;
  for (const FormOutcome& outcome : comparison.forms) {
    if (outcome.session.form.family != family) {
      family = outcome.session.form.family;
      text += std::string{screening::family_name(family)} + mark_of(comparison, family) + '\n';
    }
    text += form_line(outcome, units);
    text += asks_first(comparison, outcome) ? "    ask first\n" : "";
  }
  text += wrap(fmt::format(
      "* minutes of skin below {}, where a pinprick stops hurting; no measure of relief.",
      quantity::print_temperature(planning::analgesia_temperature(), units)));
  text += '\n';
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    text += limit_line(comparison, limit, true) + limit_line(comparison, limit, false);
  }
  text += frozen_lines(comparison) + warning_lines(comparison);
  return text + wrap(
                    "Every tissue of every form: --details. How its data were found, and their "
                    "weakest point: coldplan forms.");
}

}  // namespace coldplan::report
