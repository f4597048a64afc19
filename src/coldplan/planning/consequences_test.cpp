#include "coldplan/planning/consequences.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::planning {
namespace {

const person::Person someone{person::Sex::female, 58.0, 1.65, 78.0};

simulation::Session usual(const char* form) {
  return simulation::usual_session(applicator::form_from(form, "form").value());
}

const HazardRow& row_of(const Consequences& found, injury::Hazard hazard) {
  return *std::find_if(found.hazards.begin(), found.hazards.end(),
                       [hazard](const HazardRow& row) { return row.hazard == hazard; });
}

double median_of(const Consequences& found, effect::OutcomeId id) {
  return found.effects.at(static_cast<std::size_t>(id)).interval.median;
}

TEST(Consequences, HaveEveryEffectWithAnIntervalAndASentence) {
  const auto found = consequences(someone, usual("ice_bag")).value();
  ASSERT_EQ(found.effects.size(), effect::outcome_count);
  for (const EffectRow& row : found.effects) {
    EXPECT_LE(row.interval.p05, row.interval.median);
    EXPECT_LE(row.interval.median, row.interval.p95);
    EXPECT_FALSE(row.sentence.empty());
  }
  EXPECT_FALSE(found.directions.empty());
  EXPECT_FALSE(found.statements.empty());
}

TEST(Consequences, TellWhenALimitWouldBeReachedHadTheColdBeenLeftOn) {
  const auto session = usual("ice_bag");
  const auto found = consequences(someone, session).value();
  const HazardRow& freezing = row_of(found, injury::Hazard::skin_freezing);
  ASSERT_TRUE(freezing.passing);
  EXPECT_EQ(freezing.passing->horizon, 3.0 * session.duration + 1.0);
  EXPECT_FALSE(freezing.when.empty());
}

TEST(Consequences, ComeNearerTheLongerTheColdIsOn) {
  auto session = usual("ice_bag");
  const auto usual_time = consequences(someone, session).value();
  session.duration *= 2.0;
  const auto twice = consequences(someone, session).value();
  EXPECT_LT(row_of(twice, injury::Hazard::skin_freezing).interval.median,
            row_of(usual_time, injury::Hazard::skin_freezing).interval.median);
  EXPECT_LT(median_of(twice, effect::OutcomeId::nerve_velocity),
            median_of(usual_time, effect::OutcomeId::nerve_velocity));
}

TEST(Consequences, OfWetSkinAreMeasuredFromTheWarmerFreezingPoint) {
  const auto dry = consequences(someone, usual("ice_bag")).value();
  const auto wet = consequences(someone, usual("ice_massage")).value();
  EXPECT_TRUE(std::any_of(wet.hazards.begin(), wet.hazards.end(), [](const HazardRow& row) {
    return row.hazard == injury::Hazard::ice_crossing;
  }));
  EXPECT_EQ(std::count_if(
                dry.hazards.begin(), dry.hazards.end(),
                [](const HazardRow& row) { return row.hazard == injury::Hazard::ice_crossing; }),
            0);
}

TEST(Consequences, ClaimNothingUnderTheSkinWhereNothingWasMeasured) {
  const auto forms = applicator::all_forms();
  const auto skin_only = std::find_if(forms.begin(), forms.end(), [](const auto& form) {
    return form.skin_only && applicator::is_therapy(form) &&
           simulation::check(simulation::usual_session(form));
  });
  ASSERT_NE(skin_only, forms.end());
  const auto found = consequences(someone, simulation::usual_session(*skin_only)).value();
  EXPECT_TRUE(found.effects.empty());
  EXPECT_TRUE(std::none_of(found.hazards.begin(), found.hazards.end(), [](const HazardRow& row) {
    return row.hazard == injury::Hazard::nerve_warning;
  }));
}

TEST(Consequences, PassALimitWithinASessionNoLaterThanItEnds) {
  for (const char* form :
       {"vapocoolant_spray", "local_co2_neurocryostimulation", "metal_precooled", "ice_bag"}) {
    const auto session = usual(form);
    const auto found = consequences(someone, session).value();
    for (const HazardRow& row : found.hazards) {
      if (row.passed_share > 0.6 && row.passing && row.passing->half &&
          session.form.stop_temperature == std::nullopt) {
        EXPECT_LE(*row.passing->half, session.duration)
            << form << " " << injury::info(row.hazard).id;
      }
    }
  }
}

TEST(Consequences, OfAJetThatIsHeldDoNotCountOnItsSensor) {
  const auto found = consequences(someone, usual("local_co2_neurocryostimulation")).value();
  const HazardRow& freezing = row_of(found, injury::Hazard::skin_freezing);
  ASSERT_TRUE(freezing.passing);
  EXPECT_GT(freezing.passing->share, 0.25);
}

TEST(Consequences, MeasureWornMetalFromWhereFrostbiteThreatensUnderIt) {
  const auto found = consequences(someone, usual("metal_worn")).value();
  EXPECT_LT(row_of(found, injury::Hazard::worn_metal).interval.p05, 0.0);
}

TEST(Consequences, TellOfAShallowNerveAndOfASalicylateWhereTheyAreNamed) {
  const auto has = [](const Consequences& found, injury::Hazard hazard) {
    return std::any_of(found.hazards.begin(), found.hazards.end(),
                       [hazard](const HazardRow& row) { return row.hazard == hazard; });
  };
  const auto pack = usual("ice_bag");
  const auto metric = quantity::UnitSystem::metric;
  EXPECT_FALSE(has(consequences(someone, pack).value(), injury::Hazard::pack_over_nerve));
  EXPECT_TRUE(has(consequences(someone, pack, metric, {true, false}).value(),
                  injury::Hazard::pack_over_nerve));
  const auto rub = usual("topical_menthol");
  EXPECT_GT(consequences(someone, rub, metric, {false, true})->statements.size(),
            consequences(someone, rub)->statements.size());
}

TEST(Consequences, NameWhatIsWrongWithASession) {
  auto session = usual("ice_bag");
  session.duration = -1.0;
  EXPECT_FALSE(consequences(someone, session));
}

}  // namespace
}  // namespace coldplan::planning
