#include "coldplan/study/ensemble.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "coldplan/study/calibration_example.h"
#include "coldplan/study/ensemble_steps.h"
#include "coldplan/study/moments.h"

namespace coldplan::study {
namespace {

using posterior::Score;

/// Values of one place of the states of all chains over some steps.
std::vector<std::vector<double>> walk_of(const Problem& problem, std::size_t steps) {
  Ensemble ensemble = ensemble_from_priors(problem, 12);
  std::vector<std::vector<double>> values(problem.unknowns.size);
  for (std::size_t step = 0; step < steps; ++step) {
    advance(problem, ensemble);
    for (const Chain& chain : ensemble.chains) {
      for (std::size_t place = 0; place < values.size(); ++place) {
        values[place].push_back(chain.state[place]);
      }
    }
  }
  return values;
}

TEST(Ensemble, GivesThePriorsBackWhereNothingWasMeasured) {
  const std::vector<Loosened> loosened{{Score::fat_flow, 1.0, 2.0}};
  const Unknowns unknowns = unknowns_of({}, loosened);
  const Problem problem{{}, unknowns, {}, 5, 1000};
  const auto values = walk_of(problem, 10000);
  for (std::size_t place = 0; place < unknowns.size; ++place) {
    const Common& prior = unknowns.common[place];
    EXPECT_NEAR(mean_of(values[place]), prior.mean, 0.12 * prior.sd) << place;
    EXPECT_NEAR(std::sqrt(variance_of(values[place])), prior.sd, 0.1 * prior.sd) << place;
  }
}

TEST(Ensemble, FindsTheNormalPosteriorOfACommonScoreGivenThoseOfStudies) {
  // Steps of levels alone: e = a c + b z is kept, so that c is normal with precision 1 + n a²/b².
  const auto targets = targets_of(
      std::vector{example_study("one", 9.0, 33.0), example_study("two", 12.0, 34.0)}, {});
  const Unknowns unknowns = unknowns_of(targets);
  const Problem problem{targets, unknowns, {}, 5};
  Ensemble ensemble = ensemble_from_priors(problem, 1);
  Chain& chain = ensemble.chains[0];
  const std::size_t place = place_in(unknowns, Score::covered_share);
  const double a = weight_of_common();
  const double b = weight_of_own();
  double sum = 0.0;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    for (std::size_t i = 0; i < unknowns.own[t].size(); ++i) {
      if (unknowns.own[t][i].score == Score::covered_share) {
        chain.state[unknowns.first[t] + i] = (2.0 - a * chain.state[place]) / b;
        sum += 2.0;
      }
    }
  }
  std::vector<double> values;
  Stream stream{9, 1};
  for (int step = 0; step < 20000; ++step) {
    move_levels(problem, chain, stream);
    values.push_back(chain.state[place]);
  }
  const double precision = 1.0 + 2.0 * a * a / (b * b);
  EXPECT_NEAR(mean_of(values), a * sum / (b * b) / precision, 0.02);
  EXPECT_NEAR(variance_of(values), 1.0 / precision, 0.02);
}

TEST(Solve, LeavesOtherChainsTheirLikelihoodWhereOneStateMakesNobody) {
  const auto targets = targets_of(std::vector{example_study("one", 9.0, 33.0)}, {});
  const Unknowns unknowns = unknowns_of(targets);
  const Problem problem{targets, unknowns, {}, 5};
  std::vector<std::vector<double>> states(4, std::vector<double>(unknowns.size, 0.0));
  states[2][place_in(unknowns, Score::skin_thickness)] = std::numeric_limits<double>::quiet_NaN();
  const Ensemble ensemble = ensemble_at(problem, {states, {}, 0, false});
  for (std::size_t c = 0; c < 4; ++c) {
    EXPECT_EQ(std::isfinite(ensemble.chains[c].log_likelihoods[0]), c != 2) << c;
  }
}

}  // namespace
}  // namespace coldplan::study
