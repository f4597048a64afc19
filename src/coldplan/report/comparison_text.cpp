#include "coldplan/report/comparison_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/applicator/whole_body_form.h"
#include "coldplan/report/overview_text.h"
#include "coldplan/report/screening_text.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using quantity::UnitSystem;

/// Whole minutes; early in a spray or a jet their parts too.
std::string minutes_words(double seconds) {
  constexpr double minute = 60.0;
  constexpr double early = 3.0 * minute;
  return seconds < early ? fmt::format("{:.2g}", seconds / minute)
                         : fmt::format("{:.0f}", seconds / minute);
}

std::string table(const planning::FormOutcome& outcome, UnitSystem units) {
  std::string text = fmt::format("  {:<21}{:>8}{:>8}{:>8}{:>9}{:>8}{:>16}\n",
                                 units == UnitSystem::us ? "°F" : "°C", "depth", "start", "end",
                                 "coldest", "at min", "5 to 95 %");
  for (const planning::TissueRow& row : outcome.rows) {
    text += fmt::format(
        "  {:<21}{:>8}{:>8}{:>8}{:>9}{:>8}{:>16}\n", row.name,
        quantity::print_thickness(row.depth, units), degrees(row.median.start, units),
        degrees(row.median.end, units), degrees(row.coldest.median, units),
        minutes_words(row.median.coldest_time),
        fmt::format("{} to {}", degrees(row.coldest.p05, units), degrees(row.coldest.p95, units)));
  }
  return text;
}

std::string barrier_line(const planning::FormOutcome& outcome, UnitSystem units) {
  return fmt::format(
      "Over the {} that labels and leaflets ask for: skin down to {}, muscle at 2 cm to {}.",
      applicator::name_of(*outcome.session.form.asked_barrier),
      quantity::print_temperature(outcome.skin_over_barrier->coldest, units),
      quantity::print_temperature(outcome.muscle_over_barrier->coldest, units));
}

std::string stop_line(const planning::FormOutcome& outcome, UnitSystem units) {
  const simulation::Interval& last = outcome.history.cold.back();
  return fmt::format(
      "A device that watches the skin is taken to stop at {}, which is assumed: here after {}. "
      "One that does not goes on.",
      quantity::print_temperature(*outcome.session.form.stop_temperature, units),
      duration_words(last.to - last.from));
}

}  // namespace

std::string outcome_text(const planning::FormOutcome& outcome, UnitSystem units) {
  const planning::Interval& below = outcome.time_below_analgesia;
  const planning::Interval& heat = outcome.heat_taken;
  std::string text =
      wrap(fmt::format("{}: {}", outcome.session.form.name, use_line(outcome.session)));
  text += table(outcome, units);
  text += wrap(
      fmt::format("Skin below {}, where a pinprick stops hurting: {}{} min ({} to {}). "
                  "Heat taken: {:.0f} kJ ({:.0f} to {:.0f}).",
                  quantity::print_temperature(planning::analgesia_temperature(), units),
                  outcome.below_analgesia_at_end ? "at least " : "", minutes_words(below.median),
                  minutes_words(below.p05), minutes_words(below.p95), heat.median / 1000.0,
                  heat.p05 / 1000.0, heat.p95 / 1000.0),
      "  ");
  if (outcome.session.form.skin_only) {
    text += wrap("Nothing was measured under the skin, so nothing is claimed there.", "  ");
  }
  if (outcome.history.stopped) {
    text += wrap(stop_line(outcome, units), "  ");
  }
  if (outcome.frozen_depth.p95 > 0.0) {
    text += wrap("! " + frozen_line(outcome.frozen_depth, units), "  ");
  }
  for (const planning::SkinFlag& flag : outcome.flags) {
    text += wrap("! " + flag_line(flag, units), "  ");
  }
  for (const std::string& warning : outcome.warnings) {
    text += wrap("! " + warning, "  ");
  }
  if (outcome.skin_over_barrier && outcome.muscle_over_barrier) {
    text += wrap(barrier_line(outcome, units), "  ");
  }
  if (const auto weakest = weakest_point(outcome.session.form); !weakest.empty()) {
    text += wrap("Weakest point: " + std::string{weakest}, "  ");
  }
  return text;
}

std::string heading_text(const planning::Comparison& comparison) {
  std::string text = wrap(person_line(comparison.person, comparison.units) + ".");
  text += wrap(fat_line(comparison.anthropometry, comparison.units));
  for (const std::string& warning : comparison.warnings) {
    text += wrap("! " + warning);
  }
  return text + '\n' +
         (comparison.screening ? screened_text(*comparison.screening, comparison.approval)
                               : wrap(screening_line()));
}

bool is_ruled_out(const planning::Comparison& comparison, const std::string& family) {
  if (!comparison.screening) {
    return false;
  }
  const auto& families = comparison.screening->families;
  return std::any_of(families.begin(), families.end(), [&family](const auto& each) {
    return each.family == family && each.level == screening::Level::not_for_you;
  });
}

std::string not_compared_line(const std::string& family) {
  std::string forms;
  for (const applicator::WholeBodyForm& form : applicator::whole_body_forms()) {
    if (form.family == family) {
      forms += (forms.empty() ? "" : " or ") + form.id;
    }
  }
  return forms.empty() ? family + " is not predicted yet"
                       : fmt::format("{} cools the whole body; use coldplan simulate --form {}",
                                     family, forms);
}

std::string closing_text(const planning::Comparison& comparison) {
  return wrap(spread_line()) + wrap(unmeasured_line()) +
         fmt::format("coldplan {}, data {:.12}, {}.\nMore: coldplan explain, coldplan facts.\n",
                     comparison.version, comparison.data_hash,
                     calibration_words(comparison.posterior));
}

std::string comparison_text(const planning::Comparison& comparison, Detail detail) {
  if (comparison.screening &&
      comparison.screening->warnings.urgency >= screening::Urgency::same_day) {
    return wrap(person_line(comparison.person, comparison.units) + ".") + '\n' +
           screening_text(*comparison.screening, comparison.approval);
  }
  std::vector<std::string> ruled_out;
  std::string text = "What cold does inside this back\n\n" + heading_text(comparison);
  if (!comparison.forms.empty()) {
    text += '\n' + wrap(bare_skin_line());
  }
  if (detail == Detail::overview) {
    text += '\n' + overview_text(comparison);
  } else {
    for (const planning::FormOutcome& outcome : comparison.forms) {
      text += '\n' + outcome_text(outcome, comparison.units);
    }
  }
  for (const planning::NotPredicted& form : comparison.forms_not_predicted) {
    text += '\n' + wrap(fmt::format("{} is not predicted: {}.", form.name, form.why));
  }
  for (const std::string& family : comparison.families_not_predicted) {
    if (is_ruled_out(comparison, family)) {
      continue;
    }
    text += '\n' + wrap(fmt::format("Not compared: {}.", not_compared_line(family)));
  }
  for (const planning::NotPredicted& form : comparison.forms_ruled_out) {
    ruled_out.push_back(fmt::format("{} ({})", form.name, form.why));
  }
  if (!ruled_out.empty()) {
    text +=
        '\n' + wrap(fmt::format("Not for you, by the rule named: {}.", fmt::join(ruled_out, "; ")));
  }
  return text + '\n' + closing_text(comparison);
}

}  // namespace coldplan::report
