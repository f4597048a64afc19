#pragma once

#include "coldplan/applicator/forms.h"
#include "coldplan/cohort/plan.h"

/// Plans that tests share.
namespace coldplan::cohort {

/// Some people under a short ice bag, 10 minutes and 5 after it.
inline Plan small_plan(std::uint64_t people) {
  Plan plan;
  plan.seed = 7;
  plan.people = people;
  simulation::Session session = simulation::usual_session(applicator::ice_bag());
  constexpr double minute = 60.0;
  session.duration = 10.0 * minute;
  session.after = 5.0 * minute;
  plan.arms.push_back({"ice_bag", session});
  return plan;
}

/// The same, and a second arm of gel packs.
inline Plan two_arms(std::uint64_t people) {
  Plan plan = small_plan(people);
  simulation::Session session = plan.arms.front().session;
  session.form = applicator::gel_pack();
  plan.arms.push_back({"gel_pack", session});
  return plan;
}

}  // namespace coldplan::cohort
