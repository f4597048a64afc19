#pragma once

#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "coldplan/bioheat/batch.h"
#include "coldplan/bioheat/solver.h"

/// The scalar reference and the batched kernel behind one interface, so that one body of tests
/// judges both.
namespace coldplan::tests {

/// A graded mesh of steps, asked of any solver; none: its own.
struct Steps {
  double first = 0.0;
  double growth = 1.0;
  double largest = 0.0;
};

struct SolverUnderTest {
  std::string name;  ///< "reference", "AVX3 single", "SCALAR twofold"
  std::function<Expected<bioheat::History>(const bioheat::Column&, const bioheat::Start&,
                                           std::span<const bioheat::Phase>, const Steps*)>
      solve;
  double closure = 0.0;   ///< most that its discrete balances may miss, relative
  double rounding = 0.0;  ///< of a temperature [°C]
  double error = 0.0;     ///< most against an exact solution at its own options [°C]
  double seconds = 0.0;   ///< most by which the time of an event may miss
};

/// Its name, as GoogleTest lists it.
inline void PrintTo(const SolverUnderTest& solver, std::ostream* out) {
  *out << solver.name;
}

/// The reference, then every instruction set of this machine at both precisions.
[[nodiscard]] std::vector<SolverUnderTest> all_solvers();

}  // namespace coldplan::tests
