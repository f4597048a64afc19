#pragma once

#include <optional>
#include <span>
#include <vector>

#include "coldplan/evidence/effect_size.h"
#include "coldplan/evidence/model.h"

/// Pooled ratios and differences from tables of counts themselves, for rare events and small arms.
namespace coldplan::evidence {

/// One estimate on the log scale (RD: on its own), with the heterogeneity about it.
struct CountFit {
  Measure measure = Measure::OR;
  std::size_t studies = 0;
  double estimate = 0.0;
  double standard_error = 0.0;
  double statistic = 0.0;
  double p_value = 1.0;
  Limits confidence;
  /// Inverse-variance Q of the studies' own effects about the estimate; tables without events in
  /// both arms (or with nothing else) have none and are left out.
  Omnibus heterogeneity;
  double I2_percent = 0.0;
  std::vector<double> weights_percent;
  /// For Mantel and Haenszel's OR: no association in any table, with their correction of 1/2 and
  /// N - 1 (Mantel and Haenszel 1959, J Natl Cancer Inst 22:719).
  std::optional<Omnibus> association;
  /// The same OR in all tables (Tarone 1985, Biometrika 72:91; Breslow and Day's corrected).
  std::optional<Omnibus> tarone;
};

/// Mantel and Haenszel's estimate. RR: variance of Greenland and Robins 1985, Biometrics 41:55, eq.
/// 13; OR: Robins, Breslow and Greenland 1986, Biometrics 42:311, eq. 4; RD: Sato 1989, Biometrics
/// 45:1323. Cells are taken as they are; `options` is for the effects in `heterogeneity` alone.
/// Errors: no table, a wrong table ("studies[2].ai"), no events at all in an arm, so that there is
/// no ratio. Throws std::logic_error for another measure.
[[nodiscard]] Expected<CountFit> mantel_haenszel(std::span<const TwoByTwo> tables, Measure measure,
                                                 double level = 0.95,
                                                 const EffectOptions& options = {});

/// Peto's one-step odds ratio, sum(O - E) / sum V (Yusuf 1985); nothing is added to a cell, for its
/// heterogeneity neither. Errors as of mantel_haenszel.
[[nodiscard]] Expected<CountFit> peto(std::span<const TwoByTwo> tables, double level = 0.95);

}  // namespace coldplan::evidence
