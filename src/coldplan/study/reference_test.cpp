#include "coldplan/study/reference.h"

#include <cmath>

#include <Eigen/LU>
#include <gtest/gtest.h>

#include "coldplan/study/moments.h"

namespace coldplan::study {
namespace {

/// States of two numbers of correlation 0.8 about (1, -2), the second with twice the spread.
std::vector<std::vector<double>> states() {
  std::vector<std::vector<double>> made;
  Stream stream{4, 1};
  for (int i = 0; i < 20000; ++i) {
    const double first = stream.normal();
    const double second = 0.8 * first + 0.6 * stream.normal();
    made.push_back({1.0 + first, -2.0 + 2.0 * second});
  }
  return made;
}

const std::vector<std::size_t> blocks{1, 1};

TEST(Reference, IsThatOfTheStatesALittleWider) {
  const Reference reference = reference_of(states(), blocks);
  EXPECT_NEAR(reference.mean[0], 1.0, 0.03);
  EXPECT_NEAR(reference.mean[1], -2.0, 0.06);
  const Eigen::MatrixXd covariance = reference.factor.reconstructedMatrix();
  EXPECT_NEAR(covariance(0, 0), 1.2 * 1.02, 0.05);
  EXPECT_NEAR(covariance(1, 0), 1.2 * 1.6, 0.08);
  EXPECT_NEAR(covariance(1, 1), 1.2 * 4.02, 0.2);
}

TEST(Reference, LetsStudiesDependOnEachOtherByWhatIsCommonAlone) {
  // Two own numbers that go together for no reason that is common.
  std::vector<std::vector<double>> made;
  Stream stream{4, 3};
  for (int i = 0; i < 20000; ++i) {
    const double common = stream.normal();
    const double chance = stream.normal();
    made.push_back({common, common + chance, common - chance});
  }
  const Eigen::MatrixXd covariance =
      reference_of(made, std::vector<std::size_t>{1, 1, 1}).factor.reconstructedMatrix();
  EXPECT_NEAR(covariance(1, 1), 1.2 * 2.02, 0.1);
  EXPECT_NEAR(covariance(2, 1), 1.2, 0.1);
}

TEST(LogDensity, FallsByAHalfAStandardDeviationAway) {
  const Reference reference = reference_of(states(), blocks);
  const double sd = 1.0 / std::sqrt(reference.factor.reconstructedMatrix().inverse()(0, 0));
  const double at_mean = log_density(reference, {reference.mean[0], reference.mean[1]});
  const double away = log_density(reference, {reference.mean[0] + sd, reference.mean[1]});
  EXPECT_NEAR(at_mean - away, 0.5, 1e-9);
}

TEST(MovedAbout, LeavesTheReferenceAsItIsWhateverTheStep) {
  const Reference reference = reference_of(states(), blocks);
  for (const double beta : {0.1, 0.6, 1.0}) {
    Stream stream{8, 2};
    std::vector<double> state{reference.mean[0], reference.mean[1]};
    std::vector<double> first;
    for (int step = 0; step < 200000; ++step) {
      state = moved_about(reference, state, beta, stream);
      first.push_back(state[0]);
    }
    EXPECT_NEAR(mean_of(first), reference.mean[0], 0.1) << beta;
    EXPECT_NEAR(variance_of(first), 1.2 * 1.02, 0.1) << beta;
  }
}

}  // namespace
}  // namespace coldplan::study
