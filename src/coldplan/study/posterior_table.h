#pragma once

#include <vector>

#include "coldplan/posterior/parameters.h"

namespace coldplan::study {

/// A posterior: equally probable draws of some scores. Without draws it says nothing, and all
/// scores have their priors.
struct PosteriorTable {
  std::vector<posterior::Score> scores;
  std::vector<std::vector<double>> draws;  ///< each a number for each of the scores
};

/// The one that every prediction takes (posterior/calibrated.h).
[[nodiscard]] PosteriorTable current_posterior();

}  // namespace coldplan::study
