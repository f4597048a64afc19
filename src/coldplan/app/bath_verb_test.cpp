#include "coldplan/app/bath_verb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

BathOptions cold_bath() {
  BathOptions options;
  options.litres = "200";
  options.from = "20C";
  options.to = "10C";
  return options;
}

std::string refusal(const BathOptions& options) {
  const auto result = run_bath(options);
  return result ? std::string{"accepted"} : message(result.error());
}

/// The text with its line breaks as spaces.
std::string text_of(const BathOptions& options) {
  std::string text = run_bath(options).value();
  for (char& character : text) {
    character = character == '\n' ? ' ' : character;
  }
  return text;
}

TEST(RunBath, SaysHowMuchIceABathTakes) {
  const std::string text = text_of(cold_bath());
  EXPECT_THAT(text, HasSubstr("To bring 200 L of water from 20.0 °C to 10.0 °C: 22.3 kg of ice"));
  EXPECT_THAT(text, HasSubstr("with a person in it for 10 min: 1.8 kg to 2.4 kg more"));
  EXPECT_THAT(text, HasSubstr("the bath warms by 0.8 to 1.1 °C"));
}

TEST(RunBath, SaysThatTheLossToTheRoomIsNotKnown) {
  EXPECT_THAT(text_of(cold_bath()), HasSubstr("Not known: the heat that the bath takes from the "
                                              "room and the tub (not found)"));
  BathOptions options = cold_bath();
  options.json = true;
  const auto json = nlohmann::json::parse(run_bath(options).value());
  EXPECT_TRUE(json.at("loss_to_room_W").is_null());
}

TEST(RunBath, WarnsOfColdShockWithItsSource) {
  const std::string text = text_of(cold_bath());
  EXPECT_THAT(text, HasSubstr("! 10.0 °C is under 15.6 °C, where sudden immersion can kill in "
                              "under a minute. ! Cold shock: gasp"));
  EXPECT_THAT(text, HasSubstr("(American Heart Association News 9 Dec 2022"));
  EXPECT_THAT(text, Not(HasSubstr("colder than the baths")));
  BathOptions options = cold_bath();
  options.to = "16C";
  EXPECT_THAT(text_of(options), Not(HasSubstr("! 16.0 °C is under")));
  EXPECT_THAT(text_of(options), HasSubstr("! Cold shock: gasp"));
}

TEST(RunBath, WarnsOfBathsThatAreColderOrLongerThanThoseOnRecord) {
  BathOptions options = cold_bath();
  options.to = "5C";
  options.minutes = 30.0;
  const std::string text = text_of(options);
  EXPECT_THAT(text, HasSubstr("! 5.0 °C is colder than the baths that the sources speak of"));
  EXPECT_THAT(text, HasSubstr("! Longer than the 15 min of the protocols on record."));
  EXPECT_THAT(text, HasSubstr("This bath is colder: expect more heat than that."));
}

TEST(RunBath, SaysWhichWaterTheHeatOfAPersonWasEstimatedFor) {
  BathOptions options = cold_bath();
  const std::string as_modelled = text_of(options);
  EXPECT_THAT(as_modelled, HasSubstr("kJ, estimated for water of 10.0 °C)"));
  EXPECT_THAT(as_modelled, Not(HasSubstr("coldplan simulate")));
  options.to = "14C";
  options.minutes = 8.0;
  EXPECT_THAT(
      text_of(options),
      AllOf(HasSubstr("kJ, estimated for water of 10.0 °C)"),
            HasSubstr("estimated for water of 10.0 °C, not of 14.0 °C"),
            HasSubstr("This bath is warmer: expect less heat than that."),
            HasSubstr("coldplan simulate --form cwi_still --held --temperature 14C --minutes 8 ")));
  options.to = "45F";
  options.us_units = true;
  EXPECT_THAT(text_of(options), AllOf(HasSubstr("estimated for water of 50.0 °F, not of 45.0 °F"),
                                      HasSubstr("--temperature 45F --minutes 8 ")));
}

TEST(RunBath, RefusesWaterThatNoPersonIsCooledIn) {
  BathOptions options = cold_bath();
  options.from = "70C";
  options.to = "40C";
  EXPECT_EQ(refusal(options),
            "--to: 40C is not a temperature of a cold bath (at most 35 °C or 95 °F)");
  options.to = "35C";
  EXPECT_THAT(text_of(options), HasSubstr("--temperature 35C"));
}

