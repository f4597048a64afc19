#pragma once

#include <optional>
#include <span>

#include "coldplan/evidence/model.h"

/// How sure the variance between studies is: limits by the Q-profile (Viechtbauer 2007, Stat Med
/// 26:37).
namespace coldplan::evidence {

struct ProfileOptions {
  double level = 0.95;
  /// Where the search for limits ends; empty: nowhere, as every limit exists.
  std::optional<double> search_until;
};

struct HeterogeneityLimits {
  Limits tau2;
  Limits tau;
  Limits I2_percent;
  Limits H2;
  bool upper_is_open = false;  ///< the search ended before the upper limit was found
  bool is_empty =
      false;  ///< studies agree better than chance lets them; all limits are then 0 (H2: 1)
};

/// The tau^2 at which y'P_ty, falling in t, is the quantile of chi-squared with k - p at each end;
/// 0 where it is below it already there. Roots to 1e-12 of tau^2 + the typical sampling variance.
/// Errors: those of `pool`; no more studies than coefficients; a search that ends below 0.
[[nodiscard]] Expected<HeterogeneityLimits> heterogeneity_limits(std::span<const Effect> effects,
                                                                 const ProfileOptions& options = {},
                                                                 const Moderators& moderators = {});

/// Where metafor (3.8) ends its search: max(100, 10 tau^2). An upper limit beyond is printed by it
/// as this number with a ">" before it.
[[nodiscard]] double metafor_search_limit(const Fit& fit);

}  // namespace coldplan::evidence
