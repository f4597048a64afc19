#include "coldplan/study/unknowns.h"

#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/study/calibration_example.h"

namespace coldplan::study {
namespace {

using posterior::Score;

struct Example {
  std::vector<Target> targets = targets_of(
      std::vector{example_study("one", 9.0, 33.0), example_study("two", 12.0, 34.0)}, {});
  Unknowns unknowns = unknowns_of(targets);
};

TEST(Unknowns, PutEachStudysOwnAfterTheCommonOnes) {
  const Example example;
  const Unknowns& unknowns = example.unknowns;
  EXPECT_EQ(unknowns.first[0], unknowns.common.size());
  EXPECT_EQ(unknowns.first[1], unknowns.first[0] + unknowns.own[0].size());
  EXPECT_EQ(unknowns.size, unknowns.first[1] + unknowns.own[1].size());
}

TEST(DrawFor, SplitsAScoreIntoACommonAndAnOwnPartOfTheSameVariance) {
  const Example example;
  const Unknowns& unknowns = example.unknowns;
  std::vector<double> state(unknowns.size, 0.0);
  state[place_in(unknowns, Score::wire)] = 1.0;
  const LocalArm& arm = example.targets[0].arms[0];
  EXPECT_DOUBLE_EQ(score(draw_for(unknowns, 0, &arm, state), Score::wire), weight_of_common());
  for (std::size_t i = 0; i < unknowns.own[0].size(); ++i) {
    if (unknowns.own[0][i].score == Score::wire) {
      state[unknowns.first[0] + i] = 1.0;
    }
  }
  EXPECT_DOUBLE_EQ(score(draw_for(unknowns, 0, &arm, state), Score::wire),
                   weight_of_common() + weight_of_own());
  EXPECT_DOUBLE_EQ(score(draw_for(unknowns, 1, &arm, state), Score::wire), weight_of_common());
  EXPECT_DOUBLE_EQ(std::hypot(weight_of_common(), weight_of_own()), 1.0);
}

TEST(DrawFor, GivesEachStudyTheContactOfItsOwn) {
  const Example example;
  const Unknowns& unknowns = example.unknowns;
  std::vector<double> state(unknowns.size, 0.0);
  state[unknowns.first[1] + unknowns.own[1].size() - 1] = 2.0;
  EXPECT_EQ(unknowns.own[1].back().score, Score::contact);
  const LocalArm& arm = example.targets[1].arms[0];
  EXPECT_EQ(score(draw_for(unknowns, 0, &arm, state), Score::contact), 0.0);
  EXPECT_EQ(score(draw_for(unknowns, 1, &arm, state), Score::contact), 2.0);
}

TEST(LogPrior, FollowsPriorsThatWereLoosened) {
  const Example example;
  const std::vector<Loosened> loosened{{Score::fat_flow, 1.0, 2.0}};
  const Unknowns loose = unknowns_of(example.targets, loosened);
  std::vector<double> state(loose.size, 0.0);
  state[place_in(loose, Score::fat_flow)] = 3.0;
  EXPECT_DOUBLE_EQ(log_prior(loose, state), -0.5);
  EXPECT_DOUBLE_EQ(log_prior(example.unknowns, state), -4.5);
}

}  // namespace
}  // namespace coldplan::study
