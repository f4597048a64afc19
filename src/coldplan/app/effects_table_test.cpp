#include "coldplan/app/effects_table.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/report/wide_lines.h"

namespace coldplan::app {
namespace {

using ::testing::HasSubstr;

TEST(EffectsTable, NamesTheTwoPointsThatTheModelsMiss) {
  const auto json = nlohmann::json::parse(effects_table_json());
  std::set<std::string> missed;
  for (const auto& point : json.at("points")) {
    if (point.at("tested").get<bool>() && !point.at("within").get<bool>()) {
      missed.insert(point.at("id"));
    }
  }
  EXPECT_EQ(missed, (std::set<std::string>{"finger_test", "frostnip_time_30_16"}));
  EXPECT_EQ(json.at("missed"), 2);
}

TEST(EffectsTable, SaysOfEveryPointThatIsNotTestedWhy) {
  const auto json = nlohmann::json::parse(effects_table_json());
  for (const auto& point : json.at("points")) {
    EXPECT_TRUE(point.at("tested").get<bool>() || !point.at("why_not").get<std::string>().empty())
        << point.at("id");
  }
}

TEST(EffectsTable, FitsEightyColumnsAndPrintsAbsentNumbersAsDashes) {
  const std::string text = effects_table_text();
  EXPECT_THAT(text, HasSubstr("Measured -"));
  EXPECT_EQ(text.find("nan"), std::string::npos);
  EXPECT_TRUE(report::wide_lines(text).empty());
}

}  // namespace
}  // namespace coldplan::app
