#include "coldplan/report/session_text.h"

#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "coldplan/anatomy/back.h"
#include "coldplan/report/comparison_text.h"
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
                        quantity::UnitSystem units) {
  std::string line =
      fmt::format("  {:>6.0f}{:>8}", static_cast<double>(sample) * history.interval / 60.0,
                  degrees(history.pack_temperature[sample], units));
  for (const Column& column : minute_columns) {
    line += fmt::format(
        "{:>9}", degrees(simulation::trace_of(history, *column.trace).temperature[sample], units));
  }
  return line + '\n';
}

}  // namespace

std::string session_text(const person::Person& person, const planning::FormOutcome& outcome,
                         quantity::UnitSystem units) {
  std::string text = wrap(person_line(person, units) + ".");
  text += wrap(fat_line(person::anthropometry(person), units));
  text += '\n' + wrap(screening_line()) + '\n' + outcome_text(outcome, units);

  text +=
      units == quantity::UnitSystem::us ? "\nMinute by minute, °F:\n" : "\nMinute by minute, °C:\n";
  text += "  minute    pack";
  for (const Column& column : minute_columns) {
    text += fmt::format("{:>9}", column.title);
  }
  text += '\n';
  const simulation::BackHistory& history = outcome.history;
  const auto per_minute = static_cast<std::size_t>(std::lround(60.0 / history.interval));
  const auto removal = static_cast<std::size_t>(std::lround(history.removal / history.interval));
  constexpr std::size_t sparse = 5;
  for (std::size_t i = 0; i < history.pack_temperature.size(); i += per_minute) {
    if (i <= removal || (i / per_minute) % sparse == 0) {
      text += minute_line(history, i, units);
    }
  }
  return text + '\n' + wrap(spread_line());
}

}  // namespace coldplan::report
