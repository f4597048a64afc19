#pragma once

#include <span>
#include <vector>

#include "oracle/mesh.h"

#include "coldplan/bioheat/boundary.h"
#include "coldplan/bioheat/column.h"

namespace coldplan::oracle {

/// How finely the oracle solves, and how often it is read. Its own error is a tenth of what it
/// judges, deep in the column too.
struct OracleOptions {
  MeshOptions mesh;
  double tolerance = 1e-9;        ///< CVODE's, relative and absolute
  double sample_interval = 60.0;  ///< [s]
};

/// What is frozen: its thickness, and how far it reaches from and to [m]; all 0 where nothing is.
struct FrozenZone {
  double depth = 0.0;
  double from = 0.0;
  double to = 0.0;
};

/// One state read at the depths that were asked for.
struct OracleSample {
  double time = 0.0;                ///< [s]
  std::vector<double> temperature;  ///< by depth [°C]
  FrozenZone frozen;
};

/// What was read at equal intervals from 0 and at the end of each phase (the state just before a
/// change of boundary), and when things happened [s].
struct OracleSolution {
  std::vector<OracleSample> samples;
  std::vector<OracleSample> phase_ends;
  std::vector<double> melting_began;
  std::vector<double> melted;
  std::vector<double> recovered;
  std::vector<double> froze;          ///< when the first tissue froze, each time
  std::vector<double> thawed;         ///< when the last had thawed
  std::vector<double> zones_changed;  ///< when a frozen zone came or went
};

/// Solves a column from rest in a room through a schedule with SUNDIALS CVODE. Freezing tissue is
/// followed by nodes that stand on the fronts. Throws std::runtime_error where CVODE fails.
[[nodiscard]] OracleSolution solve_with_cvode(const bioheat::Column& column,
                                              const bioheat::Boundary& room,
                                              std::span<const bioheat::Phase> schedule,
                                              std::span<const double> depths,
                                              const OracleOptions& options = {});

}  // namespace coldplan::oracle
