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
  double level = 0.95;              ///< of every interval
  std::optional<double> tau2 = {};  ///< taken as known in place of an estimate; not negative
  /// Of iterative estimators: the last change of tau^2, against tau^2 + the typical sampling
  /// variance, so that the scale of the effects does not matter.
  double threshold = 1e-12;
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

/// tau^2 is 0 where the method is EE. Where all residuals are 0, knha has standard errors of 0 (as
/// its equation says), infinite statistics and probabilities of 0; adhoc has the errors of z.
struct Fit {
  ModelOptions options;  ///< of one study: EE and z, whatever was asked, as it shows no tau^2
  std::size_t studies = 0;
  std::vector<Coefficient> coefficients;  ///< the intercept first
  Eigen::MatrixXd covariance;             ///< of the coefficients
  std::optional<double> t_df;             ///< of coefficients; empty: normal
  double tau2 = 0.0;
  std::optional<double> tau2_standard_error;
  /// Share and ratio of tau^2 against the typical sampling variance s^2 = (k - p) / tr P (Higgins
  /// and Thompson 2002): 100 tau^2 / (tau^2 + s^2) and 1 + tau^2 / s^2. For EE 100 max(0, (Q - df)
  /// / Q), Q / df.
  double I2_percent = 0.0;
  double H2 = 1.0;
  Omnibus residual_heterogeneity;     ///< Q (QE)
  std::optional<Omnibus> moderation;  ///< QM: all but the intercept; empty without moderators
  std::optional<double> R2_percent;   ///< of tau^2, against the model without moderators; not of EE
  std::vector<double> weights_percent;
};

/// Pools effects: beta = (X'WX)^-1 X'W y, W = diag(1 / (v_i + tau^2)).
/// knha: standard errors times sqrt(y'Py / (k - p)), Student's t with k - p (Knapp and Hartung
/// 2003); adhoc never shortens them by it. Errors: no study; a variance that is not positive and
/// finite, with its place ("studies[2].variance"); fewer studies than coefficients, or as many
/// where tau^2 or a factor of errors is to be estimated; moderators that are collinear; a level
/// outside (0, 1); an estimator that does not converge (not_solved).
[[nodiscard]] Expected<Fit> pool(std::span<const Effect> effects, const ModelOptions& options,
                                 const Moderators& moderators = {});

}  // namespace coldplan::evidence
