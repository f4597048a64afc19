#pragma once

#include <span>
#include <vector>

#include "coldplan/evidence/model.h"

/// What a fitted model expects: of studies on average, of a new study, and of each study at hand.
namespace coldplan::evidence {

/// Whose quantile a prediction interval has.
enum class PredictionInterval {
  of_the_model,                    ///< normal for z, Student's t with k - p for knha and adhoc
  higgins_thompson_spiegelhalter,  ///< Student's t with k - p - 1 (k - 2 without moderators): 2009,
                                   ///< JRSS A 172:137
};

struct Prediction {
  double estimate = 0.0;
  double standard_error = 0.0;
  Limits confidence;  ///< of the mean
  Limits prediction;  ///< of a new study's true effect: +- q sqrt(se^2 + tau^2)
};

/// At values of the moderators, in their order; none for a model without.
/// Errors: another number of values than moderators (conflict); Higgins's interval with k - p - 1
/// < 1.
[[nodiscard]] Expected<Prediction> predict(
    const Fit& fit, std::span<const double> moderators = {},
    PredictionInterval kind = PredictionInterval::of_the_model);

/// The best linear unbiased prediction of a study's own true effect (Raudenbush 2009): shrunk by
/// lambda = tau^2 / (tau^2 + v) from its estimate to what the model expects of it,
///
///     lambda y + (1 - lambda) x beta,   variance lambda v + (1 - lambda)^2 x Cov(beta) x'.
struct StudyPrediction {
  double estimate = 0.0;
  double standard_error = 0.0;
  Limits interval;
};

/// A prediction a study. Errors: effects or moderators other than those of the fit (conflict).
[[nodiscard]] Expected<std::vector<StudyPrediction>> predict_studies(
    const Fit& fit, std::span<const Effect> effects, const Moderators& moderators = {});

}  // namespace coldplan::evidence
