#pragma once

#include <span>

#include "coldplan/evidence/effect.h"
#include "coldplan/evidence/measure.h"
#include "coldplan/quantity/error.h"

/// From a study's numbers to its effect on one scale, with the sampling variance. The first group
/// is the treated one: a negative mean difference means less in it.
namespace coldplan::evidence {

/// One arm of a trial with a continuous outcome; mean and SD in the unit of the outcome.
struct Arm {
  double n = 0.0;
  double mean = 0.0;
  double sd = 0.0;
};

struct TwoArms {
  Arm first;
  Arm second;
};

/// Counts of a trial with a yes-or-no outcome.
struct TwoByTwo {
  double a = 0.0;  ///< events in the first group
  double b = 0.0;  ///< no events in the first group
  double c = 0.0;  ///< events in the second
  double d = 0.0;  ///< no events in the second
};

struct Proportion {
  double events = 0.0;
  double n = 0.0;
};

/// The variance of g: in large samples, or without bias (Hedges 1983, Psychol Bull 93:388, eq. 8).
enum class SmdVariance { LS, UB };

/// Which tables have `add` put into each cell: none; those with an empty cell; all tables if one
/// has an empty cell; all.
enum class ZeroCells { none, only0, if0all, all };

struct EffectOptions {
  SmdVariance smd_variance = SmdVariance::LS;
  double add = 0.5;
  ZeroCells to = ZeroCells::only0;
};

/// J(m) = Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)), which takes the bias out of a standardised mean
/// difference with m degrees of freedom (Hedges 1981, J Educ Stat 6:107, eq. 6e). Needs m > 1.
[[nodiscard]] double small_sample_correction(double degrees_of_freedom);

/// Hedges' g with its variance from the uncorrected difference d: g = J(m) d with m = n1 + n2 - 2;
/// LS: 1/n1 + 1/n2 + g^2 / (2 (n1 + n2)); UB: 1/n1 + 1/n2 + (1 - (m - 2) / (m J^2)) g^2. Needs m
/// > 1.
[[nodiscard]] Effect hedges_g(double d, double n1, double n2,
                              SmdVariance variance = SmdVariance::LS);

/// MD, SMD, SMDH (Bonett 2009, Psychol Methods 14:225, eq. 5) or ROM (Hedges 1999, Ecology
/// 80:1150). Errors (place n1i, m1i, sd1i, …): n not whole or under 2; an SD that is not positive;
/// for ROM a mean that is 0 or means of other signs; a result that is no finite number. Throws
/// std::logic_error for a measure of other data, as the next two do.
[[nodiscard]] Expected<Effect> effect_of(Measure measure, const TwoArms& arms,
                                         const EffectOptions& options = {});

/// RR, OR, RD or PETO (Yusuf 1985, Prog Cardiovasc Dis 27:335). Errors (place ai, bi, ci, di):
/// counts that are negative or not whole; an empty arm; for PETO a table without events or with
/// nothing else; cells whose zero leaves no finite effect (`to` none).
[[nodiscard]] Expected<Effect> effect_of(Measure measure, const TwoByTwo& table,
                                         const EffectOptions& options = {});

/// PR, PLO, PAS, or PFT (Freeman and Tukey 1950, Ann Math Stat 21:607). `add` is put into events
/// and non-events of PR and PLO alone. Errors (place xi, ni) as for tables.
[[nodiscard]] Expected<Effect> effect_of(Measure measure, const Proportion& proportion,
                                         const EffectOptions& options = {});

[[nodiscard]] bool has_zero_cell(const TwoByTwo& table);

/// No events in either arm, or nothing else in either: such a table knows nothing of a ratio.
[[nodiscard]] bool is_double_zero(const TwoByTwo& table);

/// `if0all` looks at all tables together: what it means for each of these.
[[nodiscard]] ZeroCells settled(ZeroCells to, std::span<const TwoByTwo> tables);

/// The table with `add` in each cell, where `to` says so (if0all counts as only0).
[[nodiscard]] TwoByTwo adjusted(TwoByTwo table, double add, ZeroCells to);

}  // namespace coldplan::evidence
