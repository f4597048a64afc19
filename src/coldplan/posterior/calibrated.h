#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "coldplan/posterior/parameters.h"

/// What the published experiments taught of the uncertain numbers: data/posterior.json, compiled
/// in. It is a list of draws of some scores, equally probable, which keeps how they go together.
/// Scores that are not in it have their priors.
namespace coldplan::posterior {

/// Where a calibrated posterior came from.
struct Provenance {
  std::string_view date;     ///< on which it was made; empty where there is none
  std::string_view version;  ///< of the program that made it
  std::uint64_t seed = 0;
  std::size_t studies = 0;  ///< of which numbers were used
  std::size_t rows = 0;     ///< numbers used
};

[[nodiscard]] const Provenance& provenance();

/// The scores that are calibrated, in the order of a draw.
[[nodiscard]] std::span<const Score> calibrated_scores();

/// How many draws there are; 0 where nothing is calibrated.
[[nodiscard]] std::size_t calibrated_count();

/// The scores of one of them.
[[nodiscard]] std::span<const double> calibrated_draw(std::size_t number);

/// Puts draw `number` of the posterior into scores that were drawn from the priors.
void apply_calibrated(Scores& scores, std::size_t number);

}  // namespace coldplan::posterior
