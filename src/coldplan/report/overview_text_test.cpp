#include "coldplan/report/overview_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/report/report_example.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string overview_of(const applicator::Form& form) {
  const simulation::Session session = simulation::usual_session(form);
  return overview_text(planning::compare_sessions(tests::someone(), {&session, 1},
                                                  quantity::UnitSystem::metric, true)
                           .value());
}

TEST(Overview, GivesAPackOneLineAndOneOverATowel) {
  const std::string text = overview_of(applicator::ice_bag());
  EXPECT_THAT(text, HasSubstr("Packs, compress, ice massage\n  Ice bag, dry, 20 min  "));
  EXPECT_THAT(text, HasSubstr("    over a dry towel  "));
  EXPECT_THAT(text,
              HasSubstr("! Skin may come below 10.0 °C, where skin of fingers and toes goes"));
}

TEST(Overview, ClaimsNoMuscleTemperatureOfAGel) {
  EXPECT_THAT(overview_of(applicator::menthol_gel()), HasSubstr("not measured"));
}

TEST(Overview, SaysThatAPinprickIsNoRelief) {
  EXPECT_THAT(overview_of(applicator::gravity_cuff()), HasSubstr("no measure of"));
  EXPECT_THAT(overview_of(applicator::gravity_cuff()), Not(HasSubstr("over a dry towel")));
}

}  // namespace
}  // namespace coldplan::report
