#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "coldplan/evidence/effect.h"
#include "coldplan/evidence/effect_size.h"
#include "coldplan/quantity/error.h"

/// From what a paper prints to mean, SD, counts or effect, each way with a name, a sentence for the
/// reader and its source. "Handbook" is the Cochrane Handbook for Systematic Reviews of
/// Interventions, version 6, chapter 6.
namespace coldplan::evidence {

enum class Derivation {
  printed,                 ///< as the paper has it
  sd_from_se,              ///< Handbook 6.5.2.2
  sd_from_mean_ci_t,       ///< Handbook 6.5.2.2
  sd_from_mean_ci_normal,  ///< Handbook 6.5.2.2, large samples
  effect_from_ci_t,        ///< Handbook 6.5.2.3
  effect_from_ci_normal,   ///< Handbook 6.3.1
  log_ratio_from_ci,       ///< Handbook 6.3.2
  effect_from_p,           ///< Handbook 6.5.2.3
  effect_from_t,           ///< Handbook 6.5.2.3
  smd_from_t,              ///< Borenstein 2009, Introduction to Meta-Analysis, chapter 7
  smd_from_F,              ///< the same: t^2 = F with one degree of freedom
  smd_from_p,              ///< the same
  change_as_printed,       ///< Handbook 6.5.2.8
  sd_of_change,            ///< Handbook 6.5.2.8
  correlation_from_sds,    ///< Handbook 6.5.2.8
  events_from_percent,     ///< Handbook 6.4.1
  combined_arms,           ///< Handbook table 6.5.a
};

/// The name that data and JSON use: "sd_from_se".
[[nodiscard]] std::string_view to_string(Derivation derivation);

/// What was done, for the reader: "The SD is the printed standard error times the root of n."
[[nodiscard]] std::string_view sentence(Derivation derivation);

/// "Cochrane Handbook 6.5.2.2".
[[nodiscard]] std::string_view source(Derivation derivation);

/// A value with the way it was come by.
template <typename T>
struct Derived {
  T value;
  Derivation by;
};

/// Which distribution a printed interval was made with.
enum class Quantile { t, normal };

/// Which arm a statistic without a sign favours: of t, F and p only the size says something.
enum class Sign { first_lower = -1, first_higher = 1 };

/// SD = SE sqrt(n). Errors: SE not positive; n not whole or under 2.
[[nodiscard]] Expected<Derived<double>> sd_from_se(double standard_error, double n);

/// SD of one arm from the interval of its mean: sqrt(n) (upper - lower) / (2 q), q of t with n - 1
/// degrees of freedom, or normal. Errors: limits that are not rising; n; a level outside 0 to 1.
[[nodiscard]] Expected<Derived<double>> sd_from_mean_ci(const Limits& ci, double n,
                                                        Quantile quantile = Quantile::t,
                                                        double level = 0.95);

/// A difference with its variance from its interval: SE = (upper - lower) / (2 q), of t with
/// `df` (n1 + n2 - 2 for two arms) or normal without. Errors: the estimate is not inside; `df`
/// under 1.
[[nodiscard]] Expected<Derived<Effect>> effect_from_ci(double estimate, const Limits& ci,
                                                       std::optional<double> df = std::nullopt,
                                                       double level = 0.95);

/// A log ratio (risk, odds, means, hazards) from a printed ratio with its interval. Errors: what is
/// not positive.
[[nodiscard]] Expected<Derived<Effect>> log_ratio_from_ci(double ratio, const Limits& ci,
                                                          double level = 0.95);

/// A mean difference with its variance from the exact two-sided p of a t test: SE = |MD| / t.
/// Errors: p not between 0 and 1 (a printed "p < 0.05" is no p); a difference of 0.
[[nodiscard]] Expected<Derived<Effect>> effect_from_p(double difference, double p, double df);

/// The same from t: SE = MD / t. Errors: t of 0 or of the other sign.
[[nodiscard]] Expected<Derived<Effect>> effect_from_t(double difference, double t);

/// Hedges' g from t of two independent arms: d = t sqrt(1/n1 + 1/n2), t positive where the first
/// arm's mean is higher.
[[nodiscard]] Expected<Derived<Effect>> smd_from_t(double t, double n1, double n2,
                                                   SmdVariance variance = SmdVariance::LS);

/// Hedges' g from F with one degree of freedom in the numerator: |t| = sqrt(F).
[[nodiscard]] Expected<Derived<Effect>> smd_from_F(double F, Sign sign, double n1, double n2,
                                                   SmdVariance variance = SmdVariance::LS);

/// Hedges' g from the exact two-sided p of a t test with n1 + n2 - 2 degrees of freedom.
[[nodiscard]] Expected<Derived<Effect>> smd_from_p(double p, Sign sign, double n1, double n2,
                                                   SmdVariance variance = SmdVariance::LS);

/// SD of a change: sqrt(SDb^2 + SDf^2 - 2 r SDb SDf). Errors: SDs not positive; r not within -1
/// to 1; an SD of 0.
[[nodiscard]] Expected<Derived<double>> sd_of_change(double baseline_sd, double final_sd,
                                                     double correlation);

/// The correlation between baseline and final value that three printed SDs imply. Errors: SDs that
/// no correlation joins.
[[nodiscard]] Expected<Derived<double>> correlation_from_sds(double baseline_sd, double final_sd,
                                                             double change_sd);

/// The whole number of people whose share of n rounds to the printed percentage, the nearest of
/// several. Errors: no count does, so that n or the percentage is of other people.
[[nodiscard]] Expected<Derived<double>> events_from_percent(double percent, double n,
                                                            int decimals = 0);

/// Two arms as one: their people together, with the spread between their means in the SD. Errors
/// as of effect_of.
[[nodiscard]] Expected<Derived<Arm>> combined(const Arm& one, const Arm& other);

}  // namespace coldplan::evidence
