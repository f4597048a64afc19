#include "coldplan/app/simulate_body.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "coldplan/app/calculator.h"
#include "coldplan/app/command.h"
#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"
#include "coldplan/report/body_text.h"

namespace coldplan::app {
namespace {

Error no_such_flag(std::string_view flag, std::string_view why) {
  return {ErrorCode::conflict, std::string{flag}, "", "", fmt::format("leave it out: {}", why)};
}

/// Nothing, or the flag that makes no sense for the whole body.
Expected<void> check_flags(const SimulateOptions& options, const applicator::WholeBodyForm& form) {
  const SessionOptions& session = options.session;
  const std::array<std::pair<std::string_view, bool>, 10> local{
      {{"--mass", !session.mass.empty()},
       {"--area", !session.area.empty()},
       {"--dwell", session.dwell.has_value()},
       {"--barrier", !session.barriers.empty()},
       {"--hold", session.hold != "usual"},
       {"--repeat", session.repeat != 1},
       {"--gap", session.gap.has_value()},
       {"--edge", options.edge},
       {"--over-nerve", options.over_nerve},
       {"--salicylate", options.salicylate}}};
  for (const auto& [flag, given] : local) {
    if (given) {
      return tl::unexpected(no_such_flag(flag, "this form cools the whole body"));
    }
  }
  const bool is_bath = std::holds_alternative<applicator::Immersion>(form.source);
  if (!options.nitrogen_room.empty() &&
      !std::holds_alternative<applicator::Cryosauna>(form.source)) {
    return tl::unexpected(no_such_flag("--nitrogen-room", "this form uses no nitrogen"));
  }
  if (!is_bath && options.immersed) {
    return tl::unexpected(no_such_flag("--immersed", "this form is no bath"));
  }
  if (!is_bath && options.held) {
    return tl::unexpected(no_such_flag("--held", "this form is no bath"));
  }
  return {};
}

Expected<double> minutes_of(std::string_view flag, double minutes, double least) {
  // A day is the longest that is taken for meant.
  constexpr double most = 1440.0;
  if (!(minutes >= least && minutes <= most)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, std::string{flag},
                                fmt::format("{:g}", minutes),
                                fmt::format("a time in minutes ({:g} to {:g})", least, most), ""});
  }
  return minutes * quantity::seconds_per_minute;
}

Expected<std::optional<double>> temperature_of(std::string_view flag, const std::string& text) {
  if (text.empty()) {
    return std::optional<double>{};
  }
  const auto celsius = quantity::parse_temperature(text);
  if (!celsius) {
    return tl::unexpected(at_flag(flag, celsius.error()));
  }
  return std::optional{*celsius};
}

/// The flag behind a place in a form.
std::string flag_of(const std::string& place) {
  return place == "air speed" ? "--air-speed" : "--" + place;
}

/// The form as the flags set it: its display, the gas at the skin, its air.
Expected<applicator::WholeBodyForm> as_set(const SimulateOptions& options,
                                           const applicator::WholeBodyForm& form) {
  const auto displayed = temperature_of("--temperature", options.session.temperature);
  const auto gas = temperature_of("--gas", options.gas);
  for (const auto* read : {&displayed, &gas}) {
    if (!*read) {
      return tl::unexpected(read->error());
    }
  }
  Expected<applicator::WholeBodyForm> set = form;
  if (*gas) {
    set = applicator::with_gas(form, **gas, *displayed);
  } else if (*displayed) {
    set = applicator::with_temperature(form, **displayed);
  }
  if (set && options.air_speed) {
    set = applicator::with_air_speed(applicator::WholeBodyForm{*set}, *options.air_speed);
  }
  return set.map_error([](const Error& error) { return at_flag(flag_of(error.place), error); });
}

Expected<void> set_times(simulation::BodySession& session, const SessionOptions& options) {
  constexpr double shortest = 0.05;
  const double minute = quantity::seconds_per_minute;
  const auto duration =
      minutes_of("--minutes", options.minutes.value_or(session.duration / minute), shortest);
  const auto after = minutes_of("--after", options.after.value_or(session.after / minute), 0.0);
  for (const auto* read : {&duration, &after}) {
    if (!*read) {
      return tl::unexpected(read->error());
    }
  }
  session.duration = *duration;
  session.after = *after;
  return {};
}

