#include "coldplan/applicator/whole_body_form.h"

#include <gtest/gtest.h>

namespace coldplan::applicator {
namespace {

posterior::Draw with_score(posterior::Score which, double value) {
  posterior::Scores scores{};
  scores[posterior::place_of(which)] = value;
  return posterior::draw_of(scores);
}

TEST(WholeBodyForm, TellsTheDisplayFromTheGasAtTheSkin) {
  EXPECT_EQ(displayed_temperature(electric_chamber()), -110.0);
  EXPECT_EQ(temperature_at_skin(electric_chamber()), -95.0);
  EXPECT_EQ(displayed_temperature(nitrogen_cryosauna()), -140.0);
  EXPECT_EQ(temperature_at_skin(nitrogen_cryosauna()), -25.0);
}

TEST(WholeBodyForm, HasGasThatFollowsTheDisplayOfAChamberButNotOfACryosauna) {
  EXPECT_EQ(temperature_at_skin(with_temperature(electric_chamber(), -140.0).value()), -125.0);
  EXPECT_EQ(temperature_at_skin(with_temperature(nitrogen_cryosauna(), -160.0).value()), -25.0);
}

TEST(WholeBodyForm, RefusesGasColderThanLiquidNitrogenAndWaterThatIsIce) {
  EXPECT_FALSE(with_temperature(electric_chamber(), -200.0));
  EXPECT_FALSE(with_temperature(still_bath(), -1.0));
  EXPECT_FALSE(with_temperature(still_bath(), 40.0));
  EXPECT_TRUE(with_temperature(still_bath(), 0.0));
}

TEST(WholeBodyForm, RefusesADisplayThatIsWarmerThanTheGasItFeeds) {
  const auto warmer = with_temperature(nitrogen_cryosauna(), -10.0);
  EXPECT_EQ(message(warmer.error()),
            "temperature: -10 °C is not a display no warmer than the gas at the skin (-25 °C); or "
            "give that gas too, as it was measured");
  const WholeBodyForm measured = with_gas(nitrogen_cryosauna(), -5.0, -10.0).value();
  EXPECT_EQ(displayed_temperature(measured), -10.0);
  EXPECT_EQ(temperature_at_skin(measured), -5.0);
  // Nor is the gas drawn colder than what is displayed.
  const WholeBodyForm mild = with_temperature(nitrogen_cryosauna(), -30.0).value();
  const auto colder = with_score(posterior::Score::temperature, posterior::score_p95);
  EXPECT_NEAR(temperature_at_skin(drawn(mild, colder)), -30.0, 1e-9);
}

TEST(WholeBodyForm, RefusesGasThatIsColderThanAGivenDisplay) {
  for (const WholeBodyForm& form :
       {electric_chamber(), forced_air_chamber(), nitrogen_cryosauna()}) {
    const Error error = with_gas(form, -100.0, -60.0).error();
    EXPECT_EQ(error.place, "gas") << form.id;
    EXPECT_EQ(message(error),
              "gas: -100 °C is not gas at the skin where -60 °C is displayed (as warm, or warmer); "
              "if it was displayed, give it as the temperature instead");
    EXPECT_TRUE(with_gas(form, -60.0, -60.0)) << form.id;
    EXPECT_EQ(with_gas(form, -60.0, -300.0).error().place, "temperature") << form.id;
    EXPECT_EQ(with_gas(form, -300.0, -60.0).error().place, "gas") << form.id;
  }
  EXPECT_EQ(with_gas(still_bath(), 5.0).error().place, "gas");
}

TEST(WholeBodyForm, DisplaysNothingWarmerThanAGasThatIsGivenAlone) {
  EXPECT_EQ(displayed_temperature(with_gas(electric_chamber(), -60.0).value()), -110.0);
  const WholeBodyForm colder = with_gas(electric_chamber(), -120.0).value();
  EXPECT_EQ(displayed_temperature(colder), -120.0);
  EXPECT_EQ(temperature_at_skin(colder), -120.0);
}

TEST(WholeBodyForm, HasNoAntechamberThatIsColderThanTheGasOfTheMainRoom) {
  const auto before = [](const WholeBodyForm& form) {
    return std::get<Chamber>(form.source).antechamber_time;
  };
  EXPECT_GT(before(with_temperature(electric_chamber(), -110.0).value()), 0.0);
  // The gas is at −50 °C, the antechamber at −60 °C.
  EXPECT_EQ(before(with_temperature(electric_chamber(), -65.0).value()), 0.0);
  EXPECT_EQ(before(with_gas(electric_chamber(), -50.0).value()), 0.0);
  EXPECT_GT(before(with_gas(electric_chamber(), -70.0, -75.0).value()), 0.0);
}

TEST(WholeBodyForm, IsItselfAtTheMedianDraw) {
  for (const WholeBodyForm& form : whole_body_forms()) {
    const WholeBodyForm same = drawn(form, posterior::median());
    EXPECT_EQ(temperature_at_skin(same), temperature_at_skin(form)) << form.id;
  }
}

TEST(WholeBodyForm, CoolsMoreWithAPositiveScore) {
  using posterior::Score;
  const auto colder = with_score(Score::temperature, posterior::score_p95);
  EXPECT_NEAR(temperature_at_skin(drawn(electric_chamber(), colder)), -110.0, 1e-9);
  EXPECT_NEAR(temperature_at_skin(drawn(nitrogen_cryosauna(), colder)), -50.0, 1e-9);
  const auto windier = with_score(Score::jet, posterior::score_p95);
  const auto film = [](const WholeBodyForm& form) {
    return std::get<Immersion>(form.source).conductance.usual;
  };
  EXPECT_NEAR(film(drawn(still_bath(), windier)), 230.0, 1e-9);
  const auto stiller = with_score(Score::jet, -posterior::score_p95);
  EXPECT_NEAR(film(drawn(still_bath(), stiller)), 50.0, 1e-9);
}

TEST(WholeBodyForm, StandsOnFactsThatExist) {
  for (const WholeBodyForm& form : whole_body_forms()) {
    EXPECT_FALSE(form.basis.empty()) << form.id;
    EXPECT_NE(facts::notes_of(form.id), nullptr) << form.id;
    EXPECT_TRUE(whole_body_form(form.id).has_value());
  }
  EXPECT_FALSE(whole_body_form("ice_bag").has_value());
}

}  // namespace
}  // namespace coldplan::applicator
