#include "coldplan/report/session_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::report {
namespace {

TEST(SessionText, ShowsEveryMinuteOfCoolingAndEveryFifthAfterwards) {
  person::Person person;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  const auto outcome =
      planning::predict(person, simulation::usual_session(applicator::ice_bag()), false);
  const std::string text = session_text(person, outcome.value(), quantity::UnitSystem::metric);
  EXPECT_THAT(text, ::testing::HasSubstr("\n      17 "));
  EXPECT_THAT(text, ::testing::HasSubstr("\n      75 "));
  EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("\n      43 ")));
}

}  // namespace
}  // namespace coldplan::report
