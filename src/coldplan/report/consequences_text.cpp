#include "coldplan/report/consequences_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "coldplan/report/json_numbers.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using effect::OutcomeId;
using nlohmann::ordered_json;
using planning::Consequences;

/// What a reader is told first; all else with `all`.
constexpr std::array told_first{OutcomeId::prick_dulled,
                                OutcomeId::prick_dulled_after,
                                OutcomeId::pressure_threshold,
                                OutcomeId::pressure_dulled_after,
                                OutcomeId::numb,
                                OutcomeId::nerve_velocity,
                                OutcomeId::muscle_metabolism,
                                OutcomeId::holding_force,
                                OutcomeId::fast_force};

std::string item(std::string_view text) {
  return wrap(fmt::format("- {}", text), "  ");
}

std::string effects_text(const Consequences& found, bool all) {
  std::string text;
  for (const planning::EffectRow& row : found.effects) {
    if (all || std::find(told_first.begin(), told_first.end(), row.id) != told_first.end()) {
      text += item(row.sentence);
      text +=
          all ? wrap(fmt::format("Rests on: {}", effect::kind_of(row.id).rests_on), "    ") : "";
    }
  }
  return text;
}

/// The depth stands under the table of tissues; the grade of what did not freeze in any draw adds
/// nothing to how near freezing came.
bool is_told_already(const planning::HazardRow& row) {
  return row.hazard == injury::Hazard::frozen_depth ||
         (row.passed_share == 0.0 && row.hazard == injury::Hazard::frost_grade);
}

std::string nerve_line(std::span<const planning::HazardRow> hazards) {
  const bool has_nerve = std::any_of(hazards.begin(), hazards.end(), [](const auto& row) {
    return row.hazard == injury::Hazard::nerve_warning;
  });
  return has_nerve ? item(
                         "The nerve of these lines is taken right under the skin, the shallowest "
                         "that one can "
                         "lie; how deep the nerves of the lower back run was not found.")
                   : "";
}

std::string rows_text(std::span<const planning::HazardRow> hazards, bool all) {
  std::string text;
  for (const planning::HazardRow& row : hazards) {
    if (!all && is_told_already(row)) {
      continue;
    }
    text += item(row.when.empty() ? row.sentence : row.sentence + ' ' + row.when);
    text += all ? wrap(fmt::format("Rests on: {}", injury::info(row.hazard).rests_on), "    ") : "";
  }
  return text + nerve_line(hazards);
}

std::string without_number_text(const Consequences& found, bool all) {
  std::string text;
  for (const effect::Direction& direction : found.directions) {
    text += item(all ? fmt::format("{} No number: {}", direction.sentence, direction.why)
                     : direction.sentence);
  }
  return text;
}

std::string statements_text(std::span<const injury::Statement> statements, bool all) {
  std::string text;
  for (const injury::Statement& statement : statements) {
    text += item(all && !statement.why.empty()
                     ? fmt::format("{} No number: {}", statement.text, statement.why)
                     : statement.text);
  }
  return text;
}

ordered_json interval_json(const planning::Interval& interval) {
  return {{"median", rounded(interval.median)},
          {"p05", rounded(interval.p05)},
          {"p95", rounded(interval.p95)}};
}

ordered_json passing_json(const std::optional<injury::Passing>& passing) {
  if (!passing) {
    return nullptr;
  }
  constexpr double minute = 60.0;
  return {{"share_of_draws", rounded(passing->share)},
          {"one_in_twenty_minute", number_or_null(passing->earliest, minute)},
          {"half_minute", number_or_null(passing->half, minute)},
          {"followed_minutes", number_or_null(std::optional{passing->horizon}, minute)}};
}

}  // namespace

std::string consequences_text(const Consequences& found, bool all) {
  std::string text;
  if (!found.effects.empty()) {
    text += "What it does, with 5 to 95 % of the draws; none of it is relief:\n" +
            effects_text(found, all) + "Only a direction is known of:\n" +
            without_number_text(found, all);
  }
  return text + hazards_text(found.hazards, found.statements, all);
}

std::string hazards_text(std::span<const planning::HazardRow> hazards,
                         std::span<const injury::Statement> statements, bool all) {
  return "How near it comes to harm:\n" + rows_text(hazards, all) +
         statements_text(statements, all);
}

ordered_json hazards_json(std::span<const planning::HazardRow> hazards,
                          std::span<const injury::Statement> statements) {
  ordered_json json{{"hazards", ordered_json::array()}, {"statements", ordered_json::array()}};
  for (const planning::HazardRow& row : hazards) {
    const injury::HazardInfo& info = injury::info(row.hazard);
    json["hazards"].push_back({{"id", info.id},
                               {"unit", info.unit},
                               {"value", interval_json(row.interval)},
                               {"passed_share_of_draws", rounded(row.passed_share)},
                               {"had_it_gone_on", passing_json(row.passing)},
                               {"sentence", row.sentence},
                               {"rests_on", info.rests_on}});
  }
  for (const injury::Statement& statement : statements) {
    json["statements"].push_back({{"id", statement.id},
                                  {"text", statement.text},
                                  {"why", statement.why},
                                  {"source", statement.source}});
  }
  return json;
}

ordered_json consequences_json(const Consequences& found) {
  ordered_json json{{"effects", ordered_json::array()}, {"no_number", ordered_json::array()}};
  for (const planning::EffectRow& row : found.effects) {
    const effect::OutcomeKind& kind = effect::kind_of(row.id);
    json["effects"].push_back({{"id", kind.name},
                               {"unit", kind.unit},
                               {"value", interval_json(row.interval)},
                               {"sentence", row.sentence},
                               {"rests_on", kind.rests_on}});
  }
  for (const effect::Direction& direction : found.directions) {
    json["no_number"].push_back({{"id", direction.id},
                                 {"sentence", direction.sentence},
                                 {"why", direction.why},
                                 {"source", direction.source}});
  }
  json.update(hazards_json(found.hazards, found.statements));
  return json;
}

}  // namespace coldplan::report
