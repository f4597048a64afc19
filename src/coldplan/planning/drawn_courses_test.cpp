#include "coldplan/planning/drawn_courses.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/planning/drawn_numbers.h"

namespace coldplan::planning {
namespace {

const person::Person someone{person::Sex::female, 58.0, 1.65, 78.0};

simulation::Session usual(const char* form) {
  return simulation::usual_session(applicator::form_from(form, "form").value());
}

TEST(DrawnCourses, AreThoseWhoseNumbersAreTold) {
  const auto draws = person_draws(someone);
  const auto session = usual("gel_pack");
  const auto courses =
      drawn_courses(draws, session, simulation::sample_interval_of(session)).value();
  const auto numbers = drawn_numbers(draws, {&session, 1}).front().value();
  ASSERT_EQ(courses.size(), draws.size());
  for (std::size_t i = 0; i < draws.size(); i += 7) {
    const auto coldest_of = [](const std::vector<double>& course) {
      return *std::min_element(course.begin(), course.end());
    };
    EXPECT_NEAR(coldest_of(courses[i].skin), numbers[i].tissues[0].coldest, 0.1) << i;
    EXPECT_NEAR(coldest_of(courses[i].muscle[1]), numbers[i].tissues[3].coldest, 0.1) << i;
    EXPECT_EQ(courses[i].removal, session.duration);
  }
}

TEST(DrawnCourses, BeginAtRestAndKeepFlowAndMetabolismWithinIt) {
  const auto draws = person_draws(someone);
  const auto courses = drawn_courses(draws, usual("ice_bag"), 15.0).value();
  for (const DrawnCourses& each : courses) {
    EXPECT_DOUBLE_EQ(each.skin_flow.front(), 1.0);
    EXPECT_DOUBLE_EQ(each.muscle_metabolism.front(), 1.0);
    EXPECT_GE(*std::min_element(each.skin_flow.begin(), each.skin_flow.end()), 0.0);
    EXPECT_LE(each.coldest.front(), each.coldest.back());
  }
}

}  // namespace
}  // namespace coldplan::planning