TEST(RunBath, CountsNoHeatOfATimeThatWasNotEstimated) {
  BathOptions options = cold_bath();
  options.to = "3C";
  options.minutes = 60.0;
  EXPECT_THAT(text_of(options),
              AllOf(HasSubstr("with a person in it for the first 15 min: 2.9 kg to 3.3 kg more"),
                    HasSubstr("after the first 15 min was not found: it is not counted"),
                    HasSubstr("simulate --form cwi_still --held --temperature 3C --minutes 60 ")));
  options.to = "10C";
  EXPECT_THAT(text_of(options), HasSubstr("--held --temperature 10C --minutes 60 "));
  options.json = true;
  const auto json = nlohmann::json::parse(run_bath(options).value());
  EXPECT_EQ(json.at("heat_estimated_for_minutes"), 15.0);
  EXPECT_EQ(json.at("bath").at("minutes"), 60.0);
}

TEST(RunBath, WarmsLittleWaterNoFurtherThanToTheSkin) {
  BathOptions options = cold_bath();
  options.litres = "10";
  options.minutes = 15.0;
  EXPECT_THAT(text_of(options),
              HasSubstr("the bath warms by at most 23.7 °C in this time. A person warms no bath "
                        "further than to the skin at rest, 33.7 °C."));
  options.us_units = true;
  EXPECT_THAT(text_of(options), HasSubstr("by at most 42.7 °F in this time."));
}

TEST(RunBath, TellsMachinesWhichWaterTheHeatWasEstimatedFor) {
  BathOptions options = cold_bath();
  options.json = true;
  auto json = nlohmann::json::parse(run_bath(options).value());
  EXPECT_EQ(json.at("heat_estimated_for_C"), 10.0);
  EXPECT_EQ(json.at("notes").size(), 2U);
  options.to = "14C";
  json = nlohmann::json::parse(run_bath(options).value());
  EXPECT_EQ(json.at("heat_estimated_for_C"), 10.0);
  EXPECT_THAT(json.at("notes").at(2).get<std::string>(), HasSubstr("simulate --form cwi_still"));
}

TEST(RunBath, GivesTheSameAnswerForMirroredUnits) {
  BathOptions metric = cold_bath();
  metric.litres = "200.626824552L";
  metric.json = true;
  BathOptions us = metric;
  us.litres = "53gal";
  us.from = "68F";
  us.to = "50F";
  const auto a = nlohmann::json::parse(run_bath(metric).value());
  const auto b = nlohmann::json::parse(run_bath(us).value());
  EXPECT_NEAR(a.at("ice_to_cool_kg").get<double>(), b.at("ice_to_cool_kg").get<double>(), 1e-9);
  EXPECT_EQ(a.at("heat_of_person_kJ"), b.at("heat_of_person_kJ"));
}

TEST(RunBath, PrintsPoundsGallonsAndFahrenheitOnRequest) {
  BathOptions options = cold_bath();
  options.us_units = true;
  EXPECT_THAT(text_of(options),
              HasSubstr("52.8 gal of water from 68.0 °F to 50.0 °F: 49.1 lb of ice at 32.0 °F"));
  EXPECT_THAT(text_of(options), Not(HasSubstr("°C")));
}

TEST(RunBath, HasASourceForEveryNumber) {
  BathOptions options = cold_bath();
  options.json = true;
  const auto json = nlohmann::json::parse(run_bath(options).value());
  for (const auto& fact : json.at("basis")) {
    EXPECT_FALSE(fact.at("source").get<std::string>().empty());
  }
  for (const auto& warning : json.at("warnings")) {
    EXPECT_FALSE(warning.at("source").get<std::string>().empty());
  }
}

TEST(RunBath, NamesTheFlagOfWhatIsWrong) {
  BathOptions options = cold_bath();
  options.to = "25C";
  EXPECT_THAT(refusal(options), StartsWith("--to: 25C is not a temperature that ice brings"));
  options.to = "0C";
  EXPECT_THAT(refusal(options), StartsWith("--to: 0C is not a temperature of liquid water"));
  options.to = "-4C";
  EXPECT_THAT(refusal(options), StartsWith("--to: -4C is not a temperature of liquid water"));
  options.to = "10";
  EXPECT_THAT(refusal(options), StartsWith("--to: \"10\" is not a temperature such as"));
  options = cold_bath();
  options.from = "300F";
  EXPECT_THAT(refusal(options), StartsWith("--from: 300F is not a temperature of liquid water"));
  options = cold_bath();
  options.litres = "2";
  EXPECT_EQ(refusal(options), "--litres: 2 is not a bath (10 to 5000 L)");
  options.litres = "many";
  EXPECT_THAT(refusal(options), StartsWith("--litres: \"many\" is not a volume"));
  options = cold_bath();
  options.minutes = 0.0;
  EXPECT_EQ(refusal(options), "--minutes: 0 is not a time in minutes (0.5 to 120)");
}

}  // namespace
}  // namespace coldplan::app
