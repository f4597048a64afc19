#include "coldplan/app/oxygen_verb.h"

#include <fmt/format.h>

#include "coldplan/app/calculator.h"
#include "coldplan/app/oxygen_words.h"
#include "coldplan/app/session_flags.h"
#include "coldplan/applicator/nitrogen_room.h"
#include "coldplan/quantity/units.h"

namespace coldplan::app {
namespace {

using applicator::NitrogenRoom;

// Amounts that no device of a clinic uses are taken for slips.
constexpr Allowed session_litres{"liquid nitrogen of a session", 0.1, 100.0, "L"};
constexpr Allowed hourly_sessions{"a number of sessions an hour", 0.01, 60.0, ""};
constexpr Allowed hourly_changes{"a number of air changes an hour", 0.01, 200.0, ""};
constexpr Allowed leak_litres{"a leak of liquid nitrogen an hour", 1e-3, 1e3, "L"};
constexpr Allowed dewar_litres{"a dewar of liquid nitrogen", 0.1, 1e4, "L"};

Expected<double> room_of(const std::string& text) {
  const auto volume = quantity::parse_volume(text);
  if (!volume) {
    return tl::unexpected(at_flag("--room", volume.error()));
  }
  return within("--room", text, *volume, allowed_room);
}

/// A number of times an hour as a rate [1/s], if the flag was given.
Expected<std::optional<double>> rate_of(std::string_view flag, const std::optional<double>& given,
                                        const Allowed& allowed) {
  if (!given) {
    return std::optional<double>{};
  }
  return within(flag, fmt::format("{:g}", *given), *given, allowed).map([](double hourly) {
    return std::optional{hourly / quantity::seconds_per_hour};
  });
}

/// Litres of a flag in m³, if it was given.
Expected<std::optional<double>> optional_litres(std::string_view flag, const std::string& text,
                                                const Allowed& allowed) {
  if (text.empty()) {
    return std::optional<double>{};
  }
  return litres_of(flag, text, allowed).map([](double volume) { return std::optional{volume}; });
}

Expected<NitrogenRoom> nitrogen_room_of(const OxygenOptions& options) {
  const auto volume = room_of(options.room);
  if (!volume) {
    return tl::unexpected(volume.error());
  }
  const auto session = optional_litres("--litres", options.litres, session_litres);
  const auto sessions = rate_of("--sessions-per-hour", options.sessions_per_hour, hourly_sessions);
  const auto changes = rate_of("--air-changes", options.air_changes, hourly_changes);
  const auto leak = optional_litres("--leak", options.leak, leak_litres);
  const auto dewar = optional_litres("--dewar", options.dewar, dewar_litres);
  for (const auto* read : {&session, &sessions, &changes, &leak, &dewar}) {
    if (!*read) {
      return tl::unexpected(read->error());
    }
  }
  NitrogenRoom room;
  room.volume = *volume;
  room.session = *session ? applicator::exactly(**session) : applicator::usual_session_nitrogen();
  room.session_rate = *sessions;
  room.air_change_rate = *changes;
  room.leak = leak->has_value() ? std::optional{**leak / quantity::seconds_per_hour} : std::nullopt;
  room.vessel = *dewar;
  return room;
}

}  // namespace

void add_oxygen_flags(CLI::App& verb, OxygenOptions& options) {
  verb.add_option("--room", options.room, "Volume of the room: 30m3 or 1060ft3")->required();
  verb.add_option("--litres", options.litres,
                  "Liquid nitrogen of a session: 8, 8L or 2gal;\nleft out: what sources say");
  verb.add_option("--sessions-per-hour", options.sessions_per_hour, "Steady use of the device");
  verb.add_option("--air-changes", options.air_changes,
                  "Of fresh air, an hour; left out: a closed room");
  verb.add_option("--leak", options.leak, "Liquid nitrogen that leaks in an hour: 1 or 1L/h");
  verb.add_option("--dewar", options.dewar, "Liquid nitrogen of a full dewar: 180 or 180L");
  verb.add_flag("--us", options.us_units, "Print ft³, cfm and gal");
  verb.add_flag("--json", options.json, "For machines");
}

Expected<std::string> run_oxygen(const OxygenOptions& options) {
  const auto room = nitrogen_room_of(options);
  if (!room) {
    return tl::unexpected(room.error());
  }
  const auto answer = applicator::oxygen_in(*room);
  if (!answer) {
    return tl::unexpected(answer.error());
  }
  if (options.json) {
    return oxygen_json(*room, *answer);
  }
  return oxygen_text(*room, *answer,
                     options.us_units ? quantity::UnitSystem::us : quantity::UnitSystem::metric);
}

}  // namespace coldplan::app
