#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "oracle/cvode_solution.h"
#include "oracle/random_case.h"

#include "coldplan/bioheat/solver.h"

namespace coldplan::oracle {

/// Phases shorter than this [s] are compared at every sample in them.
inline constexpr double short_phase = 120.0;

/// By how much the time of an event may differ [s].
inline constexpr double most_seconds = 5.0;

/// How far the solver is from CVODE on one column.
struct Difference {
  double worst = 0.0;       ///< [°C]
  double depth = 0.0;       ///< where [m]
  double time = 0.0;        ///< when [s]
  double front = 0.0;       ///< largest of frozen thickness and of where it begins and ends [m]
  double front_time = 0.0;  ///< when [s]
  double event = 0.0;       ///< largest difference of an event's time [s]; infinite where one lacks
  double thaw = 0.0;        ///< the same of the first freezing and the last thawing
  double closure = 0.0;     ///< of the discrete energy balances
  bool froze = false;       ///< whether anything did
};

/// The skin, each layer boundary, the landmarks, and 1, 2 and 3 cm under the fat [m], rising.
[[nodiscard]] std::vector<double> probe_depths(const anatomy::NamedColumn& named);

/// CVODE on one column of a case, at its probe depths.
[[nodiscard]] OracleSolution cvode_of(const RandomCase& drawn, const anatomy::NamedColumn& named,
                                      const OracleOptions& options = {});

/// The solver on the same, compared at every minute and probe, at every sample of short phases, at
/// the end of each phase, by its frozen zone there, and by the times at which packs began to melt,
/// had melted, devices stopped and layers had recovered. The energy is asserted.
[[nodiscard]] Difference compare(const RandomCase& drawn, const anatomy::NamedColumn& named,
                                 const OracleSolution& oracle,
                                 const bioheat::SolverOptions& options = {});

/// For the log.
[[nodiscard]] std::string describe(const Difference& difference);

}  // namespace coldplan::oracle
