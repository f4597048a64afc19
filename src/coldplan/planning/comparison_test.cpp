#include "coldplan/planning/comparison.h"

#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/planning/warnings.h"

namespace coldplan::planning {
namespace {

person::Case someone() {
  person::Case subject;
  subject.person.sex = person::Sex::female;
  subject.person.age = 58.0;
  subject.person.height = 1.65;
  subject.person.weight = 78.0;
  return subject;
}

TEST(Compare, ShowsEveryTherapyThatCanBePredictedAndWhyNotTheOthers) {
  const Comparison comparison = compare(someone(), "2026-11-27").value();
  std::size_t therapies = 0;
  for (const applicator::Form& form : applicator::all_forms()) {
    therapies += applicator::is_therapy(form) ? 1 : 0;
  }
  EXPECT_EQ(comparison.forms.size() + comparison.forms_not_predicted.size(), therapies);
  ASSERT_EQ(comparison.forms_not_predicted.size(), 2u);
  EXPECT_EQ(comparison.forms_not_predicted.front().id, "home_air_machine");
  EXPECT_NE(comparison.forms_not_predicted.front().why.find("no data were found"),
            std::string::npos);
  for (const FormOutcome& form : comparison.forms) {
    ASSERT_EQ(form.rows.size(), form.session.form.skin_only ? 1u : 6u);
    EXPECT_EQ(form.rows.front().name, "skin");
    EXPECT_GT(form.heat_taken.p05, 0.0);
    EXPECT_LT(form.heat_taken.p05, form.heat_taken.p95);
    for (const TissueRow& row : form.rows) {
      EXPECT_LT(row.coldest.p05, row.coldest.median) << form.session.form.id << row.name;
      EXPECT_LT(row.coldest.median, row.coldest.p95) << form.session.form.id << row.name;
      EXPECT_EQ(row.coldest.median, row.median.coldest);
      EXPECT_LE(row.median.coldest, row.median.end) << form.session.form.id << row.name;
      EXPECT_LE(row.median.coldest, row.median.start);
    }
  }
}

TEST(Compare, KeepsToTheFamiliesWishedForAndNamesThoseItCannotPredict) {
  person::Case subject = someone();
  subject.wishes.forms = {"menthol_gel", "ice_bath"};
  const Comparison comparison = compare(subject, "2026-11-27").value();
  ASSERT_EQ(comparison.forms.size(), 2u);
  EXPECT_EQ(comparison.forms.front().session.form.id, "topical_menthol");
  EXPECT_EQ(comparison.families_not_predicted, std::vector<std::string>{"ice_bath"});
}

TEST(Compare, ShowsACourseWithinTheIntervalsAndItsNumbersNearTheirMedians) {
  const Comparison comparison = compare(someone(), "2026-11-27").value();
  for (const FormOutcome& form : comparison.forms) {
    for (const TissueRow& row : form.rows) {
      const double course = row.summary.coldest;
      EXPECT_GT(course, row.coldest.p05) << form.session.form.id << row.name;
      EXPECT_LT(course, row.coldest.p95) << form.session.form.id << row.name;
      EXPECT_LT(std::abs(course - row.coldest.median), 0.5 * (row.coldest.p95 - row.coldest.p05))
          << form.session.form.id << row.name;
    }
  }
}

TEST(Compare, NamesThePosteriorThatItsDrawsComeFrom) {
  const auto session = simulation::usual_session(applicator::ice_bag());
  const auto comparison =
      compare_sessions(someone().person, {&session, 1}, quantity::UnitSystem::metric, false);
  EXPECT_EQ(comparison->posterior.date, posterior::provenance().date);
  EXPECT_EQ(comparison->posterior.studies, posterior::provenance().studies);
}

/// Width of the interval of muscle under its fat, the mean over the forms of packs.
double mean_width_of_muscle(const person::Case& subject) {
  double mean = 0.0;
  const Comparison comparison = compare(subject, "2026-11-27").value();
  for (const FormOutcome& form : comparison.forms) {
    const Interval& muscle = form.rows[2].coldest;
    mean += (muscle.p95 - muscle.p05) / static_cast<double>(comparison.forms.size());
  }
  return mean;
}

TEST(Compare, NarrowsTheSpreadOfMuscleWithAMeasuredSkinfoldAndMoreWithUltrasound) {
  person::Case subject = someone();
  subject.wishes.forms = {"ice_pack"};
  const double guessed = mean_width_of_muscle(subject);
  subject.person.lumbar_skinfold = 0.045;
  const double by_skinfold = mean_width_of_muscle(subject);
  subject.person.lumbar_skinfold.reset();
  subject.person.lumbar_fat = 0.0225;
  const double by_ultrasound = mean_width_of_muscle(subject);
  EXPECT_LT(by_skinfold, guessed);
  EXPECT_LT(by_ultrasound, guessed);
}

TEST(Compare, GivesTheSameAnswerForMirroredUnits) {
  // 65 in and 172 lb read as metres and kilograms give the same bits as the metric words for them.
  const auto us = person::read_case(
      R"({"person":{"age":58,"sex":"female","height_in":65,"weight_lb":172},
          "wishes":{"forms":["cold_machine"]}})");
  const auto metric = person::read_case(
      R"({"person":{"age":58,"sex":"female","height_cm":165.1,"weight_kg":78.01788764},
          "wishes":{"forms":["cold_machine"]}})");
  const Comparison a = compare(us.value(), "2026-11-27").value();
  const Comparison b = compare(metric.value(), "2026-11-27").value();
  for (std::size_t form = 0; form < a.forms.size(); ++form) {
    for (std::size_t row = 0; row < 6; ++row) {
      EXPECT_NEAR(a.forms[form].rows[row].summary.coldest, b.forms[form].rows[row].summary.coldest,
                  1e-9);
    }
  }
}

