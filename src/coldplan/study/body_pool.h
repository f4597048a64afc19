#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/study/body_weights.h"
#include "coldplan/study/posterior_table.h"
#include "coldplan/study/unknowns.h"

namespace coldplan::study {

/// Draws of the chains together with what only bodies speak of, and how probable each makes what
/// each study of bodies printed.
struct BodyPool {
  PosteriorTable table;                         ///< all of the pool
  std::vector<std::string> studies;             ///< of bodies
  std::vector<std::size_t> rows;                ///< by study, numbers used
  std::vector<std::vector<double>> logarithms;  ///< by study and draw
};

/// The pool of some draws of the chains; what only bodies speak of is drawn from its priors.
[[nodiscard]] BodyPool body_pool(PosteriorTable of_chains, std::span<const BodyTarget> targets,
                                 const Mechanisms& mechanisms, std::uint64_t seed);

/// A posterior and how many equal weights its weights are worth.
struct Weighted {
  PosteriorTable posterior;
  double effective = 0.0;
};

/// The pool weighted by all studies but one (empty: by all), with priors that were fitted to that
/// one let go, resampled to so many draws. Errors: no draw has bodies that can be solved.
[[nodiscard]] Expected<Weighted> weighted(const BodyPool& pool, const std::string& left_out,
                                          std::span<const Loosened> loosened, std::size_t draws);

}  // namespace coldplan::study
