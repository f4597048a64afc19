#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "coldplan/study/target.h"
#include "coldplan/study/unknowns.h"

/// Markov chains over the unknowns, all chains solved in one batch.
///
/// One step of all chains:
///   1. common unknowns that columns depend on (every other time all unknowns at once): proposals
///      from differences of two past states, DE-MC(Z) (ter Braak & Vrugt 2008, Stat Comput 18:435);
///   2. each study's own unknowns, likewise, accepted study by study;
///   3. what no column depends on: shared parts of scores and shifts of contact by Gibbs' step
///   given
///      each study's scores, spreads and discrepancies by Metropolis' step.
/// Each chain and step has random numbers of its own, so that a run that was interrupted goes on as
/// if it had not been.
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
  std::uint64_t steps = 0;  ///< done
};

/// What is sampled.
struct Problem {
  std::span<const Target> targets;
  const Unknowns& unknowns;
  Mechanisms mechanisms;
  std::uint64_t seed = 1;
};

/// Chains that start in the priors.
[[nodiscard]] Ensemble ensemble_from_priors(const Problem& problem, std::size_t chains);

/// Chains in given states.
[[nodiscard]] Ensemble ensemble_at(const Problem& problem, std::vector<std::vector<double>> states,
                                   std::vector<std::vector<double>> past, std::uint64_t steps);

/// One step of all chains.
void advance(const Problem& problem, Ensemble& ensemble);

}  // namespace coldplan::study
