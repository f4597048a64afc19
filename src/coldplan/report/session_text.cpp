#include "coldplan/report/session_text.h"

#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/anatomy/back.h"
#include "coldplan/report/comparison_text.h"
#include "coldplan/report/consequences_text.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

namespace landmark = anatomy::landmark;

struct Column {
  std::string_view title;
  const std::string* trace;
};

const std::array minute_columns{
    Column{"skin", &landmark::skin},       Column{"fat/musc", &landmark::interface},
    Column{"1 cm", &landmark::muscle_1cm}, Column{"2 cm", &landmark::muscle_2cm},
    Column{"3 cm", &landmark::muscle_3cm}, Column{"facet", &landmark::facet},
    Column{"nerve", &landmark::nerve}};

std::string minute_line(const simulation::BackHistory& history, std::size_t sample,
                        std::span<const Column> shown, quantity::UnitSystem units) {
  std::string line = fmt::format("  {:>6.4g}{:>8}", history.time[sample] / 60.0,
                                 degrees(history.pack_temperature[sample], units));
  for (const Column& column : shown) {
    line += fmt::format(
        "{:>9}", degrees(simulation::trace_of(history, *column.trace).temperature[sample], units));
  }
  return line + '\n';
}

/// Every minute of cooling, every fifth afterwards, the removal and the end.
bool is_shown(const simulation::BackHistory& history, std::size_t sample) {
  const double time = history.time[sample];
  constexpr double minute = 60.0;
  constexpr double five_minutes = 300.0;
  const bool is_whole = std::fmod(time, time <= history.removal ? minute : five_minutes) == 0.0;
  return is_whole || time == history.removal || sample + 1 == history.time.size();
}

}  // namespace

std::string session_text(const planning::Comparison& comparison,
                         const planning::Consequences& consequences, bool all) {
  const planning::FormOutcome& outcome = comparison.forms.front();
  const quantity::UnitSystem units = comparison.units;
  std::string text = heading_text(comparison) + '\n' + outcome_text(outcome, units);
  text += '\n' + consequences_text(consequences, all);
  text += fmt::format("\nMinute by minute in the likeliest person, {}:\n",
                      units == quantity::UnitSystem::us ? "°F" : "°C");
  text += "  minute outside";
  // Nothing is shown where nothing is claimed.
  const std::span<const Column> shown =
      std::span{minute_columns}.first(outcome.session.form.skin_only ? 1 : minute_columns.size());
  for (const Column& column : shown) {
    text += fmt::format("{:>9}", column.title);
  }
  text += '\n';
  for (std::size_t i = 0; i < outcome.history.time.size(); ++i) {
    if (is_shown(outcome.history, i)) {
      text += minute_line(outcome.history, i, shown, units);
    }
  }
  return text + '\n' + closing_text(comparison);
}

std::string edge_text(std::span<const planning::EdgeRow> rows, quantity::UnitSystem units) {
  const bool us = units == quantity::UnitSystem::us;
  constexpr double fahrenheit_per_kelvin = 1.8;
  std::vector<std::string> parts;
  for (const planning::EdgeRow& row : rows) {
    parts.push_back(fmt::format("{} {:.2f} {}", row.name,
                                row.warmer * (us ? fahrenheit_per_kelvin : 1.0), us ? "°F" : "°C"));
  }
  return wrap(fmt::format(
      "The table holds for the middle. Under the whole of the cold, its edge taken in, tissue is "
      "warmer in the mean by at most: {} (a round piece; docs/edges.md).",
      fmt::join(parts, ", ")));
}

}  // namespace coldplan::report
