#include "coldplan/app/simulate_verb.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

SimulateOptions ice_on_someone() {
  SimulateOptions options;
  options.session.form = "ice_bag";
  options.age = 58.0;
  options.sex = "female";
  options.height = "165cm";
  options.weight = "78kg";
  return options;
}

std::string refusal(const SimulateOptions& options) {
  const auto result = run_simulate(options);
  return result ? std::string{"accepted"} : message(result.error());
}

TEST(RunSimulate, PrintsEveryMinute) {
  EXPECT_THAT(run_simulate(ice_on_someone()).value(), ::testing::HasSubstr("\n      13 "));
}

TEST(RunSimulate, GivesTheSameAnswerForMirroredUnits) {
  SimulateOptions metric = ice_on_someone();
  metric.height = "165.1cm";
  metric.weight = "78.01788764kg";
  metric.skinfold = "25.4mm";
  metric.json = true;
  SimulateOptions us = metric;
  us.height = "5ft5in";
  us.weight = "172lb";
  us.skinfold = "1in";
  const auto a = nlohmann::json::parse(run_simulate(metric).value());
  const auto b = nlohmann::json::parse(run_simulate(us).value());
  EXPECT_EQ(a.at("forms"), b.at("forms"));
}

TEST(RunSimulate, NamesTheFlagOfWhatIsWrong) {
  SimulateOptions options = ice_on_someone();
  options.age = 7.0;
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--age: 7 is not"));
  options = ice_on_someone();
  options.age = std::nan("");
  EXPECT_EQ(refusal(options), "--age: nan is not a number of years");
  options = ice_on_someone();
  options.session.hold = "rope";
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--hold: rope is not a way to hold"));
  options = ice_on_someone();
  options.height = "165";
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--height: \"165\" is not a length"));
  options = ice_on_someone();
  options.sex = "woman";
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--sex: "));
  options = ice_on_someone();
  options.session.form = "ice_bog";
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--form: ice_bog is not a form of cold"));
  options = ice_on_someone();
  options.session.minutes = -5.0;
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--minutes: -5 is not a time in minutes"));
  options = ice_on_someone();
  options.session.barriers = {"blanket"};
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--barrier: blanket is not a barrier"));
  options = ice_on_someone();
  options.session.room = "90C";
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--room: 90C is not a room temperature"));
}

TEST(RunSimulate, FollowsTheSessionThatWasAskedFor) {
  SimulateOptions options = ice_on_someone();
  options.session.minutes = 10.0;
  options.session.after = 5.0;
  options.session.barriers = {"dry_towel"};
  options.json = true;
  const auto json = nlohmann::json::parse(run_simulate(options).value());
  EXPECT_EQ(json.at("forms")[0].at("session").at("minutes").get<double>(), 10.0);
  EXPECT_EQ(json.at("forms")[0].at("curves").at("minute").size(), 16u);
}

TEST(RunSimulate, TellsWhatTheEdgeOfAPackTakes) {
  SimulateOptions options = ice_on_someone();
  options.edge = true;
  EXPECT_THAT(run_simulate(options).value(), ::testing::HasSubstr("its edge taken in"));
  options.json = true;
  const auto json = nlohmann::json::parse(run_simulate(options).value());
  EXPECT_EQ(json.at("edge").front().at("tissue"), "skin");
  options.session.form = "local_co2_neurocryostimulation";
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--edge: "));
}

TEST(RunSimulate, TakesSettingsBoutsAndDwell) {
  SimulateOptions options = ice_on_someone();
  options.session.form = "local_contact_plate";
  options.session.temperature = "-30C";
  options.session.minutes = 20.0;
  EXPECT_THAT(run_simulate(options).value(), ::testing::HasSubstr("Tissue would freeze"));
  options = ice_on_someone();
  options.session.repeat = 3;
  options.session.gap = 30.0;
  EXPECT_THAT(run_simulate(options).value(),
              ::testing::HasSubstr("3 times 20 min, 30 min apart, on bare skin"));
  options = ice_on_someone();
  options.session.form = "local_cold_air_machine";
  options.session.dwell = 0.1;
  EXPECT_THAT(run_simulate(options).value(), ::testing::HasSubstr("over a spot for 10 % of"));
}

}  // namespace
}  // namespace coldplan::app
