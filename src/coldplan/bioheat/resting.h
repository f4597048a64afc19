#pragma once

#include <vector>

#include "coldplan/bioheat/boundary.h"
#include "coldplan/bioheat/system.h"
#include "coldplan/quantity/error.h"

/// The temperatures in which tissue rests before a session.
namespace coldplan::bioheat {

/// The steady profile under a boundary with flow and metabolism as they are given: solution of the
/// linear steady Pennes equation. Throws std::invalid_argument for a boundary that changes: a store
/// or evaporation.
[[nodiscard]] std::vector<double> steady_profile(const System& system, const Boundary& boundary);

/// The profile in which tissue rests under a boundary: `steady_profile`, unless a tissue has a law
/// in absolute temperatures (a logistic flow, a reference of its own for the quotients). These then
/// hold in the profile too, which Newton's iteration finds to 1e-9 °C. Every other law, ramps too,
/// is at rest by definition. Errors: none was found (ErrorCode::not_solved), as where metabolism
/// runs away. Throws as `steady_profile` does.
[[nodiscard]] Expected<std::vector<double>> resting_profile(const System& system,
                                                            const Boundary& boundary);

}  // namespace coldplan::bioheat
