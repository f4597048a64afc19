#include "coldplan/planning/care_numbers.h"

#include <nlohmann/json.hpp>

#include "coldplan/evidence/json_fields.h"
#include "coldplan/planning/planning_texts.h"

namespace coldplan::planning {
namespace {

using evidence::number_of;
using evidence::text_of;
using evidence::words_of;
using nlohmann::json;

StageLimits limits_of(const json& object) {
  return {object.at("acute_below_weeks"), object.at("chronic_above_weeks"),
          object.at("older_from_age"), words_of(object, "source")};
}

ResponderRule responder_of(const json& object) {
  return {object.at("points"), object.at("share"), object.at("share_alone_below"),
          words_of(object, "source"), text_of(object, "read_as")};
}

TrialNumbers trial_of(const json& object) {
  return {text_of(object, "id"),       words_of(object, "families"),
          object.at("weeks"),          object.at("occasions").get<std::array<int, 2>>(),
          object.at("decision_point"), words_of(object, "source"),
          text_of(object, "read_as")};
}

WholePlanNumbers whole_plan_of(const json& object) {
  return {object.at("weeks"),          object.at("function_share"), object.at("function_week"),
          object.at("function_point"), object.at("review_point"),   words_of(object, "source"),
          text_of(object, "read_as")};
}

}  // namespace

CareNumbers read_care_numbers() {
  const json data = json::parse(care_text());
  CareNumbers numbers{limits_of(data.at("limits")),
                      responder_of(data.at("responder")),
                      {},
                      whole_plan_of(data.at("whole_plan")),
                      {},
                      {}};
  for (const json& each : data.at("trials")) {
    numbers.trials.push_back(trial_of(each));
  }
  for (const json& each : data.at("stages")) {
    numbers.stages.push_back({text_of(each, "id"), number_of<double>(each, "review_weeks"),
                              text_of(each, "provider_need")});
  }
  for (const json& each : data.at("core_kinds")) {
    numbers.core_kinds.push_back(
        {text_of(each, "stage"), text_of(each, "text"), words_of(each, "kinds")});
  }
  return numbers;
}

}  // namespace coldplan::planning
