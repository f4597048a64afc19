#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/study/calibration.h"
#include "coldplan/study/ensemble.h"

/// The chains of a calibration, from their start to their end.
namespace coldplan::study {

/// The common unknowns that were kept: by chain, a state a step.
struct KeptStates {
  std::vector<std::vector<std::vector<double>>> chains;
};

/// Where chains begin other than in the priors.
struct Start {
  std::vector<std::vector<double>> states;
  std::vector<std::vector<double>> past;
};

/// How far a run came.
struct ChainsRun {
  Ensemble ensemble;
  KeptStates kept;
};

/// Runs the chains of a problem: from a checkpoint if the options name one and it is there, else
/// from `start`, else from the priors. Errors: a checkpoint of another run, or that cannot be
/// written.
[[nodiscard]] Expected<ChainsRun> run_chains(const Problem& problem,
                                             const CalibrationOptions& options, const Start* start,
                                             const CalibrationProgress& progress);

/// How well each common unknown was sampled.
[[nodiscard]] std::vector<Diagnostic> diagnostics_of(const Unknowns& unknowns,
                                                     const KeptStates& kept);

/// Draws of the chains, evenly over their steps, each as the next study or person would have it.
[[nodiscard]] std::vector<std::vector<double>> pool_of(const Unknowns& unknowns,
                                                       const KeptStates& kept, std::size_t count,
                                                       std::uint64_t seed);

}  // namespace coldplan::study
