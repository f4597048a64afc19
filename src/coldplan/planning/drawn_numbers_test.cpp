#include "coldplan/planning/drawn_numbers.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/variation.h"

namespace coldplan::planning {
namespace {

using simulation::Session;

person::Person someone() {
  person::Person person;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  return person;
}

std::vector<DrawnNumbers> numbers_of(const Session& session) {
  return drawn_numbers(person_draws(someone()), {&session, 1}).front().value();
}

TEST(DrawnNumbers, HaveSkinNoColderThanWhatCoolsIt) {
  const std::vector<PersonDraw> draws = person_draws(someone());
  for (const applicator::Form& form : {applicator::ice_bag_wetted(), applicator::vapocoolant(),
                                       applicator::ice_water_machine(), applicator::co2_jet()}) {
    const Session session = simulation::usual_session(form);
    const auto numbers = numbers_of(session);
    ASSERT_EQ(numbers.size(), draws.size());
    for (std::size_t i = 0; i < draws.size(); ++i) {
      Session drawn = session;
      drawn.form = applicator::drawn(form, session.use, draws[i].draw);
      const double source = coldest_source(simulation::schedule_of(drawn, draws[i].draw));
      EXPECT_GE(numbers[i].tissues.front().coldest, source - 0.02) << form.id << i;
    }
  }
}

TEST(DrawnNumbers, AreThoseOfTheWholeHistoryButForTheMiss) {
  const std::vector<PersonDraw> all = person_draws(someone());
  for (const applicator::Form& form :
       {applicator::ice_bag(), applicator::co2_jet(), applicator::vapocoolant()}) {
    const Session session = simulation::usual_session(form);
    PersonDraw each = all[3];
    each.miss = {};
    const DrawnNumbers fast = drawn_numbers({&each, 1}, {&session, 1}).front().value().front();
    Session drawn = session;
    drawn.form = applicator::drawn(form, session.use, each.draw);
    const auto whole = simulation::simulate(each.build, drawn, each.draw).value();
    for (std::size_t i = 0; i < shown_landmarks().size(); ++i) {
      const auto summary = simulation::summarize(
          whole.time, simulation::trace_of(whole, shown_landmarks()[i]), whole.removal);
      EXPECT_NEAR(fast.tissues[i].coldest, summary.coldest, 0.03) << form.id << i;
    }
    EXPECT_NEAR(fast.heat_taken, whole.heat_taken, 0.005 * whole.heat_taken);
    EXPECT_NEAR(fast.frozen_depth, whole.paraspinal.deepest_frozen, 2e-5) << form.id;
  }
}

TEST(DrawnNumbers, NeverHaveTissueWarmerThanAtRestBecauseOfAMiss) {
  for (const DrawnNumbers& each : numbers_of(simulation::usual_session(applicator::gel_pack()))) {
    for (const simulation::Summary& tissue : each.tissues) {
      EXPECT_LE(tissue.coldest, tissue.start + 1e-6);
    }
  }
}

TEST(DrawnNumbers, FreezeSkinUnderASpray) {
  double deepest = 0.0;
  for (const DrawnNumbers& each :
       numbers_of(simulation::usual_session(applicator::vapocoolant()))) {
    deepest = std::max(deepest, each.frozen_depth);
  }
  EXPECT_GT(deepest, 0.0);
}

TEST(DrawnNumbers, TellOfTheSkinAloneWhereNothingIsClaimedUnderIt) {
  for (const DrawnNumbers& each :
       numbers_of(simulation::usual_session(applicator::menthol_gel()))) {
    EXPECT_EQ(each.tissues.size(), 1U);
  }
}

}  // namespace
}  // namespace coldplan::planning
