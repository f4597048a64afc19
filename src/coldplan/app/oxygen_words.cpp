#include "coldplan/app/oxygen_words.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/calculator.h"
#include "coldplan/app/command.h"
#include "coldplan/facts/ids.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

namespace id = facts::id::applicators;

using applicator::Leak;
using applicator::NitrogenRoom;
using applicator::OxygenInRoom;
using applicator::Spread;
using applicator::SteadyUse;
using quantity::UnitSystem;

constexpr double percent = 100.0;
constexpr double square_metres_per_square_foot = 0.3048 * 0.3048;

std::string number_or_range(const Spread& spread, double factor, int decimals) {
  std::string text = fmt::format("{:.{}f}", factor * spread.usual, decimals);
  return spread.low < spread.high ? text + fmt::format(" ({:.{}f} to {:.{}f})", factor * spread.low,
                                                       decimals, factor * spread.high, decimals)
                                  : text;
}

/// A flow of fresh air for a reader: "464 m³/h" or "273 cfm", with its range.
std::string flow_words(const Spread& flow, UnitSystem units) {
  return units == UnitSystem::us
             ? number_or_range(
                   flow, quantity::cubic_feet_from_cubic_metres(1.0) * quantity::seconds_per_minute,
                   0) +
                   " cfm"
             : number_or_range(flow, quantity::seconds_per_hour, 0) + " m³/h";
}

std::string row(std::string_view what, const Spread& oxygen) {
  return fmt::format("  {:<48}{:>20}{}\n", what, number_or_range(oxygen, percent, 1),
                     oxygen.low < applicator::oxygen_limit() ? " ALARM" : "");
}

std::string steady_text(const NitrogenRoom& room, const SteadyUse& steady, UnitSystem units) {
  const double limit = applicator::oxygen_limit();
  const Spread& needed = steady.air_needed;
  std::string text;
  if (!steady.oxygen) {
    text += report::wrap(
        "Oxygen in steady use: give --air-changes; in a closed room it falls "
        "with every session.",
        "  ");
  }
  const double floor = needed.usual / facts::value(id::pbc_ln2_cryosauna_exhaust_rule);
  text +=
      '\n' + report::wrap(fmt::format(
                 "For {:g} % at {:g} sessions an hour: {} of fresh air ({} air changes an hour); "
                 "while the gas of a session comes, in {}, {}.",
                 percent * limit, *room.session_rate * quantity::seconds_per_hour,
                 flow_words(needed, units),
                 number_or_range(needed, quantity::seconds_per_hour / room.volume, 1),
                 report::duration_words(facts::value(id::pbc_ln2_cryosauna_default_time)),
                 flow_words(steady.air_needed_in_session, units)));
  const facts::Fact& rule = facts::fact(id::pbc_ln2_cryosauna_exhaust_rule);
  return text + report::wrap(fmt::format(
                    "A trade rule for the exhaust, {:g} cfm per square foot of floor, comes to "
                    "{} only where the floor has {} ({}).",
                    rule.printed_value, flow_words(applicator::exactly(needed.usual), units),
                    units == UnitSystem::us
                        ? fmt::format("{:.0f} ft²", floor / square_metres_per_square_foot)
                        : fmt::format("{:.0f} m²", floor),
                    rule.source));
}

std::string leak_text(const NitrogenRoom& room, const Leak& leak, UnitSystem units) {
  const std::string what =
      fmt::format("Leak of {} of liquid an hour",
                  quantity::print_liquid(*room.leak * quantity::seconds_per_hour, units));
  if (leak.oxygen) {
    return row(what + ", in the end", applicator::exactly(*leak.oxygen));
  }
  return report::wrap(fmt::format("{}: a closed room is under {:g} % after {}.", what,
                                  percent * applicator::oxygen_limit(),
                                  report::duration_words(*leak.time_to_limit)),
                      "  ");
}