/// What makes most of the interval of a tissue.
std::string driver(const applicator::Form& form, std::size_t row) {
  return predict(someone().person, simulation::usual_session(form), false)->rows[row].driver;
}

TEST(Predict, NamesContactAsTheDriverOfSkinUnderAPack) {
  EXPECT_EQ(driver(applicator::ice_bag(), 0), "contact");
}

TEST(Predict, NamesNoDriverThatAFormHasNot) {
  EXPECT_NE(driver(applicator::cold_air_machine(), 0), "contact");
  EXPECT_NE(driver(applicator::ice_bag(), 0), "jet");
  EXPECT_EQ(driver(applicator::vapocoolant(), 0), "temperature");
}

TEST(Predict, GivesTheSameBitsInASecondCallAndAmongOtherSessions) {
  const std::vector<simulation::Session> sessions{simulation::usual_session(applicator::gel_pack()),
                                                  simulation::usual_session(applicator::co2_jet())};
  const auto together =
      compare_sessions(someone().person, sessions, quantity::UnitSystem::metric, false);
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const auto alone = predict(someone().person, sessions[i], false);
    for (std::size_t row = 0; row < alone->rows.size(); ++row) {
      EXPECT_EQ(alone->rows[row].coldest.p05, together->forms[i].rows[row].coldest.p05);
      EXPECT_EQ(alone->rows[row].coldest.p95, together->forms[i].rows[row].coldest.p95);
      EXPECT_EQ(alone->rows[row].summary.end, together->forms[i].rows[row].summary.end);
    }
  }
}

TEST(Predict, IsSurerOfMuscleUnderFatThatUltrasoundHasMeasured) {
  person::Person person = someone().person;
  const auto session = simulation::usual_session(applicator::ice_bag());
  const auto width = [&](const person::Person& of) {
    const Interval muscle = predict(of, session, false)->rows[2].coldest;
    return muscle.p95 - muscle.p05;
  };
  const double guessed = width(person);
  person.lumbar_fat = anatomy::median_build(person).paraspinal_fat;
  EXPECT_LT(width(person), guessed);
}

TEST(Predict, ClaimsNothingUnderTheSkinOfAGel) {
  const auto gel =
      predict(someone().person, simulation::usual_session(applicator::menthol_gel()), true);
  ASSERT_EQ(gel->rows.size(), 1u);
  // Liquid Ice 2010: the skin fell by 3.4 ± 0.7 °C in 20 min.
  const double fall = gel->rows.front().summary.start - gel->rows.front().coldest.median;
  EXPECT_NEAR(fall, 3.4, 1.2);
  EXPECT_FALSE(gel->skin_over_barrier.has_value());
}

TEST(Predict, WarnsOfLongSessionsAndUncheckedRooms) {
  simulation::Session session = simulation::usual_session(applicator::ice_bag());
  EXPECT_TRUE(predict(someone().person, session, false)->warnings.empty());
  session.duration = 3000.0;
  session.use.room_temperature = 40.0;
  EXPECT_EQ(predict(someone().person, session, false)->warnings.size(), 2u);
}

TEST(Warnings, CountBoutsWithoutAGapAsOneStretchAndHoursInAll) {
  simulation::Session session = simulation::usual_session(applicator::ice_water_machine());
  session.duration = 1800.0;
  EXPECT_TRUE(warnings_of(session).empty());
  session.bouts = 12;
  EXPECT_EQ(warnings_of(session).size(), 2u);
  session.gap = 1800.0;
  EXPECT_EQ(warnings_of(session).size(), 1u);
}

TEST(Warnings, SpeakOfANozzleHeldStillMoreStronglyWithoutAStop) {
  simulation::Session air = simulation::usual_session(applicator::cold_air_machine());
  air.use.dwell = 1.0;
  ASSERT_EQ(warnings_of(air).size(), 1u);
  EXPECT_NE(warnings_of(air).front().find("nothing stops it"), std::string::npos);
  air.use.dwell = 0.1;
  EXPECT_TRUE(warnings_of(air).empty());
}

TEST(Predict, FlagsTheColdestThatSkinMayGet) {
  const auto outcome =
      predict(someone().person, simulation::usual_session(applicator::ice_bag_wetted()), false);
  ASSERT_TRUE(outcome.has_value());
  ASSERT_FALSE(outcome->flags.empty());
  EXPECT_EQ(outcome->flags.front().limit.id, "numb");
  EXPECT_TRUE(outcome->flags.front().passed);
  EXPECT_FALSE(outcome->skin_over_barrier.has_value());
}

}  // namespace
}  // namespace coldplan::planning
