#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "coldplan/posterior/draw.h"
#include "coldplan/study/body_arm.h"
#include "coldplan/study/likelihood.h"
#include "coldplan/study/study.h"

/// What cold of the whole body teaches: few numbers, so that draws are weighted by how probable
/// they make what was printed (importance sampling).
namespace coldplan::study {

/// A study of whole bodies made ready.
struct BodyTarget {
  std::string id;
  std::unique_ptr<const Study> study;  ///< rates rewritten as the fall over their time
  std::vector<BodyArm> arms;
  std::vector<Block> blocks;
  std::size_t rows = 0;
};

/// Those studies that have scored temperatures of skin or core under a chamber or bath, of people
/// who did not start hot: the control of a body that has been heated is another one, which the
/// model does not have.
[[nodiscard]] std::vector<BodyTarget> body_targets(std::span<const Study> studies,
                                                   const Mechanisms& mechanisms);

/// Scores that only whole bodies speak of, in the order that they have in a posterior.
[[nodiscard]] std::span<const posterior::Score> body_scores();

/// Logarithm of how probable each draw makes what a target printed; minus infinity for a draw that
/// cannot be solved.
[[nodiscard]] std::vector<double> log_likelihoods_of(const BodyTarget& target,
                                                     std::span<const posterior::Draw> draws,
                                                     const Mechanisms& mechanisms);

/// Weights that add up to 1, from sums of logarithms; all 0 where every one is minus infinity.
[[nodiscard]] std::vector<double> weights_of(std::span<const double> logarithms);

/// Indices of a systematic resample of `count` by weights: each as often as its weight says, to
/// one.
[[nodiscard]] std::vector<std::size_t> resampled(std::span<const double> weights,
                                                 std::size_t count);

}  // namespace coldplan::study