std::string room_line(const NitrogenRoom& room, UnitSystem units) {
  const std::string air = room.air_change_rate
                              ? fmt::format("{:g} air changes an hour",
                                            *room.air_change_rate * quantity::seconds_per_hour)
                              : "closed";
  const double usual = room.session.usual;
  std::string session = quantity::print_liquid(usual, units);
  if (room.session.low < room.session.high) {
    session += fmt::format(" ({} to {})", quantity::print_liquid(room.session.low, units),
                           quantity::print_liquid(room.session.high, units));
  }
  return report::wrap(
      fmt::format("Room of {}, {}. A session takes {} of liquid nitrogen, which become {} of gas.",
                  quantity::print_space(room.volume, units), air, session,
                  quantity::print_space(applicator::gas_of_nitrogen(usual), units)));
}

constexpr std::string_view taken_as_even =
    "Steady use and a leak are taken as even: while the gas of a session comes, there is less "
    "oxygen than their numbers say.";

nlohmann::ordered_json spread_json(const Spread& spread, double factor) {
  return {{"usual", factor * spread.usual},
          {"low", factor * spread.low},
          {"high", factor * spread.high}};
}

nlohmann::ordered_json optional_json(const std::optional<double>& value, double factor) {
  return value ? nlohmann::ordered_json(factor * *value) : nullptr;
}

constexpr std::array basis{id::oxygen_in_air,
                           id::oxygen_in_air_sudden_release,
                           id::pbc_ln2_cryosauna_gas_per_litre,
                           id::pbc_ln2_cryosauna_nitrogen_per_session,
                           id::pbc_ln2_cryosauna_default_time,
                           id::pbc_ln2_cryosauna_oxygen_limit,
                           facts::id::injury::hypoxia_oxygen_alarm,
                           id::pbc_ln2_cryosauna_oxygen_room_alarm,
                           id::pbc_ln2_cryosauna_low_oxygen_distance,
                           id::pbc_ln2_cryosauna_oxygen_inside,
                           id::pbc_ln2_cryosauna_low_oxygen_coma_time,
                           id::pbc_ln2_cryosauna_exhaust_rule};

nlohmann::ordered_json steady_json(const OxygenInRoom& answer) {
  if (!answer.steady) {
    return nullptr;
  }
  const SteadyUse& steady = *answer.steady;
  return {{"oxygen_percent",
           steady.oxygen ? spread_json(*steady.oxygen, percent) : nlohmann::ordered_json(nullptr)},
          {"air_for_limit_m3_per_h", spread_json(steady.air_needed, quantity::seconds_per_hour)},
          {"air_for_limit_in_session_m3_per_h",
           spread_json(steady.air_needed_in_session, quantity::seconds_per_hour)}};
}

nlohmann::ordered_json leak_json(const OxygenInRoom& answer) {
  if (!answer.leak) {
    return nullptr;
  }
  return {{"oxygen_percent", optional_json(answer.leak->oxygen, percent)},
          {"minutes_to_limit",
           optional_json(answer.leak->time_to_limit, 1.0 / quantity::seconds_per_minute)}};
}

}  // namespace

std::vector<std::string> left_out_of_oxygen() {
  const facts::Fact& near = facts::fact(id::pbc_ln2_cryosauna_low_oxygen_distance);
  const facts::Fact& inside = facts::fact(id::pbc_ln2_cryosauna_oxygen_inside);
  const facts::Fact& coma = facts::fact(id::pbc_ln2_cryosauna_low_oxygen_coma_time);
  const facts::Fact& alarm = facts::fact(id::pbc_ln2_cryosauna_oxygen_room_alarm);
  std::vector<std::string> paragraphs{
      fmt::format(
          "Mixing is taken as perfect, and it is not: at the rim of a cabin, low oxygen was "
          "found {:g} {} from the face ({}: {}).",
          near.printed_value, near.printed_unit, facts::to_string(near.read_as), near.source),
      std::string{taken_as_even},
      fmt::format("In a cabin in use oxygen may be {:g} % or less ({}).", inside.printed_value,
                  inside.source),
      fmt::format("Low oxygen need not give any warning, and at 4 to 6 % coma was put at {:g} {} "
                  "({}).",
                  coma.printed_value, coma.printed_unit, coma.source),
      fmt::format(
          "A room with nitrogen needs an oxygen monitor and extraction. One vendor asks for "
          "an alarm at {:g} %; {:g} % is the limit used elsewhere ({}).",
          alarm.printed_value, percent * applicator::oxygen_limit(), alarm.source)};
  const facts::ApplicatorNotes& notes = *facts::notes_of("pbc_ln2_cryosauna");
  paragraphs.push_back(
      fmt::format("{} ({})", notes.instructions.front().text, notes.instructions.front().source));
  paragraphs.emplace_back("No alarm in this calculation does not mean that the room is safe.");
  return paragraphs;
}

