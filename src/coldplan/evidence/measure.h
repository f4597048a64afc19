#pragma once

#include <span>
#include <string>
#include <string_view>

#include "coldplan/quantity/error.h"

/// The scales on which studies are compared, by the field's letters.
namespace coldplan::evidence {

enum class Measure {
  GEN,   ///< any scale: effect and variance are given
  MD,    ///< mean difference
  SMD,   ///< standardised mean difference, Hedges' g
  SMDH,  ///< the same, variances of the arms unequal
  ROM,   ///< log ratio of means
  RR,    ///< log risk ratio
  OR,    ///< log odds ratio
  RD,    ///< risk difference
  PETO,  ///< Peto's log odds ratio
  PR,    ///< proportion
  PLO,   ///< log odds of a proportion
  PAS,   ///< arcsine of a proportion's root
  PFT,   ///< Freeman and Tukey's double arcsine
};

/// What of a study a measure is computed from.
enum class StudyData { effects, two_arms, two_by_two, proportion };

[[nodiscard]] std::span<const Measure> all_measures();

/// "SMD".
[[nodiscard]] std::string_view to_string(Measure measure);

/// "standardised mean difference (Hedges' g)".
[[nodiscard]] std::string_view words_of(Measure measure);

[[nodiscard]] StudyData data_of(Measure measure);

/// The measure of these letters, whatever their case. Errors: an unknown name, with the nearest
/// one.
[[nodiscard]] Expected<Measure> measure_named(const std::string& name);

/// How a reader is told an effect on another scale than the one it was pooled on.
struct BackTransform {
  std::string_view words;  ///< "risk ratio"
  double (*transform)(double);
};

/// Ratios by exp, proportions by the inverse of their transform (not PFT's, which wants a number of
/// people: inverse_double_arcsine); nullptr where the scale is its own.
[[nodiscard]] const BackTransform* back_transform(Measure measure);

/// The proportion of `n` people whose double arcsine (the mean of both, as PFT has it) is `angle`:
///
///     p = (1 - sgn(cos t) sqrt(1 - (sin t + (sin t - 1 / sin t) / n)^2)) / 2,   t = 2 angle
///
/// (Miller 1978, Am Stat 32:138); 0 and 1 where the angle lies beyond those of nobody and of all.
[[nodiscard]] double inverse_double_arcsine(double angle, double n);

/// What pooled double arcsines are turned back by (Miller 1978); 0 without a number.
[[nodiscard]] double harmonic_mean(std::span<const double> numbers);

}  // namespace coldplan::evidence
