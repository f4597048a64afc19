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
