#include "coldplan/evidence/bias_rules.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::evidence {
namespace {

/// A line of the rules as rob_grade_rules.json words them.
struct Example {
  std::size_t domain = 0;
  Signals answers;
  Judgement judgement = Judgement::low;
};

class BiasRulesOfADomain : public testing::TestWithParam<Example> {};

TEST_P(BiasRulesOfADomain, AreThoseOfTheTool) {
  const BiasRules rules = read_bias_rules();
  const Example& example = GetParam();
  EXPECT_EQ(judge(rules, rules.domains.at(example.domain), example.answers), example.judgement);
}

constexpr auto low = Judgement::low;
constexpr auto some = Judgement::some_concerns;
constexpr auto high = Judgement::high;

INSTANTIATE_TEST_SUITE_P(
    Lines, BiasRulesOfADomain,
    testing::Values(
        Example{0, {{"1.2", "N"}, {"1.1", "Y"}, {"1.3", "N"}}, high},
        Example{0, {{"1.2", "NI"}, {"1.3", "Y"}}, high},
        Example{0, {{"1.2", "PY"}, {"1.1", "NI"}, {"1.3", "PN"}}, low},
        Example{0, {{"1.2", "NI"}, {"1.3", "N"}}, some},
        Example{0, {{"1.2", "Y"}, {"1.1", "N"}, {"1.3", "N"}}, some},
        Example{1, {{"2.1", "N"}, {"2.2", "PN"}, {"2.6", "Y"}}, low},
        Example{1, {{"2.1", "Y"}, {"2.3", "N"}, {"2.6", "Y"}}, low},
        Example{1, {{"2.1", "Y"}, {"2.3", "NI"}, {"2.6", "Y"}}, some},
        Example{1, {{"2.1", "Y"}, {"2.3", "Y"}, {"2.4", "N"}, {"2.6", "Y"}}, some},
        Example{1, {{"2.1", "Y"}, {"2.3", "Y"}, {"2.4", "Y"}, {"2.5", "Y"}, {"2.6", "Y"}}, some},
        Example{1, {{"2.1", "Y"}, {"2.3", "Y"}, {"2.4", "NI"}, {"2.5", "N"}, {"2.6", "Y"}}, high},
        Example{1, {{"2.1", "N"}, {"2.2", "N"}, {"2.6", "N"}, {"2.7", "N"}}, some},
        Example{1, {{"2.1", "N"}, {"2.2", "N"}, {"2.6", "N"}, {"2.7", "Y"}}, high},
        Example{2, {{"3.1", "Y"}}, low}, Example{2, {{"3.1", "N"}, {"3.2", "Y"}}, low},
        Example{2, {{"3.1", "N"}, {"3.2", "N"}, {"3.3", "N"}}, low},
        Example{2, {{"3.1", "N"}, {"3.3", "Y"}, {"3.4", "N"}}, some},
        Example{2, {{"3.1", "N"}, {"3.3", "Y"}, {"3.4", "NI"}}, high},
        Example{3, {{"4.1", "Y"}}, high}, Example{3, {{"4.1", "N"}, {"4.2", "Y"}}, high},
        Example{3, {{"4.1", "N"}, {"4.2", "N"}, {"4.3", "N"}}, low},
        Example{3, {{"4.1", "N"}, {"4.2", "NI"}, {"4.3", "N"}}, some},
        Example{3, {{"4.1", "N"}, {"4.2", "N"}, {"4.3", "Y"}, {"4.4", "N"}}, low},
        Example{3, {{"4.2", "N"}, {"4.3", "Y"}, {"4.4", "Y"}, {"4.5", "N"}}, some},
        // Cold is felt and pain is told by the person: against no treatment (the rule's own note).
        Example{3, {{"4.1", "N"}, {"4.2", "N"}, {"4.3", "Y"}, {"4.4", "Y"}, {"4.5", "PY"}}, high},
        Example{4, {{"5.1", "Y"}, {"5.2", "N"}, {"5.3", "N"}}, low},
        Example{4, {{"5.1", "Y"}, {"5.2", "Y"}, {"5.3", "N"}}, high},
        Example{4, {{"5.1", "Y"}, {"5.2", "NI"}, {"5.3", "NI"}}, some}));

TEST(BiasRules, CountAnUnansweredQuestionAsNoInformation) {
  const BiasRules rules = read_bias_rules();
  EXPECT_EQ(judge(rules, rules.domains[0], {}), some);
  EXPECT_EQ(judge(rules, rules.domains[2], {}), high);
}

TEST(BiasRules, RateATrialByItsWorstDomainAndByHowManyRaiseConcerns) {
  const BiasRules rules = read_bias_rules();
  const auto trial_of = [](const std::vector<Judgement>& judgements) {
    std::array<std::optional<DomainJudgement>, domain_count> domains;
    for (std::size_t i = 0; i < domain_count; ++i) {
      domains[i] = DomainJudgement{judgements[i], ""};
    }
    return domains;
  };
  EXPECT_EQ(judge_overall(rules, trial_of({low, low, low, low, low})), low);
  EXPECT_EQ(judge_overall(rules, trial_of({low, some, some, some, low})), some);
  EXPECT_EQ(judge_overall(rules, trial_of({some, some, some, some, low})), high);
  EXPECT_EQ(judge_overall(rules, trial_of({low, low, high, low, low})), high);
}

TEST(BiasRules, AgreeWithTheReadersOverallJudgementsSaveWhereFourConcernsWereKeptAsConcerns) {
  const BiasRules rules = read_bias_rules();
  std::vector<std::string> differing;
  for (const Trial& trial : read_trials()) {
    if (trial.risk_of_bias && trial.risk_of_bias->domains.front() &&
        judge_overall(rules, trial.risk_of_bias->domains) != trial.risk_of_bias->overall) {
      differing.push_back(trial.name);
    }
  }
  EXPECT_EQ(differing, (std::vector<std::string>{"Garra 2010", "Nugraha 2015", "Fountas 1999",
                                                 "Wound cooling trial"}));
}

}  // namespace
}  // namespace coldplan::evidence
