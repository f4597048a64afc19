#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coldplan/study/reference.h"
#include "coldplan/study/target.h"
#include "coldplan/study/unknowns.h"

/// Markov chains over the unknowns, all chains solved in one batch.
///
/// One step of all chains:
///   1. all unknowns at once about a normal distribution fitted to the past (study/reference.h),
///      every fourth time, and until there is one, the common unknowns that columns depend on
///      alone: proposals from differences of two past states, DE-MC(Z) (ter Braak & Vrugt 2008,
///      Stat Comput 18:435);
///   2. each study's own unknowns, likewise, accepted study by study;
///   3. with each study's scores kept, so that no column has to be solved: shared parts of scores
///      and shifts of contact by Gibbs' step, spreads and discrepancies by Metropolis' step.
/// Each chain and step has random numbers of its own, so that a run that was interrupted goes on as
/// if it had not been. The distribution is fitted anew a few times while the chains warm up and
/// then kept, so that what is sampled afterwards is the posterior.
namespace coldplan::study {

/// One chain.
struct Chain {
  std::vector<double> state;
  std::vector<Outcome> outcomes;        ///< by target
  std::vector<double> log_likelihoods;  ///< by target
};

/// All of them, and the past states that proposals are made of.
struct Ensemble {
  std::vector<Chain> chains;
  std::vector<std::vector<double>> past;
  std::uint64_t steps = 0;                            ///< done
  std::optional<Reference> reference = std::nullopt;  ///< none yet
};

/// What is sampled.
struct Problem {
  std::span<const Target> targets;
  const Unknowns& unknowns;
  Mechanisms mechanisms;
  std::uint64_t seed = 1;
  std::uint64_t warm_up = 0;  ///< steps until which the reference is fitted anew
};

/// Chains that start in the priors.
[[nodiscard]] Ensemble ensemble_from_priors(const Problem& problem, std::size_t chains);

/// Where chains are, and how they came there.
struct Whereabouts {
  std::vector<std::vector<double>> states;
  std::vector<std::vector<double>> past;
  std::uint64_t steps = 0;
  /// Whether what was past before the first step is near the posterior, so that a reference can be
  /// fitted to it at once.
  bool began_near = false;
};

/// Chains that go on from there.
[[nodiscard]] Ensemble ensemble_at(const Problem& problem, Whereabouts whereabouts);

/// One step of all chains.
void advance(const Problem& problem, Ensemble& ensemble);

}  // namespace coldplan::study
