#pragma once

#include "work_a/solver.h"

#include "coldplan/bioheat/solver.h"

namespace coldplan::work_a {

/// This program's scalar solver, which judges the batched one. It records every cell at every
/// minute and closes its energy balance, which the others do not.
[[nodiscard]] Solver reference_rival(std::string name, const bioheat::SolverOptions& options = {});

}  // namespace coldplan::work_a
