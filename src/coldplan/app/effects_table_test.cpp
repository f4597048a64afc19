#include "coldplan/app/effects_table.h"

#include <algorithm>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(std::count_if(
                  line.begin(), line.end(),
                  [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; }),
              80)
        << line;
  }
}

}  // namespace
}  // namespace coldplan::app