Expected<void> set_clothes(simulation::BodySession& session, const SimulateOptions& options) {
  // From nothing to what is worn outdoors in a hard winter.
  constexpr double most_clo = 3.0;
  if (!options.clothes) {
    return {};
  }
  if (!(*options.clothes >= 0.0 && *options.clothes <= most_clo)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "--clothes",
                                fmt::format("{:g}", *options.clothes),
                                fmt::format("clothes in clo (0 to {:g})", most_clo), ""});
  }
  if (session.after == 0.0) {
    return tl::unexpected(no_such_flag("--clothes", "nothing after the exit is simulated"));
  }
  session.clothing_after = *options.clothes * facts::value(facts::id::thermoregulation::clo);
  return {};
}

Expected<void> set_place(simulation::BodySession& session, const SimulateOptions& options) {
  if (!options.session.room.empty()) {
    const auto room = quantity::parse_temperature(options.session.room);
    if (!room) {
      return tl::unexpected(at_flag("--room", room.error()));
    }
    session.room_temperature = *room;
  }
  if (options.immersed) {
    const auto immersed = simulation::immersed_from(*options.immersed, "--immersed");
    if (!immersed) {
      return tl::unexpected(immersed.error());
    }
    session.immersed = *immersed;
  }
  session.bath_is_held = options.held;
  return {};
}

Expected<simulation::BodySession> session_of(const SimulateOptions& options,
                                             const applicator::WholeBodyForm& form) {
  const auto chosen = as_set(options, form);
  if (!chosen) {
    return tl::unexpected(chosen.error());
  }
  simulation::BodySession session = simulation::usual_body_session(*chosen);
  if (auto timed = set_times(session, options.session); !timed) {
    return tl::unexpected(timed.error());
  }
  for (const auto& done : {set_place(session, options), set_clothes(session, options)}) {
    if (!done) {
      return tl::unexpected(done.error());
    }
  }
  if (auto sound = simulation::check(session); !sound) {
    const bool is_room = sound.error().place == "session.room_temperature";
    return tl::unexpected(at_flag(is_room ? "--room" : "--minutes", sound.error()));
  }
  return session;
}

std::optional<injury::RaynaudSeverity> severity_of(const SimulateOptions& options) {
  using injury::RaynaudSeverity;
  if (!options.raynaud) {
    return std::nullopt;
  }
  if (*options.raynaud == "mild") {
    return RaynaudSeverity::mild;
  }
  return *options.raynaud == "moderate" ? RaynaudSeverity::moderate : RaynaudSeverity::severe;
}

/// The room of a cryosauna, closed and without a leak; `coldplan oxygen` takes the others.
Expected<planning::BodyCircumstances> circumstances_of(const SimulateOptions& options) {
  planning::BodyCircumstances circumstances;
  circumstances.raynaud = severity_of(options);
  if (options.nitrogen_room.empty()) {
    return circumstances;
  }
  const auto volume = quantity::parse_volume(options.nitrogen_room);
  if (!volume) {
    return tl::unexpected(at_flag("--nitrogen-room", volume.error()));
  }
  const auto checked = within("--nitrogen-room", options.nitrogen_room, *volume, allowed_room);
  if (!checked) {
    return tl::unexpected(checked.error());
  }
  applicator::NitrogenRoom room;
  room.volume = *checked;
  room.session = applicator::usual_session_nitrogen();
  circumstances.nitrogen = room;
  return circumstances;
}

}  // namespace

Expected<std::string> run_simulate_body(const SimulateOptions& options,
                                        const applicator::WholeBodyForm& form) {
  if (auto fit = check_flags(options, form); !fit) {
    return tl::unexpected(fit.error());
  }
  const auto session = session_of(options, form);
  if (!session) {
    return tl::unexpected(session.error());
  }
  const auto person = person_of(options);
  if (!person) {
    return tl::unexpected(person.error());
  }
  const auto units = options.us_units ? quantity::UnitSystem::us : quantity::UnitSystem::metric;
  auto outcome = planning::predict_body(*person, *session, units);
  if (!outcome) {
    return tl::unexpected(outcome.error());
  }
  const auto circumstances = circumstances_of(options);
  if (!circumstances) {
    return tl::unexpected(circumstances.error());
  }
  auto hazards = planning::body_hazards(*person, *session, units, *circumstances);
  if (!hazards) {
    return tl::unexpected(hazards.error());
  }
  outcome->hazards = std::move(*hazards);
  if (options.picture) {
    const auto written = drawing::write_picture(*options.picture, report::body_picture(*outcome));
    if (!written) {
      return tl::unexpected(written.error());
    }
  }
  return options.json ? json_text(report::body_json(*outcome)) : report::body_text(*outcome);
}

}  // namespace coldplan::app
