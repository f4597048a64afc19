#pragma once

#include <optional>

#include "coldplan/evidence/least_squares.h"
#include "coldplan/evidence/model.h"
#include "coldplan/quantity/error.h"

/// Estimators of the variance between studies, each in its form for moderators.
namespace coldplan::evidence {

struct Tau2 {
  double value = 0.0;                    ///< truncated at 0
  std::optional<double> standard_error;  ///< large-sample; empty for EE
};

/// Needs k > p. With P_t = P at weights 1/(v + t) and P_0 at t = 0:
///
///     HE    (y'Py - tr PV) / (k - p), unweighted P                     Hedges and Olkin 1985
///     DL    (y'P_0y - (k - p)) / tr P_0                                DerSimonian and Laird 1986
///     HS    (y'P_0y - k) / sum 1/v                                     Hunter and Schmidt 1990
///     HSk   (k/(k - p) y'P_0y - k) / sum 1/v                           Brannick et al. 2019
///     SJ    t y'P_ty / (k - p), t = sum (y - mean)^2 / k               Sidik and Jonkman 2005
///     ML, REML  the maximum of the likelihood, the restricted one      Raudenbush 2009
///     PM    y'P_ty = k - p                                             Paule and Mandel 1982
///     EB, SJIT  the same root: their steps stand still there           Morris 1983; Viechtbauer et
///     al. 2015 DLIT  (y'P_ty - (k - p)) / tr P_t = t: DL with weights renewed   Kontopantelis et
///     al. 2013 PMM   y'P_ty = median of chi-squared with k - p                  Viechtbauer 2021
///
/// Error: not_solved, naming the method, after `most_iterations` steps.
[[nodiscard]] Expected<Tau2> estimate_tau2(const Design& design, const ModelOptions& options);

}  // namespace coldplan::evidence
