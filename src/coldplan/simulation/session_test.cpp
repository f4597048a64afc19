#include "coldplan/simulation/session.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::simulation {
namespace {

namespace landmark = anatomy::landmark;

constexpr anatomy::Build build_with_fat(double paraspinal_fat) {
  return {58.0, 1.85, 0.0022, paraspinal_fat / 0.8, paraspinal_fat, 0.038, 0.2};
}

Summary summary_of(const BackHistory& history, const std::string& name) {
  return summarize(history.time, trace_of(history, name), history.removal);
}

TEST(Simulate, CoolsSkinMostAndDeepTissueLeastAndLast) {
  const BackHistory back =
      simulate(build_with_fat(0.015), usual_session(applicator::ice_bag())).value();
  double shallower = summary_of(back, landmark::skin).coldest;
  double earlier = 0.0;
  for (const auto& name :
       {landmark::interface, landmark::muscle_1cm, landmark::muscle_2cm, landmark::muscle_3cm}) {
    const Summary summary = summary_of(back, name);
    EXPECT_GT(summary.coldest, shallower) << name;
    EXPECT_GE(summary.coldest_time, earlier) << name;
    shallower = summary.coldest;
    earlier = summary.coldest_time;
  }
  EXPECT_LT(summary_of(back, landmark::facet).start - summary_of(back, landmark::facet).coldest,
            1.0);
}

TEST(Simulate, LandsNearTheReferenceChecksOfTheFacts) {
  // applicators: the reference model's skin under this bag after 20 min, fat 5, 10, 20 mm (not a
  // measurement, and another perfusion law): 11.7, 10.3, 9.7 °C, 819 to 896 kJ/m².
  struct Check {
    double fat;
    double skin;
  };
  for (const Check& check : {Check{0.005, 11.7}, Check{0.010, 10.3}, Check{0.020, 9.7}}) {
    const BackHistory back =
        simulate(build_with_fat(check.fat), usual_session(applicator::ice_bag())).value();
    EXPECT_NEAR(summary_of(back, landmark::skin).end, check.skin, 1.5);
    EXPECT_NEAR(back.heat_taken / 0.041 / 857e3, 1.0, 0.15);
  }
}

TEST(Simulate, StartsSkinWhereRestingSkinWasAssumed) {
  // body.lumbar_skin_temperature: not found; 33 to 34 °C assumed.
  const BackHistory back =
      simulate(build_with_fat(0.015), usual_session(applicator::ice_bag())).value();
  EXPECT_NEAR(summary_of(back, landmark::skin).start, 33.5, 1.0);
}

TEST(Simulate, KeepsColdThatATowelHoldsBackAwayFromTheSkin) {
  Session bare = usual_session(applicator::ice_bag());
  Session towel = bare;
  towel.use.barriers = {applicator::Barrier::dry_towel};
  const anatomy::Build build = build_with_fat(0.01);
  const double without = summary_of(simulate(build, bare).value(), landmark::skin).coldest;
  const double with = summary_of(simulate(build, towel).value(), landmark::skin).coldest;
  EXPECT_GT(with, without + 8.0);
}

TEST(Simulate, NeverFreezesSkinUnderMeltingIceAndRefusesAPackThatWould) {
  EXPECT_TRUE(
      simulate(build_with_fat(0.03), usual_session(applicator::ice_bag_wetted())).has_value());
  applicator::Form metal = applicator::ice_bag();
  metal.pack.start_temperature = -30.0;
  metal.pack.latent_heat = 0.0;
  metal.pack.mass = 20.0;
  metal.pack = applicator::with_contact(metal.pack, 10.0);
  const auto refused = simulate(build_with_fat(0.03), usual_session(metal));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::not_solved);
  EXPECT_TRUE(message(refused.error()).starts_with("skin: would freeze after "));
}

TEST(Simulate, ReadsTheRemovalAtItsOwnTimeHoweverShortTheSession) {
  for (const double minutes : {0.1, 0.37, 7.5, 20.1}) {
    Session session = usual_session(applicator::ice_bag());
    session.duration = 60.0 * minutes;
    const BackHistory back = simulate(build_with_fat(0.015), session).value();
    EXPECT_NEAR(back.time[sample_at(back.time, back.removal)], session.duration, 1e-9);
    const Summary skin = summary_of(back, landmark::skin);
    EXPECT_DOUBLE_EQ(skin.end, skin.coldest) << minutes;
    EXPECT_NEAR(skin.coldest_time, session.duration, 1e-9) << minutes;
  }
}

TEST(Simulate, RefusesASessionWithoutDuration) {
  Session none = usual_session(applicator::ice_bag());
  none.duration = 0.0;
  EXPECT_EQ(simulate(build_with_fat(0.01), none).error().place, "session.duration");
}

TEST(Simulate, ClosesTheEnergyOfEveryForm) {
  for (const applicator::Form& form : applicator::all_forms()) {
    const BackHistory back = simulate(build_with_fat(0.02), usual_session(form)).value();
    for (const bioheat::History* column : {&back.paraspinal, &back.midline}) {
      EXPECT_LT(column->energy.closure, 1e-10) << form.id;
      EXPECT_LT(column->energy.store_closure, 1e-10) << form.id;
    }
  }
}

TEST(ReflexSignal, IsThatOfTheFactsExample) {
  // 0.045 m² at −19 K on the standard body gives R = 0.79 (perfusion_response, reflex_basis).
  const double signal = reflex_signal_per_kelvin(0.045, 1.87) * 19.0;
  EXPECT_NEAR(1.0 / (1.0 + 0.032 * signal), 0.79, 0.005);
}

TEST(TraceOf, ThrowsForANameThatIsNotThere) {
  EXPECT_THROW((void)trace_of(BackHistory{}, "tail"), std::out_of_range);
}

}  // namespace
}  // namespace coldplan::simulation
