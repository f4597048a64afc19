#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/study/mechanisms.h"
#include "coldplan/study/posterior_table.h"
#include "coldplan/study/study.h"
#include "coldplan/study/unknowns.h"

/// Learning the uncertain numbers from published experiments.
///
/// Limbs under local cold, and skin held at a temperature, are learned from by Markov chains
/// (study/ensemble.h); bodies under chambers and baths then weight the draws of those chains
/// together with draws of what only bodies speak of (study/body_weights.h).
namespace coldplan::study {

struct CalibrationOptions {
  std::uint64_t seed = 1;
  std::size_t chains = 12;
  std::size_t warm_up = 5000;  ///< steps that are thrown away
  std::size_t steps = 12000;   ///< steps that are kept
  std::size_t pool = 12000;    ///< draws that bodies weight
  std::size_t draws = 256;     ///< draws of the posterior
  Mechanisms mechanisms = {};
  std::vector<Loosened> loosened = {};  ///< priors that a left-out study had a part in
  bool bodies = true;                   ///< whether bodies weight the draws
  /// Where a run that was interrupted goes on from; none: it starts anew and leaves nothing.
  std::optional<std::filesystem::path> checkpoint = std::nullopt;
};

/// How well one number was sampled.
struct Diagnostic {
  posterior::Score score = posterior::Score::contact;
  double r_hat = 1.0;
  double effective = 0.0;  ///< samples
};

/// A posterior and where it came from.
struct Calibration {
  PosteriorTable posterior;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> studies;  ///< of which numbers were used
  std::size_t rows = 0;              ///< numbers used
  double effective_weights = 0.0;    ///< of the pool under the bodies; 0: they were not asked
  std::uint64_t seed = 1;
};

/// Called with the steps done and all of them.
using CalibrationProgress = std::function<void(std::size_t done, std::size_t all)>;

/// Calibrates on studies. The same options and studies give the same bits, interrupted or not.
/// Errors: no study that can be learned from, a checkpoint that is of another run or cannot be
/// written.
[[nodiscard]] Expected<Calibration> calibrate(std::span<const Study> studies,
                                              const CalibrationOptions& options,
                                              const CalibrationProgress& progress = {});

}  // namespace coldplan::study
