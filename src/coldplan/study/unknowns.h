#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "coldplan/posterior/draw.h"
#include "coldplan/study/loosened.h"
#include "coldplan/study/target.h"

/// The numbers that calibration looks for, and where they stand in the state of a chain.
///
/// Common unknowns are scores that all studies share: tissue, blood flow, constriction; the shift
/// and spread of the contact of each kind of pack; how much persons and studies differ. Each study
/// has unknowns of its own besides, standard normal ones: how its sensors read and how its limbs
/// were supplied, of which a share is common,
///
///     score = √(1 − ρ) common + √ρ own,      ρ = between_studies_share,
///
/// and the contact of each kind of pack in it, log h = shift + spread · own.
namespace coldplan::study {

/// A common unknown with its normal prior.
struct Common {
  posterior::Score score = posterior::Score::contact;
  double mean = 0.0;
  double sd = 1.0;
  bool needs_solving = true;  ///< whether what the columns do depends on it
};

/// One of a study's own unknowns: of a score, or of the contact of a kind.
struct Own {
  posterior::Score score = posterior::Score::contact;
  applicator::ContactKind kind = applicator::ContactKind::own;  ///< of a contact
};

/// The unknowns of some targets; a state is one vector of numbers, the common ones first.
struct Unknowns {
  std::vector<Common> common;
  std::vector<std::vector<Own>> own;  ///< by target
  std::vector<std::size_t> first;     ///< by target, where its own begin in a state
  std::size_t size = 0;
};

/// The unknowns of targets, with the priors of the facts but for those loosened.
[[nodiscard]] Unknowns unknowns_of(std::span<const Target> targets,
                                   std::span<const Loosened> loosened = {});

/// Where a common score stands in a state; `size` where it is not looked for.
[[nodiscard]] std::size_t place_in(const Unknowns& unknowns, posterior::Score score);

/// The score that an uncertain fact is drawn by.
[[nodiscard]] posterior::Score score_of(facts::Id fact);

/// The draw of one of a target's arms under a state; of its held skin where `arm` is none.
[[nodiscard]] posterior::Draw draw_for(const Unknowns& unknowns, std::size_t target_number,
                                       const LocalArm* arm, std::span<const double> state);

/// Scores of the next study or person under a state: common unknowns, with a fresh own part where a
/// share is not common. `fresh` are standard normal numbers, one for each common unknown.
[[nodiscard]] std::vector<double> scores_of_next(const Unknowns& unknowns,
                                                 std::span<const double> state,
                                                 std::span<const double> fresh);

/// Logarithm of the prior density of a state, up to a constant.
[[nodiscard]] double log_prior(const Unknowns& unknowns, std::span<const double> state);

/// What an own part weighs in a score, √ρ, and what the common part, √(1 − ρ).
[[nodiscard]] double weight_of_own();
[[nodiscard]] double weight_of_common();

/// Whether studies have a part of their own in a score.
[[nodiscard]] bool has_own_part(posterior::Score score);

}  // namespace coldplan::study
