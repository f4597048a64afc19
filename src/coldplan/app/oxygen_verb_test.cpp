#include "coldplan/app/oxygen_verb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

OxygenOptions small_room() {
  OxygenOptions options;
  options.room = "30m3";
  options.litres = "8";
  return options;
}

std::string refusal(const OxygenOptions& options) {
  const auto result = run_oxygen(options);
  return result ? std::string{"accepted"} : message(result.error());
}

/// The text with its line breaks as spaces.
std::string text_of(const OxygenOptions& options) {
  std::string text = run_oxygen(options).value();
  for (char& character : text) {
    character = character == '\n' ? ' ' : character;
  }
  return text;
}

nlohmann::json json_of(OxygenOptions options) {
  options.json = true;
  return nlohmann::json::parse(run_oxygen(options).value());
}

TEST(RunOxygen, PrintsBothFormulasOfOneSessionAndTheAlarm) {
  const std::string text = run_oxygen(small_room()).value();
  EXPECT_THAT(text, HasSubstr("                17.4 ALARM\n"));
  EXPECT_THAT(text, HasSubstr("                17.0 ALARM\n"));
  OxygenOptions options = small_room();
  options.room = "500m3";
  EXPECT_THAT(run_oxygen(options).value(), HasSubstr("                20.7\n"));
}

TEST(RunOxygen, SaysWhatTheFormulasLeaveOut) {
  const std::string text = text_of(small_room());
  EXPECT_THAT(text, HasSubstr("found 15 cm from the face"));
  EXPECT_THAT(text, HasSubstr("oxygen may be 5 % or less"));
  EXPECT_THAT(text, HasSubstr("need not give any warning"));
  EXPECT_THAT(text, HasSubstr("needs an oxygen monitor and extraction"));
  EXPECT_THAT(text, HasSubstr("No alarm in this calculation does not mean that the room is safe."));
  EXPECT_EQ(json_of(small_room()).at("left_out").size(), 7u);
}

TEST(RunOxygen, TakesTheIntervalOfTheSourcesWhereTheLitresAreLeftOut) {
  OxygenOptions options = small_room();
  options.litres.clear();
  options.room = "60m3";
  EXPECT_THAT(text_of(options), HasSubstr("8.0 L (4.7 L to 10.0 L)"));
  EXPECT_THAT(text_of(options), HasSubstr("19.1 (18.6 to 19.8) ALARM"));
}

TEST(RunOxygen, NamesTheVentilationThatSteadyUseNeeds) {
  OxygenOptions options = small_room();
  options.sessions_per_hour = 6.0;
  EXPECT_THAT(text_of(options), HasSubstr("For 19.5 % at 6 sessions an hour: 464 m³/h of fresh "
                                          "air (15.5 air changes an hour)"));
  EXPECT_THAT(text_of(options), HasSubstr("give --air-changes"));
  options.us_units = true;
  EXPECT_THAT(text_of(options), HasSubstr("273 cfm of fresh air"));
  options.air_changes = 464.0 / 30.0;
  EXPECT_NEAR(json_of(options).at("steady_use").at("oxygen_percent").at("usual").get<double>(),
              19.5, 0.001);
}

TEST(RunOxygen, FollowsALeakWithAndWithoutVentilation) {
  OxygenOptions options = small_room();
  options.leak = "1L/h";
  EXPECT_THAT(text_of(options),
              HasSubstr("Leak of 1.0 L of liquid an hour: a closed room is under 19.5 % after"));
  options.air_changes = 1.0;
  EXPECT_NEAR(json_of(options).at("leak").at("oxygen_percent").get<double>(), 20.4165, 1e-3);
}

TEST(RunOxygen, LeavesNothingInARoomThatADewarFills) {
  OxygenOptions options = small_room();
  options.dewar = "180L";
  EXPECT_THAT(run_oxygen(options).value(), HasSubstr(" 0.0 ALARM\n"));
  EXPECT_TRUE(json_of(options).at("under_limit").get<bool>());
}

TEST(RunOxygen, GivesTheSameAnswerForMirroredUnits) {
  OxygenOptions us = small_room();
  us.room = "1059.4400016ft3";
  EXPECT_NEAR(json_of(us).at("lowest_percent").get<double>(),
              json_of(small_room()).at("lowest_percent").get<double>(), 1e-6);
}

TEST(RunOxygen, HasASourceForEveryNumber) {
  const nlohmann::json answer = json_of(small_room());
  ASSERT_FALSE(answer.at("basis").empty());
  for (const auto& fact : answer.at("basis")) {
    EXPECT_FALSE(fact.at("source").get<std::string>().empty());
  }
}

TEST(RunOxygen, NamesTheFlagOfWhatIsWrong) {
  OxygenOptions options = small_room();
  options.room = "30";
  EXPECT_THAT(refusal(options), StartsWith("--room: \"30\" is not a volume such as"));
  options.room = "30L";
  EXPECT_EQ(refusal(options), "--room: 30L is not a room (1 to 100000 m³)");
  options = small_room();
  options.litres = "0";
  EXPECT_THAT(refusal(options), StartsWith("--litres: 0 is not liquid nitrogen of a session"));
  options = small_room();
  options.sessions_per_hour = -1.0;
  EXPECT_THAT(refusal(options), StartsWith("--sessions-per-hour: -1 is not a number"));
  options = small_room();
  options.air_changes = 0.0;
  EXPECT_THAT(refusal(options), StartsWith("--air-changes: 0 is not a number of air changes"));
  options = small_room();
  options.leak = "some";
  EXPECT_THAT(refusal(options), StartsWith("--leak: \"some\" is not a volume"));
  options = small_room();
  options.dewar = "0.01";
  EXPECT_THAT(refusal(options), StartsWith("--dewar: 0.01 is not a dewar of liquid nitrogen"));
}

}  // namespace
}  // namespace coldplan::app
