#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/posterior/draw.h"
#include "coldplan/study/likelihood.h"
#include "coldplan/study/local_arm.h"
#include "coldplan/study/study.h"

/// A study made ready to be learned from: its arms, and what it printed.
namespace coldplan::study {

/// What a study tells of the cooling of limbs and of the blood flow of held skin. Cold of the whole
/// body is learned from by weights (study/body_weights.h).
struct Target {
  std::string id;
  std::unique_ptr<const Study> study;  ///< times to a drop rewritten as the drop at that time
  std::vector<LocalArm> arms;
  std::vector<const Arm*> held;          ///< arms whose skin was held at a temperature
  std::vector<double> held_flow;         ///< and what their rows printed, [%]
  std::vector<std::size_t> held_row_of;  ///< by row of `held_flow`, the arm
  std::vector<Block> blocks;  ///< a block of flow has its rows in the order of `held_flow`
  std::vector<PrintedSpread> spreads;
  std::size_t rows = 0;
};

/// What a target's rows come to under one draw.
struct Outcome {
  std::vector<std::vector<double>> differences;  ///< by block, model less measured
  std::vector<double> variance;                  ///< by printed spread, of the model's people [K²]
};

/// The target of a study; none where nothing in it can be learned from: no scored temperature of
/// limb or held skin, or a cold whose uncertain numbers are not calibrated (jets of gas).
[[nodiscard]] std::optional<Target> target_of(const Study& study, const Mechanisms& mechanisms);

/// Outcomes under draws, one draw for each of the target's arms: `draws[arm]` has one for each
/// outcome. Errors: a solve that failed.
[[nodiscard]] Expected<std::vector<Outcome>> outcomes_of(
    const Target& target, std::span<const std::vector<posterior::Draw>> draws,
    std::span<const posterior::Draw> of_held);

/// Logarithm of how probable an outcome is, under the discrepancies and spreads of a draw.
[[nodiscard]] double log_likelihood(const Target& target, const Outcome& outcome,
                                    const posterior::Draw& draw, const Mechanisms& mechanisms);

}  // namespace coldplan::study
