#include "coldplan/report/comparison_picture.h"

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/report/report_example.h"

namespace coldplan::report {
namespace {

TEST(ComparisonPicture, CanBeDrawnAndShowsWhatTheTableSays) {
  const planning::Comparison comparison =
      planning::compare(tests::case_of_someone(), "2026-11-27").value();
  const drawing::ComparePicture picture = comparison_picture(comparison);
  ASSERT_EQ(picture.forms.size(), comparison.forms.size() + comparison.forms_not_predicted.size());
  const auto& skin = picture.forms[0].history.curves[0].temperature_C;
  const std::size_t removal = simulation::sample_at(comparison.forms[0].history.time, 1200.0);
  EXPECT_NEAR(skin[removal], comparison.forms[0].rows[0].summary.end, 1e-9);
  EXPECT_TRUE(drawing::draw(picture, drawing::Format::svg).has_value());
}

TEST(SessionPicture, TakesTheMapFromTheSkinDown) {
  const simulation::Session session = simulation::usual_session(applicator::ice_bag());
  const planning::Comparison comparison =
      planning::compare_sessions(tests::someone(), {&session, 1}, quantity::UnitSystem::us, false)
          .value();
  const auto picture = session_picture(comparison);
  const std::size_t removal = simulation::sample_at(comparison.forms[0].history.time, 1200.0);
  EXPECT_NEAR(picture.history.map_temperature_C[removal].front(),
              comparison.forms[0].rows[0].summary.end, 1e-9);
  EXPECT_TRUE(drawing::draw(picture, drawing::Format::png).has_value());
}

}  // namespace
}  // namespace coldplan::report
