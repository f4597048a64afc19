#include "coldplan/evidence/overrules.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/evidence/answer.h"

namespace coldplan::evidence {
namespace {

Expected<Overrules> read(const std::string& text) {
  return read_overrules(text, read_trials(), read_questions().questions);
}

TEST(Overrules, OfADomainJudgeTheTrialAnewAndSayWhatChanged) {
  const auto overrules = read(R"({"by": "Dr A", "trials": [
    {"trial": "dehghan2014_cold_vs_heat", "D4": {"judgement": "low", "why": "assessors were blind"}}]})");
  ASSERT_TRUE(overrules) << message(overrules.error());
  auto trials = read_trials();
  const auto changes = apply(*overrules, read_bias_rules(), trials);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].what, "Dehghan 2014, D4 measurement of the outcome");
  EXPECT_EQ(changes[0].from, "high");
  EXPECT_EQ(changes[0].to, "low");
  EXPECT_EQ(changes[1].what, "Dehghan 2014, overall");
  EXPECT_EQ(changes[1].to, "high");  // four domains still raise concerns
}

TEST(Overrules, OfSignallingAnswersAreJudgedByTheRules) {
  const auto overrules = read(R"({"by": "Dr A", "trials": [{"trial": "garra2010_cold_vs_heat",
    "D1": {"signals": {"1.1": "Y", "1.2": "PY", "1.3": "N"}, "why": "registry"}}]})");
  ASSERT_TRUE(overrules) << message(overrules.error());
  auto trials = read_trials();
  const auto changes = apply(*overrules, read_bias_rules(), trials);
  EXPECT_EQ(changes.front().to, "low");
  EXPECT_EQ(trials.front().risk_of_bias->overall, Judgement::some_concerns);
}

TEST(Overrules, ChangeTheCertaintyOfTheAnswerAndAreTold) {
  const auto overrules = read(R"({"by": "Dr A", "questions": [{"question": "surgery-cold-48h",
    "imprecision": {"steps": 0, "why": "enough for us"}, "risk of bias": {"steps": 0, "why": "blinding is not to be had"}}]})");
  ASSERT_TRUE(overrules) << message(overrules.error());
  const Answer changed = answer(read_library(), *overrules);
  EXPECT_EQ(changed.judged_by, "Dr A");
  EXPECT_EQ(changed.changes.size(), 2U);
  const auto surgery =
      std::find_if(changed.questions.begin(), changed.questions.end(),
                   [](const auto& each) { return each.question.id == "surgery-cold-48h"; });
  EXPECT_EQ(surgery->grade.value().name, "high");
}

TEST(Overrules, RefuseWhatTheyCannotPlace) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {R"({"by": "A", "trials": [{"trial": "gara2010_cold_vs_heat"}]})", "garra2010_cold_vs_heat"},
      {R"({"by": "A", "questions": [{"question": "nothing-like-it-at-all"}]})",
       "questions[0].question"},
      {R"({"by": "A", "trials": [{"trial": "garra2010_cold_vs_heat", "D1": {"signals": {"2.1": "Y"}, "why": "x"}}]})",
       "trials[0].D1.signals.2.1"},
      {R"({"by": "A", "trials": [{"trial": "garra2010_cold_vs_heat", "D1": {"judgement": "fine", "why": "x"}}]})",
       "trials[0].D1.judgement"},
      {R"({"by": "A", "questions": [{"question": "surgery-cold-48h", "imprecision": {"steps": -3, "why": "x"}}]})",
       "steps"},
      {R"({"by": "A", "questions": [{"question": "surgery-cold-24h"}]})", "sensitivity"},
      {R"({"by": "A", "trials": [{"trial": "garra2010_cold_vs_heat"}, {"trial": "garra2010_cold_vs_heat"}]})",
       "stands twice"},
      {R"({"by": "A \u001b[2J"})", "control character"},
      {R"({"by": "A \u009b2J"})", "control character"},
      {R"({"by": "A\nB"})", "control character"},
      {R"({"trials": []})", "by"},
      {R"(["by"])", ""},
      {"{", "line 1"}};
  for (const auto& [text, named] : cases) {
    const auto overrules = read(text);
    ASSERT_FALSE(overrules) << text;
    EXPECT_NE(message(overrules.error()).find(named), std::string::npos)
        << message(overrules.error());
  }
}

}  // namespace
}  // namespace coldplan::evidence
