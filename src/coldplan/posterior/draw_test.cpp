#include "coldplan/posterior/draw.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::posterior {
namespace {

constexpr std::uint64_t draws = 20'000;

/// Values of one parameter in many draws, sorted.
std::vector<std::vector<double>> sorted_values() {
  std::vector<std::vector<double>> values(parameter_count);
  for (std::uint64_t i = 0; i < draws; ++i) {
    const Draw each = prior_draw(11, i);
    for (std::size_t p = 0; p < parameter_count; ++p) {
      values[p].push_back(each.values[p]);
    }
  }
  for (std::vector<double>& each : values) {
    std::sort(each.begin(), each.end());
  }
  return values;
}

/// Share of sorted values under `x`, ties counted half.
double share_under(const std::vector<double>& sorted, double x) {
  const auto [from, to] = std::equal_range(sorted.begin(), sorted.end(), x);
  return 0.5 * static_cast<double>((from - sorted.begin()) + (to - sorted.begin())) /
         static_cast<double>(sorted.size());
}

TEST(Median, HasEveryFactBitForBit) {
  for (const Parameter& each : parameters()) {
    EXPECT_EQ(value(median(), each.fact), facts::value(each.fact)) << facts::fact(each.fact).id;
  }
  for (const double each : median().scores) {
    EXPECT_EQ(each, 0.0);
  }
}

TEST(Draw, DependsOnSeedAndIndexAlone) {
  const Draw first = draw(7, 3);
  (void)draw(7, 4);
  EXPECT_EQ(first.scores, draw(7, 3).scores);
  EXPECT_EQ(first.values, draw(7, 3).values);
  EXPECT_NE(first.scores, draw(8, 3).scores);
  EXPECT_NE(first.scores, draw(7, 4).scores);
}

TEST(Draw, KeepsEveryScoreInItsSlot) {
  // Moving a score would change the draws of every seed that was ever published.
  const Draw each = prior_draw(7, 3);
  EXPECT_EQ(score(each, Score::contact), normal_quantile(uniform_pair(7, 3, 0x10000)[0]));
  EXPECT_EQ(score(each, Score::dermis_conductivity),
            normal_quantile(uniform_pair(7, 3, 0x10000 + 2)[0]));
  EXPECT_EQ(score(each, Score::fat_flow), normal_quantile(uniform_pair(7, 3, 0x10000 + 5)[1]));
  EXPECT_EQ(score(each, Score::local_constriction),
            normal_quantile(uniform_pair(7, 3, 0x10000 + 18)[1]));
  EXPECT_EQ(score(each, Score::elastic_wrap), normal_quantile(uniform_pair(7, 3, 0x10000 + 29)[1]));
}

TEST(Draw, HasTheMedianAndThePercentilesOfEveryFact) {
  const auto values = sorted_values();
  constexpr double sampling = 0.01;  // six standard errors of a share of 0.05
  for (std::size_t p = 0; p < parameter_count; ++p) {
    const facts::Fact& fact = facts::fact(parameters()[p].fact);
    const Distribution& prior = parameters()[p].prior;
    if (prior.below > 0.0 && prior.above > 0.0) {
      EXPECT_NEAR(share_under(values[p], fact.value), 0.5, 2.0 * sampling) << fact.id;
      const double low = at(prior, -score_p95);
      // A bound may stand at the end of the range itself; its tail is gathered there.
      EXPECT_NEAR(share_under(values[p], low), low > prior.bounds.least ? 0.05 : 0.025, sampling)
          << fact.id;
    }
    if (prior.above > 0.0) {
      EXPECT_NEAR(share_under(values[p], at(prior, score_p95)), 0.95, sampling) << fact.id;
    }
  }
}

TEST(Draw, StaysWithinWhatAQuantityCanBe) {
  const auto values = sorted_values();
  const auto range = [&](facts::Id fact) {
    const std::vector<double>& sorted = values[parameter_of(fact)];
    return std::pair{sorted.front(), sorted.back()};
  };
  for (std::size_t p = 0; p < parameter_count; ++p) {
    const facts::Fact& fact = facts::fact(parameters()[p].fact);
    if (fact.value > 0.0) {
      EXPECT_GE(values[p].front(), 0.0) << fact.id;
      EXPECT_TRUE(values[p].front() > 0.0 || fact.low == 0.0) << fact.id;
    }
    EXPECT_TRUE(std::isfinite(values[p].back())) << fact.id;
  }
  EXPECT_LE(range(facts::id::perfusion::local_floor).second, 1.0);
  EXPECT_GE(range(facts::id::perfusion::muscle_flow_q10).first, 1.0);
  EXPECT_GE(range(facts::id::perfusion::warm_cap).first, 1.0);
  EXPECT_LE(range(facts::id::tissue::frozen_skin_freezing_temperature).second, 0.0);
}

TEST(Draw, HasConductivitiesThatTissueWasMeasuredAt) {
  // Fat from 0.16 W/(m K) (Fiala), whole skin in vivo up to 0.75 (Burns 2017); all but two of a
  // thousand draws.
  const auto values = sorted_values();
  for (const facts::Id fact :
       {facts::id::tissue::dermis_conductivity, facts::id::tissue::fat_conductivity,
        facts::id::tissue::muscle_conductivity, facts::id::tissue::ligament_conductivity}) {
    const std::vector<double>& sorted = values[parameter_of(fact)];
    EXPECT_GT(sorted[draws / 1000], 0.14);
    EXPECT_LT(sorted[draws - draws / 1000], 0.8);
  }
}

TEST(Draw, HasUncorrelatedScores) {
  std::vector<double> products(score_count, 0.0);
  for (std::uint64_t i = 0; i < draws; ++i) {
    const Draw each = prior_draw(5, i);
    for (std::size_t s = 0; s < score_count; ++s) {
      products[s] += each.scores[s] * each.scores[(s + 1) % score_count];
    }
  }
  for (const double product : products) {
    EXPECT_NEAR(product / static_cast<double>(draws), 0.0, 0.04);
  }
}

TEST(Draw, GivesOtherFactsAsTheyAre) {
  const Draw each = draw(7, 3);
  EXPECT_EQ(value(each, facts::id::body::room_conductance),
            facts::value(facts::id::body::room_conductance));
  EXPECT_THROW((void)value(each, facts::id::body::lumbar_skin_temperature), std::logic_error);
}

TEST(DrawOf, MovesWhatItsScoreMovesAndNothingElse) {
  Scores scores{};
  scores[place_of(Score::muscle_flow)] = score_p95;
  const Draw more_flow = draw_of(scores);
  for (const Parameter& each : parameters()) {
    EXPECT_EQ(value(more_flow, each.fact) != facts::value(each.fact),
              each.score == Score::muscle_flow)
        << facts::fact(each.fact).id;
  }
}

}  // namespace
}  // namespace coldplan::posterior
