#pragma once

#include <limits>

#include "coldplan/facts/facts.h"

namespace coldplan::posterior {

/// Where a quantity ends by its nature: a share at 1, a freezing point at that of water.
struct Bounds {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

/// A quantity as a function of one standard normal score z: two half-normals that meet at the
/// median, on a linear or a logarithmic scale, kept within bounds.
///
///     x = m + s(z) z      or      x = m exp(s(z) z),      s(z) = s₋ for z < 0, s₊ for z > 0
///
/// A score of 0 gives the median bit for bit. Where bounds cut, the share of the tail stands at the
/// bound.
struct Distribution {
  double median = 0.0;
  double below = 0.0;  ///< s₋, in the quantity or in its logarithm
  double above = 0.0;  ///< s₊
  bool logarithmic = false;
  Bounds bounds = {};
};

/// Score of the 95th percentile; that of the 5th is its negative.
// numerical: of the standard normal distribution.
inline constexpr double score_p95 = 1.6448536269514722;

/// The distribution with this median and these 5th and 95th percentiles, `low ≤ median ≤ high`; on
/// the logarithmic scale where `low` is over 0, so that it stays positive. Where `low` is 0, the
/// quantity is kept from falling under it. An end equal to the median leaves that half no width.
[[nodiscard]] Distribution between(double low, double median, double high, Bounds bounds = {});

/// The same on the linear scale whatever the signs: for temperatures in °C.
[[nodiscard]] Distribution linear_between(double low, double median, double high,
                                          Bounds bounds = {});

/// The distribution with this median and standard deviation, log-normal where the median is over 0
/// (whose deviation then is exactly that), normal otherwise.
[[nodiscard]] Distribution deviating(double median, double sd, Bounds bounds = {});

/// The prior of a fact. `value` is taken as the median, `low` and `high` as 5th and 95th
/// percentile, which is an assumption: most are ends of what was found in sources. Where a fact has
/// both a range and a standard deviation the range is used, since it spans sources. Throws
/// std::logic_error for a fact without either, and where the value lies outside its range, since
/// nothing says then what its median is.
[[nodiscard]] Distribution prior_of(const facts::Fact& fact, Bounds bounds = {});

/// The quantity at a standard normal score.
[[nodiscard]] double at(const Distribution& distribution, double score);

}  // namespace coldplan::posterior
