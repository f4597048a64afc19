#pragma once

#include <span>

#include "coldplan/bioheat/system.h"

namespace coldplan::bioheat {

/// Solves an implicit stage's equations of constriction, temperatures given: with `implicit` the
/// stage's own weight times the length of the step [s],
///
///     h = h_base + implicit (h* − h)/τ,   D = D_base + implicit (1 − h) while the cold is on.
///
/// `memory` holds the last guess (the dose sets τ) and returns the solution. One entry a layer.
void solve_memory(const System& system, bool cooling, double implicit,
                  std::span<const double> temperature, std::span<const Memory> base,
                  std::span<Memory> memory);

}  // namespace coldplan::bioheat