std::string oxygen_text(const NitrogenRoom& room, const OxygenInRoom& answer, UnitSystem units) {
  const facts::Fact& limit = facts::fact(id::pbc_ln2_cryosauna_oxygen_limit);
  std::string text = "Oxygen in a room with liquid nitrogen\n\n" + room_line(room, units);
  text +=
      report::wrap(fmt::format("Fresh air has {:g} %. ALARM: the number, or a part of its range, "
                               "is under {:g} %, where air counts as deficient in oxygen.",
                               facts::fact(id::oxygen_in_air).printed_value, limit.printed_value));
  text += fmt::format("\n  {:<48}{:>20}\n", "", "oxygen, %");
  text += row("One session in the closed room, mixed as it came", answer.mixed);
  text += row("  the same, by displacement", answer.displaced);
  if (answer.steady && answer.steady->oxygen) {
    text += row("Steady use with this ventilation, in the end", *answer.steady->oxygen);
  }
  if (answer.leak) {
    text += leak_text(room, *answer.leak, units);
  }
  if (answer.release) {
    text += row("Sudden release of " + quantity::print_liquid(*room.vessel, units),
                applicator::exactly(*answer.release));
  }
  if (answer.steady) {
    text += steady_text(room, *answer.steady, units);
  }
  text += '\n';
  for (const std::string& paragraph : left_out_of_oxygen()) {
    text += warning_lines(paragraph);
  }
  return text + "\nThe numbers with their sources: coldplan explain pbc_ln2_cryosauna\n";
}

std::string oxygen_json(const NitrogenRoom& room, const OxygenInRoom& answer) {
  constexpr double litres = quantity::litres_per_cubic_metre;
  constexpr double hourly = quantity::seconds_per_hour;
  const Spread gas{applicator::gas_of_nitrogen(room.session.usual),
                   applicator::gas_of_nitrogen(room.session.low),
                   applicator::gas_of_nitrogen(room.session.high)};
  return json_text(nlohmann::ordered_json{
      {"room",
       {{"volume_m3", room.volume},
        {"session_L", spread_json(room.session, litres)},
        {"session_gas_m3", spread_json(gas, 1.0)},
        {"sessions_per_hour", optional_json(room.session_rate, hourly)},
        {"air_changes_per_hour", optional_json(room.air_change_rate, hourly)},
        {"leak_L_per_h", optional_json(room.leak, litres * hourly)},
        {"dewar_L", optional_json(room.vessel, litres)}}},
      {"limit_percent", percent * applicator::oxygen_limit()},
      {"one_session",
       {{"mixed_percent", spread_json(answer.mixed, percent)},
        {"displaced_percent", spread_json(answer.displaced, percent)}}},
      {"steady_use", steady_json(answer)},
      {"leak", leak_json(answer)},
      {"sudden_release_percent", optional_json(answer.release, percent)},
      {"lowest_percent", percent * answer.lowest},
      {"under_limit", answer.lowest < applicator::oxygen_limit()},
      {"left_out", left_out_of_oxygen()},
      {"basis", basis_json(basis)}});
}

}  // namespace coldplan::app
