#include "coldplan/injury/sentence.h"

#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/injury/circulation.h"
#include "coldplan/injury/frost_grade.h"
#include "coldplan/injury/long_cold.h"
#include "coldplan/injury/nerve.h"
#include "coldplan/injury/oxygen.h"
#include "coldplan/injury/raynaud.h"
#include "coldplan/quantity/print_time.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

using quantity::UnitSystem;

// numerical: of a percentage.
constexpr double percent = 100.0;

/// A number for a reader: what it is multiplied by, its decimals and its unit.
struct Print {
  double factor = 1.0;
  int decimals = 0;
  std::string_view unit;
};

Print of_temperature(UnitSystem units) {
  const double fahrenheit =
      quantity::fahrenheit_from_celsius(1.0) - quantity::fahrenheit_from_celsius(0.0);
  return units == UnitSystem::us ? Print{fahrenheit, 1, " °F"} : Print{1.0, 1, " °C"};
}

std::string number(double value, const Print& print) {
  // The zero is added so that what rounds to zero has no sign.
  const double scale = std::pow(10.0, print.decimals);
  const double rounded = std::round(print.factor * value * scale) / scale + 0.0;
  return fmt::format("{:.{}f}", rounded, print.decimals);
}

/// "8.1 °C (6.9 to 9.4)", or "8.1 °C" where nothing is uncertain.
std::string spread(double median, double low, double high, const Print& print) {
  const std::string from = number(low, print);
  const std::string to = number(high, print);
  const std::string middle = number(median, print) + std::string{print.unit};
  return from == to ? middle : fmt::format("{} ({} to {})", middle, from, to);
}

/// What stays above a limit, comes near it or falls under it.
std::string margin_words(std::string_view what, std::string_view limit, const Range& range,
                         const Print& print) {
  if (range.p05 >= 0.0) {
    return fmt::format("{} stays {} above {}.", what,
                       spread(range.median, range.p05, range.p95, print), limit);
  }
  if (range.p95 < 0.0) {
    return fmt::format("{} falls {} below {}.", what,
                       spread(-range.median, -range.p95, -range.p05, print), limit);
  }
  return fmt::format(
      "{} comes close to {}: in nine of ten calculations it ends between {}{} below "
      "it and {}{} above it.",
      what, limit, number(-range.p05, print), print.unit, number(range.p95, print), print.unit);
}

/// How much of what is permitted is used.
std::string share_words(std::string_view what, std::string_view of, const Range& range) {
  const std::string used = spread(range.median, range.p05, range.p95, {percent, 0, " %"});
  const std::string_view end = range.p95 >= 1.0 && range.p05 < 1.0 ? " It may be passed."
                               : range.p05 >= 1.0                  ? " It is passed."
                                                                   : "";
  return fmt::format("{} comes to {} of {}.{}", what, used, of, end);
}

std::string minutes(double seconds) {
  return quantity::print_time(seconds, 0);
}

/// The word of a rounded number that stands for a level.
template <typename Level>
std::string_view level_word(double value) {
  return to_string(static_cast<Level>(std::lround(value)));
}

std::string nerve_words(const Range& range) {
  const std::string_view usual = level_word<NerveWarning>(range.median);
  const std::string_view worst = level_word<NerveWarning>(range.p95);
  std::string text = fmt::format("Warning for the nerve below: {}", usual);
  if (worst != usual) {
    text += fmt::format(", and it may be {}", worst);
  }
  return text +
         ". This is a level of warning and no chance: how many iced nerves come to harm is not "
         "known.";
}

std::string grade_words(const Range& range, UnitSystem units) {
  if (!(range.p95 > 0.0)) {
    return "No skin froze in the calculation.";
  }
  const std::string_view usual = level_word<FrostGrade>(range.median);
  const std::string_view worst = level_word<FrostGrade>(range.p95);
  std::string text;
  if (usual == to_string(FrostGrade::none)) {
    text = fmt::format("Skin freezes in some of the calculations; at the worst {}", worst);
  } else {
    text = fmt::format("Skin freezes: {}", usual);
    text += worst != usual ? fmt::format("; it may be {}", worst) : std::string{};
  }
  const Print degrees = of_temperature(units);
  return text +
         fmt::format(
             ". The temperature at which frozen tissue dies may be wrong by {}{} either way.",
             number(facts::value(id::tissue_necrosis_freezing_temperature_50_spread), degrees),
             degrees.unit);
}

std::string depth_words(const Range& range, UnitSystem units) {
  if (!(range.p95 > 0.0)) {
    return "No skin froze in the calculation.";
  }
  // numerical: millimetres and inches in a metre.
  constexpr std::array<double, 2> in_a_metre{1000.0, 1.0 / 0.0254};
  const Print print =
      units == UnitSystem::us ? Print{in_a_metre[1], 2, " in"} : Print{in_a_metre[0], 1, " mm"};
  return fmt::format("It freezes to a depth of {}.",
                     spread(range.median, range.p05, range.p95, print));
}

std::string oxygen_words(const Range& range) {
  const std::string_view symptoms = oxygen_symptoms(applicator::oxygen_limit() + range.p05);
  std::string text =
      margin_words("Oxygen in the room", "the alarm", range, {percent, 1, " percentage points"});
  if (!symptoms.empty()) {
    text += fmt::format(" So little oxygen can mean: {}.", symptoms);
  }
  return text + " Low oxygen gives no warning that a person could act on.";
}

std::string closed_words(const Range& range) {
  return fmt::format(
      "As measured in {:g} people of every severity, the artery of {} of those with this severity "
      "would be closed at this finger temperature.",
      raynaud_people(), spread(range.median, range.p05, range.p95, {percent, 0, " %"}));
}

