#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/simulation/body_session.h"

// What was measured on people, by its sign, its order and, where the setting is known well enough,
// its size. Nothing here is a proof of the model: of most studies the gas at the skin, the build of
// the people or the moment of reading is unknown. What it does not give:
//  - Thigh skin: just after 4 min in water of 8 °C, 8.4 °C lower (SD 0.7, Costello 2012); here
//    18 °C at exit and 11.4 °C three minutes later.
//  - Rectal: an hour after chamber or bath, 0.3 and 0.4 °C lower (SD 0.2, Costello 2012); here
//    0.85 °C.
//  - Mean skin: 8.3 °C lower in a cryosauna (Hausswirth 2013); here 6 °C, in gas of −25 °C.
//  - By place: legs fell most in a chamber, 6.3 °C, and shoulders least, 2 °C (Human Movement
//    2013;14:299); here trunk and arms fall by a degree more than legs.
namespace coldplan {
namespace {

using simulation::BodySession;
using thermoregulation::BodyHistory;
using thermoregulation::Observed;
using thermoregulation::Site;

constexpr double minute = 60.0;
constexpr double hour = 3600.0;

/// The man whose baths the model was fitted to.
person::Person young_man(double weight = 75.0) {
  person::Person person;
  person.sex = person::Sex::male;
  person.age = 25.0;
  person.height = 1.80;
  person.weight = weight;
  return person;
}

BodySession chamber(double displayed, double minutes) {
  BodySession session = simulation::usual_body_session(
      applicator::with_temperature(applicator::electric_chamber(), displayed).value());
  session.duration = minutes * minute;
  return session;
}

BodySession bath(double temperature, double minutes) {
  BodySession session = simulation::usual_body_session(
      applicator::with_temperature(applicator::still_bath(), temperature).value());
  session.duration = minutes * minute;
  return session;
}

BodyHistory history_of(const BodySession& session, const person::Person& person = young_man()) {
  const auto task = simulation::body_task(simulation::median_subject(person), session,
                                          thermoregulation::make_layout());
  return thermoregulation::simulate({&task, 1}).front().value();
}

/// By how much it has fallen at a time.
double fall(const BodyHistory& history, const std::vector<double>& values, double time) {
  const auto after = std::lower_bound(history.time.begin(), history.time.end(), time - 1e-6);
  const auto i = static_cast<std::size_t>(after - history.time.begin());
  const double share = (time - history.time[i - 1]) / (history.time[i] - history.time[i - 1]);
  return values.front() - std::lerp(values[i - 1], values[i], share);
}

double skin_fall(const BodyHistory& history, double time) {
  return fall(history, history.of(Observed::mean_skin), time);
}

double rectal_fall(const BodyHistory& history, double time) {
  return fall(history, history.of(Observed::pelvis_core), time);
}

TEST(Published, SkinInAChamberFallsAsMeasuredWithinTwoMinutesOfLeaving) {
  // Hausswirth 2013, PLoS ONE 8:e72658: 13.7 °C after 3 min, read after some time by a camera. The
  // −110 °C are a seller's summary of it.
  const double exit = 3.0 * minute;
  const BodyHistory history = history_of(chamber(-110.0, 3.0));
  fmt::print("mean skin: {:.1f} at exit, {:.1f} two minutes later, measured 13.7\n",
             skin_fall(history, exit), skin_fall(history, exit + 2.0 * minute));
  EXPECT_GT(skin_fall(history, exit), 13.7);
  EXPECT_LT(skin_fall(history, exit + 2.0 * minute), 13.7);
  EXPECT_GT(skin_fall(history, exit), 8.0);
  EXPECT_LT(skin_fall(history, exit), 20.0);
}

TEST(Published, ACryosaunaCoolsSkinLessThanAChamber) {
  // The same: 8.3 against 13.7 °C.
  const BodySession cabin = simulation::usual_body_session(applicator::nitrogen_cryosauna());
  const BodyHistory out = history_of(cabin);
  const BodyHistory in = history_of(chamber(-110.0, 3.0));
  fmt::print("cryosauna: {:.1f}, measured 8.3\n", skin_fall(out, cabin.duration));
  EXPECT_GT(skin_fall(out, cabin.duration), 0.0);
  EXPECT_LT(skin_fall(out, cabin.duration), skin_fall(in, 3.0 * minute));
}

TEST(Published, ThighSkinInAChamberFallsAsMeasuredWithinThreeMinutesOfLeaving) {
  // Costello 2012, PLoS ONE 7:e48190: 12.1 °C (SD 1.0) after 4 min at −110 °C.
  const double exit = 4.0 * minute;
  const BodyHistory history = history_of(chamber(-110.0, 4.0));
  const std::vector<double>& thigh = history.surface(Site::thigh);
  fmt::print("thigh skin: {:.1f} at exit, {:.2f} three minutes later, measured 12.1\n",
             fall(history, thigh, exit), fall(history, thigh, exit + 3.0 * minute));
  EXPECT_GT(fall(history, thigh, exit), 12.1);
  EXPECT_LT(fall(history, thigh, exit + 3.0 * minute), 12.1);
}

/// Thigh muscle and rectum an hour after.
void expect_deep_cold(const BodySession& session, double measured_rectal) {
  const BodyHistory history = history_of(session);
  const double later = session.duration + hour;
  const auto names = simulation::body_probe_names();
  for (std::size_t probe = 0; probe < names.size(); ++probe) {
    if (names[probe].starts_with("thigh")) {
      const double colder = fall(history, history.probes[probe], later);
      fmt::print("{}: {:.2f}\n", names[probe], colder);
      EXPECT_GT(colder, 0.8) << names[probe];
      EXPECT_LT(colder, 2.5) << names[probe];
    }
  }
  fmt::print("rectal: {:.2f}, measured {}\n", rectal_fall(history, later), measured_rectal);
  EXPECT_GT(rectal_fall(history, later), 0.0);
  EXPECT_LT(rectal_fall(history, later), 0.9);
}

TEST(Published, MuscleAndCoreAreColderAnHourAfterAChamberAndABath) {
  // Costello 2012: muscle at 1, 2 and 3 cm by 1.6, 1.2 and 1.6 °C after the chamber, by 2.0, 1.7
  // and 1.7 °C after the bath; rectum by 0.3 and 0.4 °C (SD 0.2). The rectal bound holds by a
  // little: the model cools cores too far, see above.
  expect_deep_cold(chamber(-110.0, 4.0), 0.3);
  expect_deep_cold(bath(8.0, 4.0), 0.4);
}

TEST(Published, LegsAreColderThanTheTrunkAnHourAfterAChamber) {
  // Dębiec-Bąk 2013, Human Movement 14:299: legs cooled most. Here that holds once the trunk has
  // rewarmed; at the exit trunk skin is the colder, which was not measured (docs/whole-body.md).
  const BodyHistory history = history_of(chamber(-120.0, 3.0));
  const double later = 3.0 * minute + hour;
  for (const Site leg : {Site::thigh, Site::leg, Site::foot}) {
    for (const Site trunk : {Site::chest, Site::back, Site::lumbar}) {
      EXPECT_GT(fall(history, history.surface(leg), later),
                fall(history, history.surface(trunk), later))
          << name_of(leg) << ", " << name_of(trunk);
    }
  }
}

TEST(Published, TheCoreIsColdestLongAfterTheChamber) {
  // Zalewski 2014, J Therm Biol 45:75: 50 to 60 min after 3 min at −120 °C, in the gut.
  const BodyHistory history = history_of(chamber(-120.0, 3.0));
  for (const Observed core : {Observed::central_blood, Observed::pelvis_core}) {
    const std::vector<double>& values = history.of(core);
    const auto lowest = std::min_element(values.begin(), values.end()) - values.begin();
    const double after = history.time[static_cast<std::size_t>(lowest)] - 3.0 * minute;
    fmt::print("core coldest {:.0f} min after\n", after / minute);
    EXPECT_GT(after, 15.0 * minute);
    EXPECT_LT(after, 120.0 * minute);
  }
}

TEST(Published, RestingMenCoolInWaterAtTheRateThatTheModelWasFittedTo) {
  // Thermal balance of man in water, Appl Human Sci 1996;15:161: 3.818 − 0.109 T_w [K/h]. No check:
  // least flow and shivering were chosen so (docs/whole-body.md).
  for (const double water : {15.0, 20.0, 25.0, 30.0}) {
    BodySession session = bath(water, 60.0);
    session.bath_is_held = true;
    session.after = 0.0;
    const double fallen = rectal_fall(history_of(session), hour);
    const double measured = 3.818 - 0.109 * water;
    fmt::print("water at {}: {:.2f} K/h, measured {:.2f}\n", water, fallen, measured);
    EXPECT_NEAR(fallen, measured, 0.25 * measured) << water;
  }
}

TEST(Published, FatPeopleCoolLessThanLeanOnesInTheSameBath) {
  // The same and many others.
  BodySession session = bath(15.0, 60.0);
  session.bath_is_held = true;
  session.after = 0.0;
  double leaner = rectal_fall(history_of(session, young_man(60.0)), hour);
  for (const double weight : {75.0, 95.0, 120.0}) {
    const double fallen = rectal_fall(history_of(session, young_man(weight)), hour);
    EXPECT_LT(fallen, leaner) << weight;
    leaner = fallen;
  }
}

}  // namespace
}  // namespace coldplan
