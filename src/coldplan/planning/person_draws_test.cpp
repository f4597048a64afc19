#include "coldplan/planning/person_draws.h"

#include <gtest/gtest.h>

#include "coldplan/planning/interval.h"

namespace coldplan::planning {
namespace {

person::Person someone() {
  person::Person person;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  return person;
}

double width_of_fat(const person::Person& person) {
  std::vector<double> fat;
  for (const PersonDraw& each : person_draws(person)) {
    fat.push_back(each.build.paraspinal_fat);
  }
  const Interval interval = interval_of(fat);
  return interval.p95 - interval.p05;
}

TEST(SpreadEvenly, KeepsTheOrderAndMeetsEveryShareOnce) {
  std::vector<double> scores{0.3, -5.0, 0.2};
  spread_evenly(scores);
  EXPECT_NEAR(scores[1], -0.967421566101701, 1e-12);
  EXPECT_NEAR(scores[2], 0.0, 1e-12);
  EXPECT_NEAR(scores[0], 0.967421566101701, 1e-12);
}

TEST(PersonDraws, MissAsOftenToTheWarmAsToTheCold) {
  std::vector<double> skin;
  for (const PersonDraw& each : person_draws(someone())) {
    skin.push_back(each.miss.skin);
  }
  EXPECT_NEAR(interval_of(skin).median, 0.0, 1e-12);
}

TEST(PersonDraws, AreTheSameInEveryCall) {
  const auto one = person_draws(someone());
  const auto other = person_draws(someone());
  ASSERT_EQ(one.size(), person_draw_count);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].draw.scores, other[i].draw.scores);
    EXPECT_EQ(one[i].build.paraspinal_fat, other[i].build.paraspinal_fat);
    EXPECT_EQ(one[i].miss.skin, other[i].miss.skin);
  }
}

TEST(PersonDraws, KeepWhatIsKnownOfHer) {
  for (const PersonDraw& each : person_draws(someone())) {
    EXPECT_EQ(each.build.age, 58.0);
    EXPECT_EQ(each.build.body_surface, person::body_surface(someone()));
  }
}

TEST(PersonDraws, NarrowTheFatByASkinfoldAndFixItByUltrasound) {
  person::Person skinfold = someone();
  skinfold.lumbar_skinfold = 0.034;
  person::Person ultrasound = someone();
  ultrasound.lumbar_fat = 0.017;
  EXPECT_LT(width_of_fat(skinfold), width_of_fat(someone()));
  EXPECT_EQ(width_of_fat(ultrasound), 0.0);
}

}  // namespace
}  // namespace coldplan::planning