std::string heart_words(const Range& range) {
  return range.p95 < 0.0
             ? fmt::format(
                   "After the cabin the heart beat {} slower in those measured; in other "
                   "studies it beat faster.",
                   spread(-range.median, -range.p95, -range.p05, {percent, 0, " %"}))
             : fmt::format("After the cabin the heart beat {} faster.",
                           spread(range.median, range.p05, range.p95, {percent, 0, " %"}));
}

std::string size_words(Hazard hazard, const Range& range, UnitSystem units) {
  const auto per_minute = [&range](std::string_view unit) {
    return spread(range.median, range.p05, range.p95, {1.0, 0, unit});
  };
  switch (hazard) {
    case Hazard::frozen_depth:
      return depth_words(range, units);
    case Hazard::frost_grade:
      return grade_words(range, units);
    case Hazard::nerve_warning:
      return nerve_words(range);
    case Hazard::cold_shock_breaths:
      return fmt::format(
          "In the first 30 seconds breathing goes up to about {}. Keep the head "
          "out, and wait until it calms.",
          per_minute(" breaths a minute"));
    case Hazard::cold_shock_heart_rate:
      return fmt::format("In the first 30 seconds the heart goes up to about {}.",
                         per_minute(" beats a minute"));
    case Hazard::systolic_rise:
      return fmt::format(
          "The upper blood pressure rises by about {}. Single people rose by up to "
          "{:g} mmHg in cold wind on the face.",
          per_minute(" mmHg"), highest_systolic_rise());
    case Hazard::heart_rate_change:
      return heart_words(range);
    default:
      return closed_words(range);
  }
}

std::string share_of_limit(Hazard hazard, const Range& range, UnitSystem units) {
  const auto below = [units](std::string_view what, double temperature) {
    return fmt::format("{} below {}", what, quantity::print_temperature(temperature, units));
  };
  switch (hazard) {
    case Hazard::ice_crossing:
      return share_words("The cold on wet skin", "the time that ice needs to cross it (in mice)",
                         range);
    case Hazard::nerve_cold_time:
      return share_words(
          below("The time of the nerve", facts::value(id::nerve_palsy_cases_guard_temperature)),
          fmt::format("the {} that are taken as its limit", minutes(nerve_cold_time_limit())),
          range);
    case Hazard::pack_over_nerve:
      return share_words(
          "The time of the pack",
          fmt::format("the {} after which a nerve over which one lay failed in a reported case",
                      minutes(pack_time_limit())),
          range);
    case Hazard::machine_hours:
      return share_words(
          below("The time of skin", machine_temperature()),
          fmt::format("the {} that surgeons advise as the most", minutes(machine_time_limit())),
          range);
    default:
      return share_words("The time of the cold",
                         fmt::format("the {} after which the skin's blood flow stayed low for {} "
                                     "or more",
                                     minutes(low_flow_after()), minutes(low_flow_lasts())),
                         range);
  }
}

std::string over_limit(Hazard hazard, const Range& range, UnitSystem units) {
  const Print degrees = of_temperature(units);
  switch (hazard) {
    case Hazard::skin_freezing:
      return margin_words("The coldest skin", "where it may begin to freeze", range, degrees);
    case Hazard::worn_metal:
      return margin_words("Skin under metal that is worn", "where frostbite threatens", range,
                          degrees);
    case Hazard::cold_metal:
      return margin_words("The metal", "the coldest that bare skin should touch", range, degrees);
    case Hazard::cold_metal_contact:
      return margin_words("Skin that touches the metal", "where frostbite threatens", range,
                          degrees);
    case Hazard::core_stop:
      return margin_words("The core of the body", "where the session should stop", range, degrees);
    case Hazard::core_hypothermia:
      return margin_words("The core of the body", "where hypothermia begins", range, degrees);
    case Hazard::bath_core_hypothermia:
      return margin_words("By the formula of baths the core of the body",
                          "where hypothermia begins", range, degrees);
    case Hazard::oxygen:
      return oxygen_words(range);
    default:
      return margin_words("Skin of the fingers",
                          "where their arteries close in people of this severity", range, degrees);
  }
}

}  // namespace

std::string sentence(Hazard hazard, const Range& range, UnitSystem units) {
  switch (info(hazard).measure) {
    case Measure::margin:
      return over_limit(hazard, range, units);
    case Measure::share:
      return share_of_limit(hazard, range, units);
    case Measure::size:
      break;
  }
  return size_words(hazard, range, units);
}

std::string passing_sentence(const std::optional<Passing>& passing) {
  if (!passing) {
    return {};
  }
  const bool ends = std::isfinite(passing->horizon);
  const std::string looked = ends ? " within " + minutes(passing->horizon) : std::string{};
  if (!passing->earliest) {
    return fmt::format(
        "With the cold left on from its start, {} would reach this{}.",
        passing->share > 0.0 ? "fewer than one calculation in twenty" : "no calculation", looked);
  }
  const std::string first = minutes(*passing->earliest);
  if (!passing->half) {
    return fmt::format(
        "With the cold left on from its start, one calculation in twenty would reach this after "
        "{}, and fewer than half{}.",
        first, looked);
  }
  const std::string half = minutes(*passing->half);
  return first == half
             ? fmt::format("With the cold left on from its start, this would be reached after {}.",
                           first)
             : fmt::format(
                   "With the cold left on from its start, one calculation in twenty would reach "
                   "this "
                   "after {}, and half of them after {}.",
                   first, half);
}

}  // namespace coldplan::injury
