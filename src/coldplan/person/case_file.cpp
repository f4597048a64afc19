#include "coldplan/person/case_file.h"

#include <array>
#include <cstddef>
#include <ratio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/person/case_schema.h"
#include "coldplan/person/file_values.h"
#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"

namespace coldplan::person {
namespace {

using nlohmann::json;

constexpr std::array<Word<Sex>, 2> sexes{{{"female", Sex::female}, {"male", Sex::male}}};
constexpr std::array<Word<PainKind>, 5> pain_kinds{
    {{"acute", PainKind::acute},
     {"subacute", PainKind::subacute},
     {"chronic", PainKind::chronic},
     {"post_surgical", PainKind::post_surgical},
     {"disc_herniation", PainKind::disc_herniation}}};
constexpr std::array<Word<PainCause>, 4> pain_causes{{{"strain", PainCause::strain},
                                                      {"sprain", PainCause::sprain},
                                                      {"other_injury", PainCause::other_injury},
                                                      {"unknown", PainCause::unknown}}};
constexpr std::array<Word<FlagAnswer>, 3> flag_answers{
    {{"yes", FlagAnswer::yes}, {"no", FlagAnswer::no}, {"unsure", FlagAnswer::unsure}}};
constexpr std::array<Word<quantity::UnitSystem>, 2> unit_systems{
    {{"us", quantity::UnitSystem::us}, {"metric", quantity::UnitSystem::metric}}};
constexpr std::array<Word<TargetTissue>, 4> target_tissues{
    {{"skin", TargetTissue::skin},
     {"muscle", TargetTissue::muscle},
     {"facet_joint", TargetTissue::facet_joint},
     {"disc", TargetTissue::disc}}};

template <typename T>
std::optional<T> optional_value(const json& object, const char* key) {
  return object.contains(key) ? std::optional<T>{object.at(key).get<T>()} : std::nullopt;
}

template <typename T, std::size_t n>
std::optional<T> optional_meaning(const json& object, const char* key,
                                  const std::array<Word<T>, n>& table) {
  return object.contains(key) ? std::optional<T>{meaning(object.at(key), table)} : std::nullopt;
}

template <typename T>
T value_or_empty(const json& object, const char* key) {
  return object.contains(key) ? object.at(key).get<T>() : T{};
}

std::optional<double> millimetres(const json& object, const char* key) {
  const auto given = optional_value<double>(object, key);
  return given ? std::optional{metric<std::milli>(*given)} : std::nullopt;
}

Person person_from(const json& object) {
  Person person;
  person.sex = meaning(object.at("sex"), sexes);
  person.age = object.at("age").get<double>();
  person.height = object.contains("height_cm")
                      ? metric<std::centi>(object.at("height_cm").get<double>())
                      : quantity::metres_from_inches(object.at("height_in").get<double>());
  person.weight = object.contains("weight_kg")
                      ? object.at("weight_kg").get<double>()
                      : quantity::kilograms_from_pounds(object.at("weight_lb").get<double>());
  person.lumbar_skinfold = millimetres(object, "lumbar_skinfold_mm");
  person.lumbar_fat = millimetres(object, "lumbar_fat_mm");
  return person;
}

History history_from(const json& object) {
  History history;
  if (object.contains("blood_pressure_mmHg")) {
    const json& pair = object.at("blood_pressure_mmHg");
    history.blood_pressure = BloodPressure{pair.at(0).get<double>(), pair.at(1).get<double>()};
  }
  history.medicines = value_or_empty<std::vector<std::string>>(object, "medicines");
  const json answers = object.value("answers", json::object());
  for (const auto& [id, answer] : answers.items()) {
    if (answer.is_number()) {
      history.numbers[id] = answer.get<double>();
    } else {
      history.answers[id] = answer.get<std::string>();
    }
  }
  for (const json& given : object.value("agreements", json::array())) {
    history.agreements.push_back(
        {given.at("rule").get<std::string>(), given.at("who").get<std::string>(),
         given.at("date").get<std::string>(), optional_value<std::string>(given, "until")});
  }
  return history;
}

Pain pain_from(const json& object) {
  Pain pain;
  pain.kind = optional_meaning(object, "kind", pain_kinds);
  pain.cause = optional_meaning(object, "cause", pain_causes);
  pain.weeks = optional_value<double>(object, "weeks");
  pain.radiating = optional_value<bool>(object, "radiating");
  pain.intensity_nrs = optional_value<int>(object, "intensity_nrs");
  const json flags = object.value("red_flags", json::object());
  for (const auto& [id, flag] : flags.items()) {
    pain.red_flags[id] = {meaning(flag.at("answer"), flag_answers),
                          value_or_empty<std::vector<std::string>>(flag, "signs"),
                          optional_value<std::string>(flag, "reviewed")};
  }
  return pain;
}

WishedGoal goal_from(const json& object) {
  return {optional_meaning(object, "target", target_tissues),
          optional_value<double>(object, "degrees"),
          optional_value<double>(object, "dull_minutes")};
}

Wishes wishes_from(const json& object) {
  Wishes wishes;
  wishes.forms = value_or_empty<std::vector<std::string>>(object, "forms");
  wishes.home_only = optional_value<bool>(object, "home_only");
  wishes.budget_per_month = optional_value<double>(object, "budget_per_month");
  wishes.uses_per_week = optional_value<double>(object, "uses_per_week");
  wishes.owned = value_or_empty<std::vector<std::string>>(object, "owned");
  wishes.prices = value_or_empty<std::map<std::string, double>>(object, "prices");
  wishes.travel_per_visit =
      optional_value<double>(object.value("travel", json::object()), "dollars_per_visit");
  wishes.units = optional_meaning(object, "units", unit_systems);
  wishes.goal = goal_from(object.value("goal", json::object()));
  return wishes;
}

/// Height and weight may each be possible and yet not belong together.
std::optional<Error> implausible_build(const Person& person, const json& schema) {
  const json& rule = schema.at("properties").at("person").at("x-body-mass-index");
  const double index = body_mass_index(person);
  if (index >= rule.at("minimum").get<double>() && index <= rule.at("maximum").get<double>()) {
    return std::nullopt;
  }
  return Error{ErrorCode::conflict, "person", fmt::format("{:.1f}", index), accepted(rule),
               "check height and weight"};
}

const json& case_schema() {
  static const json schema = json::parse(case_schema_text());
  return schema;
}

}  // namespace

Expected<Case> read_case(std::string_view json_text) {
  const Expected<json> document = parse_json(json_text);
  if (!document) {
    return tl::unexpected(document.error());
  }
  if (const auto found = violation(*document, case_schema())) {
    return tl::unexpected(*found);
  }
  const json& person = document->at("person");
  Case read{person_from(person), history_from(person),
            pain_from(document->value("pain", json::object())),
            wishes_from(document->value("wishes", json::object()))};
  if (const auto found = implausible_build(read.person, case_schema())) {
    return tl::unexpected(*found);
  }
  return read;
}

}  // namespace coldplan::person
