#include "coldplan/report/session_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/report/report_example.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(double minutes) {
  simulation::Session session = simulation::usual_session(applicator::ice_bag());
  session.duration = 60.0 * minutes;
  return session_text(planning::compare_sessions(tests::someone(), {&session, 1},
                                                 quantity::UnitSystem::metric, false)
                          .value(),
                      planning::consequences(tests::someone(), session).value());
}

TEST(SessionText, ShowsEveryMinuteOfCoolingAndEveryFifthAfterwards) {
  const std::string text = text_of(20.0);
  EXPECT_THAT(text, HasSubstr("\n      17 "));
  EXPECT_THAT(text, HasSubstr("\n      75 "));
  EXPECT_THAT(text, Not(HasSubstr("\n      43 ")));
}

TEST(SessionText, ShowsARemovalBetweenMinutes) {
  EXPECT_THAT(text_of(7.7), HasSubstr("\n     7.7 "));
}

TEST(SessionText, WarnsAndNamesItsData) {
  EXPECT_THAT(text_of(45.0), HasSubstr("longer than the 20 minutes"));
  EXPECT_THAT(text_of(20.0), HasSubstr("data "));
}

}  // namespace
}  // namespace coldplan::report
