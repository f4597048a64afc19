#include "coldplan/evidence/overrules.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/delimited_text.h"
#include "coldplan/evidence/evidence_texts.h"
#include "coldplan/evidence/json_fields.h"
#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/quantity/nearest_word.h"

namespace coldplan::evidence {
namespace {

using nlohmann::json;

BiasOverrule bias_overrule(const json& given) {
  BiasOverrule overrule{judgement_named(text_of(given, "judgement")), {}, given.at("why")};
  if (given.contains("signals")) {
    overrule.signals = given.at("signals").get<Signals>();
  }
  return overrule;
}

/// Nothing, or that a row's name is none of the known ones.
std::optional<Error> unknown_name(const std::string& place, const std::string& name,
                                  const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), name) != known.end()) {
    return std::nullopt;
  }
  auto mend = quantity::did_you_mean(name, known);
  if (mend.empty()) {
    mend = "`coldplan evidence trials` and `coldplan evidence --json` tell the names";
  }
  return Error{ErrorCode::unknown_name, place, person::shown(std::string_view{name}),
               "a known name", mend};
}

std::optional<Error> foreign_signal(const std::string& place, const json& given,
                                    const BiasDomain& domain) {
  if (!given.contains("signals")) {
    return std::nullopt;
  }
  for (const auto& [signal, answer] : given.at("signals").items()) {
    if (std::find(domain.signals.begin(), domain.signals.end(), signal) == domain.signals.end()) {
      return Error{ErrorCode::unknown_name, fmt::format("{}.signals.{}", place, signal), "", "",
                   fmt::format("{} has the questions {} to {}", domain.id, domain.signals.front(),
                               domain.signals.back())};
    }
  }
  return std::nullopt;
}

Expected<TrialOverrule> trial_overrule(const std::string& place, const json& given,
                                       const BiasRules& rules) {
  TrialOverrule overrule;
  for (std::size_t i = 0; i < domain_count; ++i) {
    const auto& domain = rules.domains[i];
    if (!given.contains(domain.id)) {
      continue;
    }
    if (const auto foreign =
            foreign_signal(fmt::format("{}.{}", place, domain.id), given.at(domain.id), domain)) {
      return tl::unexpected(*foreign);
    }
    overrule.domains[i] = bias_overrule(given.at(domain.id));
  }
  if (given.contains("overall")) {
    overrule.overall = bias_overrule(given.at("overall"));
  }
  return overrule;
}

Error twice(const std::string& place, const std::string& id) {
  return Error{ErrorCode::conflict, place, "", "", "\"" + id + "\" stands twice; leave one out"};
}

/// Nothing, or the first text that would steer a terminal.
std::optional<Error> control_character(const json& value, const std::string& place) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    const bool is_plain = !holds_control(text) && text.find_first_of("\t\n\r") == std::string::npos;
    return is_plain ? std::nullopt
                    : std::optional{Error{ErrorCode::wrong_type, place, "", "",
                                          "it holds a control character; write plain text"}};
  }
  if (value.is_structured()) {
    for (const auto& [key, each] : value.items()) {
      const auto inside = value.is_array() ? fmt::format("{}[{}]", place, key)
                          : place.empty()  ? key
                                           : fmt::format("{}.{}", place, key);
      if (auto fault = control_character(each, inside)) {
        return fault;
      }
    }
  }
  return std::nullopt;
}

template <typename Rows>
std::vector<std::string> ids_of(const Rows& rows) {
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (const auto& row : rows) {
    ids.push_back(row.id);
  }
  return ids;
}

/// Goes through the rows of a list, each by its place and the name that it gives.
template <typename Read>
std::optional<Error> each_row(const json& document, const char* list, const char* key,
                              const std::vector<std::string>& known, const Read& read) {
  if (!document.contains(list)) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < document.at(list).size(); ++i) {
    const json& row = document.at(list).at(i);
    const auto place = fmt::format("{}[{}]", list, i);
    const std::string name = row.at(key);
    if (auto unknown = unknown_name(fmt::format("{}.{}", place, key), name, known)) {
      return unknown;
    }
    if (auto fault = read(place, name, row)) {
      return fault;
    }
  }
  return std::nullopt;
}

