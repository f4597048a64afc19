#include "coldplan/evidence/bias_rules.h"

#include <algorithm>

#include "coldplan/evidence/evidence_texts.h"
#include "coldplan/evidence/json_fields.h"

namespace coldplan::evidence {
namespace {

using nlohmann::json;

std::vector<BiasRule> part_of(const json& rows) {
  std::vector<BiasRule> part;
  for (const json& row : rows) {
    part.push_back({row.at("all").get<std::map<std::string, std::vector<std::string>>>(),
                    judgement_named(row.at("judgement").get<std::string>()).value()});
  }
  return part;
}

Judgement first_that_holds(const BiasRules& rules, const std::vector<BiasRule>& part,
                           const Signals& answers) {
  const auto answer_to = [&](const std::string& question) -> std::string {
    const auto given = answers.find(question);
    if (given == answers.end()) {
      return "NI";
    }
    const auto folded = rules.folded.find(given->second);
    return folded == rules.folded.end() ? given->second : folded->second;
  };
  const auto holds = [&](const BiasRule& rule) {
    return std::all_of(rule.all.begin(), rule.all.end(), [&](const auto& condition) {
      const auto& accepted = condition.second;
      return std::find(accepted.begin(), accepted.end(), answer_to(condition.first)) !=
             accepted.end();
    });
  };
  return std::find_if(part.begin(), part.end(), holds)->judgement;
}

}  // namespace

BiasRules read_bias_rules() {
  const json document = json::parse(judgement_rules_text()).at("rob2");
  BiasRules rules;
  for (std::size_t i = 0; i < domain_count; ++i) {
    const json& row = document.at("domains").at(i);
    rules.domains[i] = {row.at("id"), row.at("name"), words_of(row, "signals"), {}};
    for (const json& part : row.at("parts")) {
      rules.domains[i].parts.push_back(part_of(part));
    }
  }
  rules.folded = document.at("fold").get<std::map<std::string, std::string>>();
  rules.some_concerns_that_make_high = document.at("some_concerns_that_make_high");
  return rules;
}

Judgement judge(const BiasRules& rules, const BiasDomain& domain, const Signals& answers) {
  Judgement worst = Judgement::low;
  for (const auto& part : domain.parts) {
    worst = std::max(worst, first_that_holds(rules, part, answers));
  }
  return worst;
}

Judgement judge_overall(const BiasRules& rules,
                        const std::array<std::optional<DomainJudgement>, domain_count>& domains) {
  std::size_t concerns = 0;
  for (const auto& domain : domains) {
    const Judgement judgement = domain ? domain->judgement : Judgement::some_concerns;
    if (judgement == Judgement::high) {
      return Judgement::high;
    }
    concerns += judgement == Judgement::some_concerns ? 1 : 0;
  }
  return concerns >= rules.some_concerns_that_make_high ? Judgement::high
         : concerns > 0                                 ? Judgement::some_concerns
                                                        : Judgement::low;
}

}  // namespace coldplan::evidence
