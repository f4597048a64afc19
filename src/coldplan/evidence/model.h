#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <Eigen/Core>

#include "coldplan/evidence/effect.h"
#include "coldplan/quantity/error.h"

/// Inverse-variance models: equal effects, random effects, mixed-effects meta-regression.
namespace coldplan::evidence {

/// How the variance between studies (tau^2) is estimated; the letters are the field's.
enum class Method { EE, DL, HE, HS, HSk, SJ, ML, REML, EB, PM, PMM, DLIT, SJIT };

/// How coefficients are tested: normal; Knapp and Hartung's t; the same with its factor at least 1.
enum class Test { z, knha, adhoc };

struct ModelOptions {
  Method method = Method::REML;
  Test test = Test::z;
  double level = 0.95;       ///< of every interval
  double threshold = 1e-12;  ///< of iterative estimators, on tau^2
  int most_iterations = 10000;
};

/// Columns of a meta-regression, the intercept not among them.
struct Moderators {
  std::vector<std::string> names;
  Eigen::MatrixXd values;  ///< a row a study, a column a name
};

struct Coefficient {
  std::string name;
  double estimate = 0.0;
  double standard_error = 0.0;
  double statistic = 0.0;
  double p_value = 0.0;
  Limits confidence;
};

/// A chi-squared (or F, with `denominator_df`) test.
struct Omnibus {
  double statistic = 0.0;
  double df = 0.0;
  std::optional<double> denominator_df;
  double p_value = 1.0;
};

struct Fit {
  ModelOptions options;
  std::size_t studies = 0;
  std::vector<Coefficient> coefficients;  ///< the intercept first
  Eigen::MatrixXd covariance;             ///< of the coefficients
  std::optional<double> t_df;             ///< of coefficients; empty: normal
  double tau2 = 0.0;
  std::optional<double> tau2_standard_error;
  double I2_percent = 0.0;
  double H2 = 1.0;
  Omnibus residual_heterogeneity;      ///< Q (QE)
  std::optional<Omnibus> moderation;   ///< QM: all but the intercept; empty without moderators
  std::optional<double> R2_percent;    ///< of tau^2, against the model without moderators
  std::vector<double> weights_percent;
};

/// Pools effects: beta = (X'WX)^-1 X'W y, W = diag(1 / (v_i + tau^2)).
/// Errors: no study; a variance that is not positive and finite, with its place ("studies[2].variance");
/// fewer studies than coefficients; moderators that are collinear; an estimator that does not
/// converge (not_solved).
[[nodiscard]] Expected<Fit> pool(std::span<const Effect> effects, const ModelOptions& options,
                                 const Moderators& moderators = {});

}  // namespace coldplan::evidence
