#include "coldplan/app/simulate_body.h"

#include <cmath>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

SimulateOptions options_of(std::string form) {
  SimulateOptions options;
  options.session.form = std::move(form);
  options.age = 58.0;
  options.sex = "female";
  options.height = "165cm";
  options.weight = "78kg";
  return options;
}

TEST(SimulateBody, TellsDisplayAndGasApart) {
  const std::string text = run_simulate(options_of("wbc_electric_chamber")).value();
  EXPECT_NE(text.find("-110.0 °C"), std::string::npos) << text;
  EXPECT_NE(text.find("-95.0 °C"), std::string::npos) << text;
  EXPECT_NE(text.find("assumed"), std::string::npos) << text;
}

TEST(SimulateBody, GivesEveryQuantityWithItsIntervalToMachines) {
  auto options = options_of("cwi_still");
  options.json = true;
  options.session.minutes = 10.0;
  const auto json = nlohmann::json::parse(run_simulate(options).value());
  const std::size_t times = json["minutes"].size();
  EXPECT_GT(times, 20U);
  for (const auto& series : json["series"]) {
    EXPECT_EQ(series["values"].size(), times) << series["id"];
    EXPECT_LE(series["values"][0]["p05"], series["values"][0]["p95"]);
  }
  EXPECT_EQ(json["heart"]["simulated"], false);
}

TEST(SimulateBody, RefusesWhatBelongsToAPack) {
  auto options = options_of("cwi_still");
  options.session.barriers = {"dry_towel"};
  EXPECT_EQ(run_simulate(options).error().place, "--barrier");
  options = options_of("wbc_electric_chamber");
  options.immersed = "hip";
  EXPECT_EQ(run_simulate(options).error().place, "--immersed");
  options = options_of("ice_bag");
  options.held = true;
  EXPECT_EQ(run_simulate(options).error().place, "--held");
}

TEST(SimulateBody, TakesTheGasAsItWasMeasuredAndAirThatMoves) {
  const auto lowest_skin = [](const SimulateOptions& given) {
    SimulateOptions options = given;
    options.json = true;
    const auto json = nlohmann::json::parse(run_simulate(options).value());
    for (const auto& series : json["series"]) {
      if (series["id"] == "skin_lower_back") {
        return series["lowest"]["median"].get<double>();
      }
    }
    return 0.0;
  };
  auto options = options_of("wbc_electric_chamber");
  const double usual = lowest_skin(options);
  options.gas = "-60C";
  EXPECT_GT(lowest_skin(options), usual + 3.0);
  options.gas.clear();
  options.air_speed = 0.5;
  EXPECT_LT(lowest_skin(options), usual - 5.0);
  options = options_of("cwi_still");
  options.gas = "-60C";
  EXPECT_EQ(run_simulate(options).error().place, "--gas");
  options = options_of("pbc_ln2_cryosauna");
  options.air_speed = 1.0;
  EXPECT_EQ(run_simulate(options).error().place, "--air-speed");
  options = options_of("wbc_electric_chamber");
  options.air_speed = -1.0;
  EXPECT_EQ(run_simulate(options).error().place, "--air-speed");
}

TEST(SimulateBody, RefusesADisplayWarmerThanTheGas) {
  auto options = options_of("pbc_ln2_cryosauna");
  options.session.temperature = "-10C";
  Error error = run_simulate(options).error();
  EXPECT_EQ(error.place, "--temperature");
  EXPECT_FALSE(error.mend.empty());
  options = options_of("wbc_electric_chamber");
  options.session.temperature = "-60C";
  options.gas = "-100C";
  error = run_simulate(options).error();
  EXPECT_EQ(error.place, "--gas");
  EXPECT_EQ(error.seen, "-100 °C");
  EXPECT_FALSE(error.mend.empty());
  options.gas = "-300C";
  EXPECT_EQ(run_simulate(options).error().place, "--gas");
  options.gas = "cold";
  EXPECT_EQ(run_simulate(options).error().place, "--gas");
  options.gas = "-50C";
  options.session.temperature = "-300C";
  EXPECT_EQ(run_simulate(options).error().place, "--temperature");
}

TEST(SimulateBody, WearsTheClothesThatAreGivenAfterwards) {
  auto options = options_of("cwi_still");
  options.json = true;
  options.session.minutes = 1.0;
  options.session.after = 5.0;
  options.clothes = 2.0;
  const auto json = nlohmann::json::parse(run_simulate(options).value());
  EXPECT_NEAR(json["clothes_after_m2K_per_W"].get<double>(), 0.31, 1e-9);
  for (const double none : {-0.1, 3.5, std::nan("")}) {
    options.clothes = none;
    const Error error = run_simulate(options).error();
    EXPECT_EQ(error.place, "--clothes");
    EXPECT_EQ(error.allowed, "clothes in clo (0 to 3)");
  }
  options.clothes = 2.0;
  options.session.after = 0.0;
  EXPECT_EQ(run_simulate(options).error().place, "--clothes");
  options = options_of("ice_bag");
  options.clothes = 1.0;
  EXPECT_EQ(run_simulate(options).error().place, "--clothes");
}

TEST(SimulateBody, RefusesNumbersThatCannotBe) {
  auto options = options_of("cwi_still");
  options.session.temperature = "-3C";
  EXPECT_EQ(run_simulate(options).error().place, "--temperature");
  options = options_of("wbc_electric_chamber");
  options.session.temperature = "-300C";
  EXPECT_EQ(run_simulate(options).error().place, "--temperature");
  options = options_of("cwi_still");
  options.session.minutes = 0.0;
  EXPECT_EQ(run_simulate(options).error().place, "--minutes");
  options = options_of("cwi_still");
  options.session.room = "99C";
  EXPECT_EQ(run_simulate(options).error().place, "--room");
  options = options_of("cwi_still");
  options.immersed = "ankle";
  EXPECT_EQ(run_simulate(options).error().place, "--immersed");
}

}  // namespace
}  // namespace coldplan::app
