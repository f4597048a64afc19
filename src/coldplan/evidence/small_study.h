#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "coldplan/evidence/model.h"

/// Whether small studies say other than large ones, as they do where unwelcome results stay
/// unpublished.
namespace coldplan::evidence {

enum class Precision { standard_error, variance };

/// A regression of effects on how imprecise they are.
struct AsymmetryTest {
  Fit fit;            ///< intercept, then the slope
  Coefficient slope;  ///< the test
  Coefficient limit;  ///< what a study without sampling error would find: the intercept
};

/// Mixed-effects regression on the standard error or variance (Sterne and Egger 2005).
/// Errors: those of `pool`; equal variances are collinear with the intercept; fewer than three
/// studies.
[[nodiscard]] Expected<AsymmetryTest> regress_on_precision(std::span<const Effect> effects,
                                                           const ModelOptions& options,
                                                           Precision predictor);

/// Egger's own test (1997, BMJ 315:629): weighted least squares on the standard error with a
/// dispersion that is estimated, Student's t with k - 2. It is the regression above with EE and
/// knha.
[[nodiscard]] Expected<AsymmetryTest> egger_test(std::span<const Effect> effects,
                                                 double level = 0.95);

/// Begg and Mazumdar's rank correlation (1994, Biometrics 50:1088) of effects, standardised about
/// the equal effects mean, (y - m) / sqrt(v - 1/sum(1/v)), with variances.
struct RankTest {
  double tau = 0.0;  ///< Kendall's, tau-b where there are ties
  double p_value = 1.0;
  bool is_exact = false;  ///< without ties; else normal
};

/// Errors: those of effects; fewer than two studies; all of equal variance, which have no order.
[[nodiscard]] Expected<RankTest> rank_test(std::span<const Effect> effects);

/// Duval and Tweedie's estimators of the number of missing studies (2000, JASA 95:89; Biometrics
/// 56:455).
enum class MissingEstimator { L0, R0, Q0 };
enum class Side { left, right };  ///< where studies are missing

struct TrimAndFill {
  Side side = Side::left;
  std::size_t missing = 0;
  double missing_standard_error = 0.0;
  std::vector<Effect> filled;  ///< mirror images of the outermost studies, which trimming set aside
  Fit fit;                     ///< of all studies and the filled
};

/// Trims the outermost studies, finds the centre of the rest and counts again until the count
/// stands still. Without `side`, studies are missing where the slope of the regression on standard
/// errors points from. Errors: those of `pool`; fewer than three studies or equal variances where
/// the side is to be found; a count that does not stand still, or Q0 of ranks for which it has no
/// real value (not_solved).
[[nodiscard]] Expected<TrimAndFill> trim_and_fill(std::span<const Effect> effects,
                                                  const ModelOptions& options,
                                                  MissingEstimator estimator = MissingEstimator::L0,
                                                  std::optional<Side> side = std::nullopt);

/// How many unseen studies of no effect would undo a result: rounded up.
/// Rosenthal (1979, Psychol Bull 86:638): until Stouffer's one-sided p is `alpha`.
[[nodiscard]] Expected<double> fail_safe_rosenthal(std::span<const Effect> effects,
                                                   double alpha = 0.05);
/// Orwin (1983, J Educ Stat 8:157): until the plain mean effect is `target`; empty: half of it.
/// Error: a target of 0 or of the other sign.
[[nodiscard]] Expected<double> fail_safe_orwin(std::span<const Effect> effects,
                                               std::optional<double> target = std::nullopt);
/// Rosenberg (2005, Evolution 59:464): until the weighted mean's two-sided p is `alpha`, by studies
/// of mean weight.
[[nodiscard]] Expected<double> fail_safe_rosenberg(std::span<const Effect> effects,
                                                   double alpha = 0.05);

}  // namespace coldplan::evidence
