#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oracle/cvode_solution.h"
#include "oracle/random_case.h"

#include "coldplan/bioheat/solver.h"

namespace coldplan::oracle {

/// How far the solver is from CVODE on one column.
struct Difference {
  double worst = 0.0;  ///< [°C]
  double depth = 0.0;  ///< where [m]
  std::size_t minute = 0;
  double event = 0.0;    ///< largest difference of an event's time [s]; infinite where one lacks
  double closure = 0.0;  ///< of the discrete energy balances
};

/// The skin, each layer boundary, the landmarks, and 1, 2 and 3 cm under the fat [m], rising.
[[nodiscard]] std::vector<double> probe_depths(const anatomy::NamedColumn& named);

/// CVODE on one column of a case, at its probe depths.
[[nodiscard]] OracleSolution cvode_of(const RandomCase& drawn, const anatomy::NamedColumn& named,
                                      const OracleOptions& options = {});

/// The solver on the same, compared at every minute and probe, and by the times at which packs
/// began to melt, had melted, and layers had recovered. The energy is asserted.
[[nodiscard]] Difference compare(const RandomCase& drawn, const anatomy::NamedColumn& named,
                                 const OracleSolution& oracle,
                                 const bioheat::SolverOptions& options = {});

/// For the log.
[[nodiscard]] std::string describe(const Difference& difference);

}  // namespace coldplan::oracle
