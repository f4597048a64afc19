#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/evidence/records.h"

/// RoB 2 as rules in data (data/evidence/judgement_rules.json). Sterne JAC et al. BMJ
/// 2019;366:l4898.
namespace coldplan::evidence {

/// Answers to signalling questions by their number, "1.1": Y, PY, PN, N or NI.
using Signals = std::map<std::string, std::string>;

struct BiasRule {
  std::map<std::string, std::vector<std::string>> all;  ///< question: the answers that it holds for
  Judgement judgement = Judgement::some_concerns;
};

struct BiasDomain {
  std::string id;
  std::string name;
  std::vector<std::string> signals;
  std::vector<std::vector<BiasRule>> parts;  ///< in each the first rule that holds decides
};

struct BiasRules {
  std::array<BiasDomain, domain_count> domains;
  std::map<std::string, std::string> folded;  ///< "PY" counts as "Y"
  std::size_t some_concerns_that_make_high = 0;
};

[[nodiscard]] BiasRules read_bias_rules();

/// What the answers make of a domain: the worst of its parts. A question without an answer counts
/// as "NI", no information.
[[nodiscard]] Judgement judge(const BiasRules& rules, const BiasDomain& domain,
                              const Signals& answers);

/// The whole trial by its domains: low if all are low; high if any is, or if many raise concerns.
/// Domains that were not judged count as some concerns.
[[nodiscard]] Judgement judge_overall(
    const BiasRules& rules,
    const std::array<std::optional<DomainJudgement>, domain_count>& domains);

}  // namespace coldplan::evidence
