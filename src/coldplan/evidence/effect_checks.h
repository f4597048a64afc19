#pragma once

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "coldplan/evidence/effect.h"
#include "coldplan/quantity/error.h"

/// What is asked of numbers before an effect is computed from them.
namespace coldplan::evidence {

inline Error refused(const char* place, double seen, const char* allowed, const char* mend = "") {
  return {ErrorCode::out_of_range, place, fmt::format("{}", seen), allowed, mend};
}

inline bool is_whole(double value) {
  // numerical: beyond 2^53 neighbouring doubles are no longer neighbouring counts.
  constexpr double largest = 9007199254740992.0;
  return std::isfinite(value) && std::floor(value) == value && std::abs(value) <= largest;
}

/// numerical: beyond these, in whatever unit, sums of squares and weights leave the range where
/// estimators of tau^2 converge.
inline constexpr double largest_size = 1e20;
inline constexpr double least_variance = 1e-20;

inline bool can_be_pooled(const Effect& effect) {
  return std::abs(effect.estimate) <= largest_size && effect.variance >= least_variance &&
         effect.variance <= largest_size;
}

/// The effect, or an error where its estimate, variance or weight overflowed.
inline Expected<Effect> finite(const Effect& effect, const char* place, const char* mend) {
  if (can_be_pooled(effect)) {
    return effect;
  }
  return tl::unexpected(Error{ErrorCode::out_of_range, place, "",
                              "these numbers give no finite effect with a variance", mend});
}

}  // namespace coldplan::evidence
