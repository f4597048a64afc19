#pragma once

#include <string>

#include "work_a/cvode_run.h"
#include "work_a/solver.h"

namespace coldplan::work_a {

/// Tolerance at which CVODE's own error is as large as the bar leaves room for: 0.02 °C in all, of
/// which the standard grid takes 0.008. `--sweep` shows what other tolerances cost.
constexpr double cvode_tolerance = 6e-5;

/// CVODE as a user who cares would build it: one instance a thread for all its people, an analytic
/// Jacobian, sources with vector exponentials.
[[nodiscard]] Solver cvode_rival(
    std::string name, const CvodeOptions& options,
    CellsOf cells = [](const Person& person) { return standard_cells(person); });

}  // namespace coldplan::work_a