std::string words_for(const std::optional<RiskOfBias>& risk) {
  return risk ? std::string{word(risk->overall)} : "not judged";
}

/// Replaces the judgement of one domain and says so.
void replace(const BiasOverrule& overrule, const BiasRules& rules, std::size_t domain, Trial& trial,
             std::vector<Change>& changes) {
  const auto& rule = rules.domains[domain];
  auto& judged = trial.risk_of_bias->domains[domain];
  const Judgement judgement =
      overrule.judgement ? *overrule.judgement : judge(rules, rule, overrule.signals);
  changes.push_back({fmt::format("{}, {} {}", trial.name, rule.id, rule.name),
                     judged ? std::string{word(judged->judgement)} : "not judged",
                     std::string{word(judgement)}, overrule.why});
  judged = DomainJudgement{judgement, overrule.why};
}

std::optional<Error> add_trial(const BiasRules& rules, Overrules& overrules,
                               const std::string& place, const std::string& id, const json& row) {
  auto read = trial_overrule(place, row, rules);
  if (!read) {
    return read.error();
  }
  if (overrules.trials.contains(id)) {
    return twice(place, id);
  }
  overrules.trials[id] = std::move(*read);
  return std::nullopt;
}

std::optional<Error> add_question(const std::vector<Question>& questions, Overrules& overrules,
                                  const std::string& place, const std::string& id,
                                  const json& row) {
  if (overrules.questions.contains(id)) {
    return twice(place, id);
  }
  const auto question = std::find_if(questions.begin(), questions.end(),
                                     [&](const Question& each) { return each.id == id; });
  if (!question->indirectness) {
    return Error{ErrorCode::conflict, place + ".question", "\"" + id + "\"", "a graded question",
                 "a sensitivity analysis has no certainty of its own"};
  }
  for (const auto& [domain, step] : row.items()) {
    if (step.is_object()) {
      overrules.questions[id][domain] = {step.at("steps"), step.at("why")};
    }
  }
  return std::nullopt;
}

}  // namespace

Expected<Overrules> read_overrules(std::string_view json_text, const std::vector<Trial>& trials,
                                   const std::vector<Question>& questions) {
  const auto document = person::parse_json(json_text);
  if (!document) {
    return tl::unexpected(document.error());
  }
  static const json schema = json::parse(judgements_schema_text());
  if (const auto found = person::violation(*document, schema)) {
    return tl::unexpected(*found);
  }
  if (const auto fault = control_character(*document, "")) {
    return tl::unexpected(*fault);
  }
  Overrules overrules{document->at("by"), {}, {}};
  const auto of_trial = [&overrules, rules = read_bias_rules()](const auto&... row) {
    return add_trial(rules, overrules, row...);
  };
  const auto of_question = [&](const auto&... row) {
    return add_question(questions, overrules, row...);
  };
  if (const auto fault = each_row(*document, "trials", "trial", ids_of(trials), of_trial)) {
    return tl::unexpected(*fault);
  }
  if (const auto fault =
          each_row(*document, "questions", "question", ids_of(questions), of_question)) {
    return tl::unexpected(*fault);
  }
  return overrules;
}

std::vector<Change> apply(const Overrules& overrules, const BiasRules& rules,
                          std::vector<Trial>& trials) {
  std::vector<Change> changes;
  for (Trial& trial : trials) {
    const auto found = overrules.trials.find(trial.id);
    if (found == overrules.trials.end()) {
      continue;
    }
    const std::string before = words_for(trial.risk_of_bias);
    if (!trial.risk_of_bias) {
      trial.risk_of_bias = RiskOfBias{"RoB 2", {}, Judgement::high, "judged by the reader"};
    }
    for (std::size_t i = 0; i < domain_count; ++i) {
      if (const auto& overrule = found->second.domains[i]) {
        replace(*overrule, rules, i, trial, changes);
      }
    }
    const auto& whole = found->second.overall;
    trial.risk_of_bias->overall = whole && whole->judgement
                                      ? *whole->judgement
                                      : judge_overall(rules, trial.risk_of_bias->domains);
    changes.push_back({trial.name + ", overall", before, words_for(trial.risk_of_bias),
                       whole ? whole->why : "made anew by the rules from its domains"});
  }
  return changes;
}

}  // namespace coldplan::evidence
