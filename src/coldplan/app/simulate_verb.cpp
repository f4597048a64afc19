#include "coldplan/app/simulate_verb.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/applicator/forms.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/report/comparison_json.h"
#include "coldplan/report/comparison_picture.h"
#include "coldplan/report/session_text.h"

namespace coldplan::app {
namespace {

/// Longest session or follow-up that is taken for meant [min]: a day.
constexpr double longest_minutes = 1440.0;

Error at_flag(std::string_view flag, Error error) {
  error.place = flag;
  return error;
}

/// The flag behind a place in the case file.
std::string flag_of(const std::string& place) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> flags{{
      {"person.age", "--age"},
      {"person.sex", "--sex"},
      {"person.height_cm", "--height"},
      {"person.weight_kg", "--weight"},
      {"person.lumbar_skinfold_mm", "--skinfold"},
      {"person.lumbar_fat_mm", "--fat"},
  }};
  for (const auto& [key, flag] : flags) {
    if (place == key) {
      return std::string{flag};
    }
  }
  return place == "person" ? "--height and --weight" : place;
}

/// Adds a length or mass given with its unit to the case, in the unit of its key.
Expected<void> add_measure(nlohmann::json& person, std::string_view flag, const std::string& text,
                           const std::string& key, double per_si_unit,
                           Expected<double> (*parse)(std::string_view)) {
  if (text.empty()) {
    return {};
  }
  const auto value = parse(text);
  if (!value) {
    return tl::unexpected(at_flag(flag, value.error()));
  }
  person[key] = *value * per_si_unit;
  return {};
}

Expected<person::Person> person_of(const SimulateOptions& options) {
  constexpr double cm_per_m = 100.0;
  constexpr double mm_per_m = 1000.0;
  nlohmann::json person{{"sex", options.sex}};
  if (options.age) {
    // A whole number is written as one, so that an error shows what was typed.
    constexpr double many = 1e9;
    const bool is_whole = std::abs(*options.age) < many && std::trunc(*options.age) == *options.age;
    if (is_whole) {
      person["age"] = static_cast<std::int64_t>(*options.age);
    } else {
      person["age"] = *options.age;
    }
  }
  for (const auto& added :
       {add_measure(person, "--height", options.height, "height_cm", cm_per_m,
                    quantity::parse_length),
        add_measure(person, "--weight", options.weight, "weight_kg", 1.0, quantity::parse_mass),
        add_measure(person, "--skinfold", options.skinfold, "lumbar_skinfold_mm", mm_per_m,
                    quantity::parse_length),
        add_measure(person, "--fat", options.fat, "lumbar_fat_mm", mm_per_m,
                    quantity::parse_length)}) {
    if (!added) {
      return tl::unexpected(added.error());
    }
  }
  const auto subject = person::read_case(nlohmann::json{{"person", person}}.dump());
  if (!subject) {
    return tl::unexpected(at_flag(flag_of(subject.error().place), subject.error()));
  }
  return subject->person;
}

Expected<double> seconds_of(std::string_view flag, double minutes, double least) {
  if (!(minutes >= least && minutes <= longest_minutes)) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, std::string{flag}, fmt::format("{:g}", minutes),
              fmt::format("a time in minutes ({:g} to {:g})", least, longest_minutes), ""});
  }
  return minutes * 60.0;
}

Expected<applicator::Use> use_of(const SimulateOptions& options, double usual_room) {
  applicator::Use use;
  use.room_temperature = usual_room;
  for (const std::string& word : options.barriers) {
    const auto barrier = applicator::barrier_from(word, "--barrier");
    if (!barrier) {
      return tl::unexpected(barrier.error());
    }
    use.barriers.push_back(*barrier);
  }
  const auto hold = applicator::hold_from(options.hold, "--hold");
  if (!hold) {
    return tl::unexpected(hold.error());
  }
  use.hold = *hold;
  if (!options.room.empty()) {
    constexpr double coldest_room = 0.0;
    constexpr double warmest_room = 45.0;
    const auto room = quantity::parse_temperature(options.room);
    if (!room) {
      return tl::unexpected(at_flag("--room", room.error()));
    }
    if (!(*room >= coldest_room && *room <= warmest_room)) {
      return tl::unexpected(Error{ErrorCode::out_of_range, "--room", options.room,
                                  "a room temperature (0C to 45C)", ""});
    }
    use.room_temperature = *room;
  }
  return use;
}

Expected<simulation::Session> session_of(const SimulateOptions& options) {
  const auto form = applicator::form_from(options.form, "--form");
  if (!form) {
    return tl::unexpected(form.error());
  }
  simulation::Session session = simulation::usual_session(*form);
  constexpr double shortest_session = 0.1;
  const auto duration =
      seconds_of("--minutes", options.minutes.value_or(session.duration / 60.0), shortest_session);
  if (!duration) {
    return tl::unexpected(duration.error());
  }
  const auto after = seconds_of("--after", options.after, 0.0);
  if (!after) {
    return tl::unexpected(after.error());
  }
  const auto use = use_of(options, session.use.room_temperature);
  if (!use) {
    return tl::unexpected(use.error());
  }
  session.duration = *duration;
  session.after = *after;
  session.use = *use;
  return session;
}

}  // namespace

Expected<std::string> run_simulate(const SimulateOptions& options) {
  if (options.age && !std::isfinite(*options.age)) {
    return tl::unexpected(Error{ErrorCode::wrong_type, "--age", fmt::format("{}", *options.age),
                                "a number of years", ""});
  }
  if (options.picture) {
    if (const auto format = drawing::format_of(*options.picture); !format) {
      return tl::unexpected(format.error());
    }
  }
  const auto session = session_of(options);
  if (!session) {
    return tl::unexpected(session.error());
  }
  const auto person = person_of(options);
  if (!person) {
    return tl::unexpected(person.error());
  }
  const auto units = options.us_units ? quantity::UnitSystem::us : quantity::UnitSystem::metric;
  const auto comparison = planning::compare_sessions(*person, {&*session, 1}, units, false);
  if (!comparison) {
    return tl::unexpected(comparison.error());
  }
  if (options.picture) {
    const auto written =
        drawing::write_picture(*options.picture, report::session_picture(*comparison));
    if (!written) {
      return tl::unexpected(written.error());
    }
  }
  return options.json ? json_text(report::comparison_json(*comparison))
                      : report::session_text(*comparison);
}

}  // namespace coldplan::app
