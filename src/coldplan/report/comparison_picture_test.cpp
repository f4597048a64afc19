#include "coldplan/report/comparison_picture.h"

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::report {
namespace {

TEST(ComparisonPicture, CanBeDrawnAndShowsWhatTheTableSays) {
  person::Case subject;
  subject.person.age = 58.0;
  subject.person.height = 1.65;
  subject.person.weight = 78.0;
  const planning::Comparison comparison = planning::compare(subject).value();
  const drawing::ComparePicture picture = comparison_picture(comparison);
  ASSERT_EQ(picture.forms.size(), comparison.forms.size());
  const auto& skin = picture.forms[0].history.curves[0].temperature_C;
  EXPECT_NEAR(skin[20], comparison.forms[0].rows[0].summary.end, 1e-9);
  EXPECT_TRUE(drawing::draw(picture, drawing::Format::svg).has_value());
}

TEST(SessionPicture, TakesTheMapFromTheSkinDown) {
  person::Person person;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  const auto outcome =
      planning::predict(person, simulation::usual_session(applicator::ice_bag()), false);
  const auto picture = session_picture(person, outcome.value(), quantity::UnitSystem::us);
  EXPECT_NEAR(picture.history.map_temperature_C[20].front(), outcome->rows[0].summary.end, 1e-9);
  EXPECT_TRUE(drawing::draw(picture, drawing::Format::png).has_value());
}

}  // namespace
}  // namespace coldplan::report
