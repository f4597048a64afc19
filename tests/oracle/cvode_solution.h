#pragma once

#include <span>
#include <vector>

#include "coldplan/bioheat/boundary.h"
#include "coldplan/bioheat/column.h"

namespace coldplan::oracle {

/// How finely the oracle solves: elements about `first + growth · depth` long, and CVODE's
/// tolerances. Its own error is a tenth of what it judges, deep in the column too.
struct OracleOptions {
  double first = 5e-5;
  double growth = 0.005;
  double relative_tolerance = 1e-9;
  double absolute_tolerance = 1e-9;
};

/// Temperatures [°C] at some depths, and when things happened [s].
struct OracleSolution {
  std::vector<std::vector<double>> temperature;  ///< by depth, at every whole minute from 0
  std::vector<double> melting_began;
  std::vector<double> melted;
  std::vector<double> recovered;
};

/// Solves a column from rest in a room through a schedule with SUNDIALS CVODE (BDF of variable
/// order, Newton, banded matrix). Phases last whole minutes. Throws std::runtime_error where CVODE
/// fails.
[[nodiscard]] OracleSolution solve_with_cvode(const bioheat::Column& column,
                                              const bioheat::Boundary& room,
                                              std::span<const bioheat::Phase> schedule,
                                              std::span<const double> depths,
                                              const OracleOptions& options = {});

}  // namespace coldplan::oracle
