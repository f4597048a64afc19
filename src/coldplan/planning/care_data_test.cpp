#include "coldplan/planning/care_data.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "coldplan/screening/words.h"

namespace coldplan::planning {
namespace {

void expect_known(const std::vector<std::string>& keys, const std::string& what) {
  EXPECT_FALSE(keys.empty()) << what;
  for (const std::string& key : keys) {
    EXPECT_TRUE(care_source(key)) << what << ": " << key;
  }
}

TEST(CareData, HasTheSixStagesInTheirOrder) {
  std::vector<std::string> ids;
  for (const StageData& stage : care_data().stages) {
    ids.push_back(stage.id);
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"acute", "subacute", "chronic", "radicular",
                                           "post_surgical", "older"}));
  EXPECT_THROW((void)stage_named("sciatica"), std::out_of_range);
}

TEST(CareData, KnowsTheSourceOfEveryItem) {
  const CareData& data = care_data();
  for (const StageData& stage : data.stages) {
    expect_known(stage.sources, stage.id);
    for (const CoreTreatment& each : stage.core) {
      expect_known(each.sources, each.text);
    }
  }
  for (const Combination& each : data.combining) {
    expect_known(each.sources, each.with);
  }
  for (const Agreed& each : data.agreed) {
    expect_known(each.supported_by, each.statement);
  }
  for (const auto* items : {&data.heat, &data.after_surgery}) {
    for (const Sourced& each : *items) {
      expect_known(each.sources, each.text);
    }
  }
  expect_known(data.order_rule.sources, data.order_rule.text);
  expect_known(data.decision_sources, "decision points");
  expect_known(data.provider_sources, "providers");
  EXPECT_FALSE(care_source("NOBODY26"));
}

TEST(CareData, CitesWhatAKeyStandsFor) {
  EXPECT_NE(care_source("ACP17")->citation.find("Qaseem"), std::string::npos);
  EXPECT_NE(care_source("FARRAR01")->citation.find("Farrar"), std::string::npos);
  // A key that screening alone has.
  EXPECT_NE(care_source("BADVOSLAU06")->citation.find("Vo"), std::string::npos);
}

TEST(CareData, GivesEveryTreatmentAKindAndNoTextTwice) {
  std::size_t treatments = 0;
  for (const StageData& stage : care_data().stages) {
    for (const CoreTreatment& each : stage.core) {
      EXPECT_FALSE(each.kinds.empty()) << each.text;
      ++treatments;
    }
  }
  // One entry of care.json a sentence: none is left of a sentence that was changed.
  EXPECT_EQ(care_data().numbers.core_kinds.size(), treatments);
}

TEST(CareData, NamesADoseOfNoMedicine) {
  for (const StageData& stage : care_data().stages) {
    for (const CoreTreatment& each : stage.core) {
      if (screening::has(std::vector<std::string_view>{each.kinds.begin(), each.kinds.end()},
                         "medicine")) {
        EXPECT_EQ(each.text.find_first_of("0123456789"), std::string::npos) << each.text;
      }
    }
  }
}

TEST(CareData, HasItsNumbersInTheProseThatTheyWereReadFrom) {
  const CareData& data = care_data();
  const auto holds = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  EXPECT_TRUE(holds(stage_named("acute").name, "under 4 weeks"));
  EXPECT_EQ(data.numbers.limits.acute_below, 4.0);
  EXPECT_TRUE(holds(stage_named("chronic").name, "over 12 weeks"));
  EXPECT_EQ(data.numbers.limits.chronic_above, 12.0);
  EXPECT_TRUE(holds(stage_named("older").name, "65+"));
  EXPECT_EQ(data.numbers.limits.older_from, 65.0);
  EXPECT_TRUE(holds(stage_named("acute").review, "2 weeks"));
  EXPECT_EQ(stage_named("acute").review_weeks, 2.0);
  EXPECT_TRUE(holds(stage_named("chronic").review, "every 4 weeks"));
  EXPECT_EQ(stage_named("chronic").review_weeks, 4.0);
  EXPECT_FALSE(stage_named("post_surgical").review_weeks);
  const TrialNumbers& comfort = data.numbers.trials.front();
  EXPECT_TRUE(holds(data.decision_points.at(comfort.decision_point).when, "4 occasions"));
  EXPECT_TRUE(holds(data.decision_points.at(comfort.decision_point).go, ">= 2 and >= 30%"));
  const TrialNumbers& paid = data.numbers.trials.back();
  EXPECT_TRUE(holds(data.decision_points.at(paid.decision_point).when, "3 to 5 sessions"));
  const WholePlanNumbers& whole = data.numbers.whole_plan;
  EXPECT_EQ(data.decision_points.at(whole.review_point).when, "6 weeks");
  EXPECT_TRUE(holds(data.decision_points.at(whole.function_point).go, "30%"));
}

TEST(CareData, FindsEveryNeedThatAStageNames) {
  for (const StageData& stage : care_data().stages) {
    const auto& needs = care_data().needs;
    const bool is_found = stage.provider_need.empty() ||
                          std::any_of(needs.begin(), needs.end(), [&stage](const Need& need) {
                            return need.need == stage.provider_need;
                          });
    EXPECT_TRUE(is_found) << stage.provider_need;
  }
}

}  // namespace
}  // namespace coldplan::planning
