#include "coldplan/posterior/parameters.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

namespace coldplan::posterior {
namespace {

Score score_of(facts::Id fact) {
  return parameters()[parameter_of(fact)].score;
}

TEST(Parameters, AreFactsWithASpreadEachNamedOnce) {
  std::set<std::string> seen;
  for (const Parameter& each : parameters()) {
    const facts::Fact& fact = facts::fact(each.fact);
    EXPECT_TRUE(seen.insert(std::string{fact.id}).second) << fact.id;
    EXPECT_TRUE(!std::isnan(fact.sd) || fact.low < fact.high) << fact.id;
    EXPECT_EQ(at(each.prior, 0.0), fact.value) << fact.id;
  }
}

TEST(Parameters, AreFoundByTheirFact) {
  for (std::size_t i = 0; i < parameter_count; ++i) {
    EXPECT_EQ(parameter_of(parameters()[i].fact), i);
  }
  EXPECT_EQ(parameter_of(facts::id::body::room_conductance), parameter_count);
  EXPECT_EQ(parameter_of(facts::Id{65535}), parameter_count);
}

TEST(Parameters, ReachTheEndsOfTheRangesOfTheirFacts) {
  for (const Parameter& each : parameters()) {
    const facts::Fact& fact = facts::fact(each.fact);
    if (!std::isnan(fact.low)) {
      EXPECT_NEAR(at(each.prior, -score_p95), fact.low, 1e-12 * std::abs(fact.low)) << fact.id;
      EXPECT_NEAR(at(each.prior, score_p95), fact.high, 1e-12 * std::abs(fact.high)) << fact.id;
    }
  }
}

TEST(Parameters, GiveAReasonWhereTheyShareAScoreOrAreBounded) {
  for (const Parameter& each : parameters()) {
    const auto sharing =
        std::count_if(parameters().begin(), parameters().end(),
                      [&each](const Parameter& other) { return other.score == each.score; });
    const bool is_bounded = each.prior.bounds.most < INFINITY || each.prior.bounds.least > 0.0;
    EXPECT_EQ(each.why.empty(), sharing == 1 && !is_bounded) << facts::fact(each.fact).id;
  }
}

TEST(Parameters, UseEveryScoreButThoseOfForms) {
  for (std::size_t place = 0; place < score_count; ++place) {
    const bool is_used =
        std::any_of(parameters().begin(), parameters().end(),
                    [place](const Parameter& each) { return place_of(each.score) == place; });
    EXPECT_EQ(is_used, place > place_of(Score::evaporation)) << place;
  }
}

TEST(Parameters, VaryTogetherWhereTheirSourcesDo) {
  namespace tissue = facts::id::tissue;
  namespace perfusion = facts::id::perfusion;
  EXPECT_EQ(score_of(tissue::muscle_perfusion), score_of(tissue::muscle_metabolic_heat));
  EXPECT_EQ(score_of(tissue::cortical_bone_conductivity),
            score_of(tissue::cancellous_bone_conductivity));
  EXPECT_EQ(score_of(tissue::ligament_density), score_of(tissue::fascia_density));
  EXPECT_EQ(score_of(perfusion::local_floor), score_of(perfusion::local_sensitivity));
  EXPECT_NE(score_of(tissue::muscle_perfusion), score_of(tissue::fat_perfusion));
}

TEST(Parameters, AreOnTheLogarithmicScaleWhereTheirRangeIsPositive) {
  for (const Parameter& each : parameters()) {
    const facts::Fact& fact = facts::fact(each.fact);
    EXPECT_EQ(each.prior.logarithmic, std::isnan(fact.low) ? fact.value > 0.0 : fact.low > 0.0)
        << fact.id;
  }
}

}  // namespace
}  // namespace coldplan::posterior
