#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "coldplan/evidence/model.h"

/// What a result owes to single studies.
namespace coldplan::evidence {

/// Element i pools all studies but i. Errors: those of `pool`; fewer than two studies.
[[nodiscard]] Expected<std::vector<Fit>> leave_one_out(std::span<const Effect> effects,
                                                       const ModelOptions& options);

/// Element i pools the first i + 1 studies of `order` (indices; empty: as they stand).
/// Errors: those of `pool`; an order that is not a permutation of the studies.
[[nodiscard]] Expected<std::vector<Fit>> accumulate(std::span<const Effect> effects,
                                                    const ModelOptions& options,
                                                    std::span<const std::size_t> order = {});

/// What changes when a study is left out (Viechtbauer and Cheung 2010, Res Synth Methods 1:112).
/// With (i) for a fit without study i, x_i its row and f the factor of squared errors (1 for z):
struct Deletion {
  double rstudent = 0.0;          ///< (y_i - x_i b(i)) / sqrt(f(i) (v_i + tau2(i)) + Var(x_i b(i)))
  double dffits = 0.0;            ///< (x_i b - x_i b(i)) / sqrt(f(i) h_i (v_i + tau2(i)))
  double cooks_distance = 0.0;    ///< (b - b(i))' Cov(b)^-1 (b - b(i))
  double covariance_ratio = 0.0;  ///< det Cov(b(i)) / det Cov(b)
  double tau2 = 0.0;
  double QE = 0.0;
  /// (b - b(i))_j / sqrt(f(i) (X'W(i)X)^-1_jj), W(i) with tau2(i) for all studies.
  std::vector<double> dfbetas;
};

struct Influence {
  double hat = 0.0;  ///< h_i, of X(X'WX)^-1X'W
  double weight_percent = 0.0;
  std::optional<Deletion> deletion;  ///< empty where the rest cannot bear the model
};

/// One element a study. Errors: those of `pool` of all studies, and not_solved of any rest.
[[nodiscard]] Expected<std::vector<Influence>> influence(std::span<const Effect> effects,
                                                         const ModelOptions& options,
                                                         const Moderators& moderators = {});

}  // namespace coldplan::evidence
