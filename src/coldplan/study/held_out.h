#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/study/calibration.h"

/// Posteriors made without a study.
namespace coldplan::study {

/// The posterior of all studies but one.
struct Fold {
  std::string study;  ///< left out
  PosteriorTable posterior;
  std::optional<double> worst_r_hat;  ///< of its chains, where it has chains of its own
  std::optional<double> weights;  ///< equal draws that its weights are worth, where it has those
};

/// The priors that were fitted to a study (data/fitted_priors.json), as they are without it.
[[nodiscard]] std::vector<Loosened> loosened_without(const std::string& study);

/// A calibration and its folds.
struct CrossValidation {
  Calibration calibration;
  std::vector<Fold> folds;
};

/// What a fold's chains take.
struct FoldOptions {
  std::size_t chains = 12;
  std::size_t warm_up = 300;
  std::size_t steps = 700;
  std::size_t draws = 96;
};

/// Called with the part that is run ("all studies", or the study left out), its steps and all of
/// them.
using FoldProgress =
    std::function<void(const std::string& part, std::size_t done, std::size_t all)>;

/// A calibration, and, where `folds` are wanted, one for each study that it used. Studies of limbs
/// are left out by chains of their own, which begin where those of all studies ended; studies of
/// bodies by weights without them. Bodies do not weight the folds of limbs. Errors as `calibrate`;
/// with a checkpoint each fold has a file of its own beside it.
[[nodiscard]] Expected<CrossValidation> cross_validate(std::span<const Study> studies,
                                                       const CalibrationOptions& options,
                                                       const std::optional<FoldOptions>& folds,
                                                       const FoldProgress& progress = {});

}  // namespace coldplan::study
