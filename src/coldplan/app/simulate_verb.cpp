#include "coldplan/app/simulate_verb.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/session_flags.h"
#include "coldplan/app/simulate_body.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/planning/consequences.h"
#include "coldplan/report/comparison_json.h"
#include "coldplan/report/comparison_picture.h"
#include "coldplan/report/consequences_text.h"
#include "coldplan/report/session_text.h"

namespace coldplan::app {
namespace {

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

/// The answer as text or JSON, the edge of the cold added if it is asked for.
Expected<std::string> answer_of(const planning::Comparison& comparison,
                                const person::Person& person, const simulation::Session& session,
                                const SimulateOptions& options) {
  std::vector<planning::EdgeRow> edge;
  if (options.edge) {
    auto rows = planning::edge_rows(person, session);
    if (!rows) {
      return tl::unexpected(at_flag("--edge", rows.error()));
    }
    edge = std::move(*rows);
  }
  const auto consequences = planning::consequences(person, session, comparison.units,
                                                   {options.over_nerve, options.salicylate});
  if (!consequences) {
    return tl::unexpected(consequences.error());
  }
  if (options.json) {
    nlohmann::ordered_json json = report::comparison_json(comparison);
    json["consequences"] = report::consequences_json(*consequences);
    for (const planning::EdgeRow& row : edge) {
      json["edge"].push_back(
          {{"tissue", row.name}, {"warmer_K", row.warmer}, {"minute", row.time / 60.0}});
    }
    return json_text(json);
  }
  std::string text = report::session_text(comparison, *consequences, options.details);
  return edge.empty() ? text : text + report::edge_text(edge, comparison.units);
}

/// The first flag given that is for the whole body alone; empty where there is none.
std::string_view flag_of_whole_body(const SimulateOptions& options) {
  if (options.held) {
    return "--held";
  }
  if (options.immersed) {
    return "--immersed";
  }
  if (options.clothes) {
    return "--clothes";
  }
  if (options.raynaud) {
    return "--raynaud";
  }
  if (!options.nitrogen_room.empty()) {
    return "--nitrogen-room";
  }
  return !options.gas.empty() ? "--gas" : options.air_speed ? "--air-speed" : "";
}

}  // namespace

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
  if (const auto whole = applicator::whole_body_form(options.session.form);
      whole && !options.session.device) {
    return run_simulate_body(options, *whole);
  }
  if (const std::string_view flag = flag_of_whole_body(options); !flag.empty()) {
    return tl::unexpected(Error{ErrorCode::conflict, std::string{flag}, "", "",
                                "leave it out: this form does not cool the whole body"});
  }
  const auto session = session_of(options.session);
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
  return answer_of(*comparison, *person, *session, options);
}

}  // namespace coldplan::app
