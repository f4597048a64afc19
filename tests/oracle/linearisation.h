#pragma once

#include <span>
#include <vector>

#include "oracle/right_hand_side.h"

namespace coldplan::oracle {

/// Three diagonals of a matrix, by row.
struct Band {
  std::vector<double> below;
  std::vector<double> on;
  std::vector<double> above;
};

/// One column times one row.
struct RankOne {
  std::vector<double> column;
  std::vector<double> row;
};

/// ∂f/∂y of the equations: what couples neighbours as a band, and two terms of rank one for each
/// front, since its place and its velocity move every node up to the next front. The flow's
/// dependence on its layer's mean temperature is weak and left to Newton's iteration.
struct Linearisation {
  Band band;
  std::vector<RankOne> fronts;
};

[[nodiscard]] Linearisation linearise(const ColumnEquations& equations, double time,
                                      const double* y);

/// Solves (1 − γ J) x = b in place, J being a linearisation: elimination of the band, then the
/// formula of Sherman, Morrison and Woodbury.
void solve_newton_system(const Linearisation& jacobian, double gamma, std::span<double> b);

}  // namespace coldplan::oracle
