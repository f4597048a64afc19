#include "coldplan/simulation/session.h"

#include <algorithm>
#include <cstdint>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/variation.h"

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

TEST(Simulate, StopsADeviceWhereItsSkinTemperatureIsReachedAndBothColumnsWithIt) {
  Session jet = usual_session(applicator::co2_jet());
  jet.use.dwell = 1.0;  // held still
  const BackHistory back = simulate(build_with_fat(0.02), jet).value();
  EXPECT_TRUE(back.stopped);
  EXPECT_LT(back.removal, jet.duration);
  const Summary skin = summary_of(back, landmark::skin);
  EXPECT_NEAR(skin.end, 4.0, 0.01);
  EXPECT_NEAR(skin.coldest, 4.0, 0.01);
  EXPECT_EQ(back.paraspinal.time.size(), back.midline.time.size());
  EXPECT_NEAR(back.midline.time.back(), back.removal + jet.after, 1e-6);
}

TEST(Simulate, RepeatsBoutsWithGapsAndCoolsDeeperThanOne) {
  Session once = usual_session(applicator::ice_bag());
  Session thrice = once;
  thrice.bouts = 3;
  thrice.gap = 1800.0;
  const BackHistory one = simulate(build_with_fat(0.01), once).value();
  const BackHistory three = simulate(build_with_fat(0.01), thrice).value();
  ASSERT_EQ(three.cold.size(), 3U);
  EXPECT_DOUBLE_EQ(three.cold[1].from, 3000.0);
  EXPECT_DOUBLE_EQ(three.removal, 3 * 1200.0 + 2 * 1800.0);
  EXPECT_LT(summary_of(three, landmark::muscle_2cm).coldest,
            summary_of(one, landmark::muscle_2cm).coldest);
  EXPECT_GT(three.heat_taken, 2.0 * one.heat_taken);
}

TEST(Simulate, FollowsAMachineForHoursUntilItsIceIsGone) {
  Session day = usual_session(applicator::ice_water_machine());
  day.duration = 12 * 3600.0;
  day.after = 0.0;
  const BackHistory back = simulate(build_with_fat(0.02), day).value();
  // 1 kg of ice lasts 2.9 h with 17.5 W of pad and 15 W parasitic (facts): 3 kg about 9 h here.
  const auto& events = back.paraspinal.events;
  const auto melted = std::find_if(events.begin(), events.end(), [](const auto& event) {
    return event.kind == bioheat::EventKind::store_melted;
  });
  ASSERT_NE(melted, events.end());
  EXPECT_GT(melted->time, 6 * 3600.0);
  EXPECT_LT(melted->time, 12 * 3600.0);
  EXPECT_GT(back.pack_temperature.back(), 5.5);
}

TEST(Simulate, RefusesWhatTheFormDoesNotKnowWithThePlace) {
  Session towel = usual_session(applicator::co2_jet());
  towel.use.barriers = {applicator::Barrier::dry_towel};
  EXPECT_EQ(simulate(build_with_fat(0.01), towel).error().place, "session.use.barriers");
  EXPECT_EQ(
      simulate(build_with_fat(0.01), usual_session(applicator::home_air_machine())).error().place,
      "session.form");
  Session endless = usual_session(applicator::ice_bag());
  endless.bouts = 40;
  endless.gap = 3600.0;
  EXPECT_EQ(simulate(build_with_fat(0.01), endless).error().place, "session.bouts");
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
    if (!applicator::is_predictable(form)) {
      continue;
    }
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

TEST(Simulate, GivesTheSameAtTheMedianDrawAndOthersInOthers) {
  const Session session = usual_session(applicator::ice_bag());
  const anatomy::Build build = build_with_fat(0.015);
  const BackHistory usual = simulate(build, session).value();
  const BackHistory median = simulate(build, session, posterior::draw_of({})).value();
  for (std::size_t i = 0; i < usual.traces.size(); ++i) {
    EXPECT_EQ(median.traces[i].temperature, usual.traces[i].temperature);
  }
  const BackHistory other = simulate(build, session, posterior::draw(5, 0)).value();
  EXPECT_NE(trace_of(other, landmark::skin).temperature,
            trace_of(usual, landmark::skin).temperature);
}

TEST(Simulate, SolvesEveryDrawOfFormTissueAndBack) {
  for (std::uint64_t i = 0; i < 25; ++i) {
    const posterior::Draw draw = posterior::draw(5, i);
    Session session = usual_session(applicator::gel_pack());
    session.form = applicator::drawn(session.form, session.use, draw);
    const auto back = simulate(build_with_fat(0.015), session, draw);
    ASSERT_TRUE(back.has_value()) << i << ": " << message(back.error());
    EXPECT_GT(summary_of(*back, landmark::skin).start, 27.0) << i;
    EXPECT_LT(summary_of(*back, landmark::skin).start, 37.0) << i;
  }
}

}  // namespace
}  // namespace coldplan::simulation
