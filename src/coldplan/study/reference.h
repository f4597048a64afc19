#pragma once

#include <span>
#include <vector>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include "coldplan/study/stream.h"

/// A normal distribution fitted to past states, and steps that leave it as it is.
///
/// A proposal about the reference N(m, C),
///
///     x' = m + √(1 − β²) (x − m) + β L z,      C = L Lᵀ, z standard normal,
///
/// is reversible in it, so that a step is accepted by how the target's ratio differs from the
/// reference's alone, whatever the number of unknowns (preconditioned Crank-Nicolson: Cotter,
/// Roberts, Stuart & White 2013, Stat Sci 28:424, their prior replaced by what was found so far).
namespace coldplan::study {

/// The distribution.
struct Reference {
  Eigen::VectorXd mean;
  Eigen::LLT<Eigen::MatrixXd> factor;
};

/// The reference of some states, a little wider than they are; more states than one. `blocks` are
/// how many numbers of a state are common, and how many are each study's own: what two studies have
/// for themselves is taken to be independent given what is common, so that few states tell enough.
[[nodiscard]] Reference reference_of(std::span<const std::vector<double>> states,
                                     std::span<const std::size_t> blocks);

/// A proposal from a state; β from 0 (stays) to 1 (forgets the state).
[[nodiscard]] std::vector<double> moved_about(const Reference& reference,
                                              const std::vector<double>& state, double beta,
                                              Stream& stream);

/// Logarithm of the reference's density at a state, up to a constant.
[[nodiscard]] double log_density(const Reference& reference, const std::vector<double>& state);

}  // namespace coldplan::study
