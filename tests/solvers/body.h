#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "check.h"
#include "solvers/solver_under_test.h"

/// What any solver of columns must do: one body for the reference and for the batch on every
/// instruction set, run by GoogleTest natively and as plain checks in a browser.
namespace coldplan::tests {

struct SolverCase {
  std::string_view name;
  void (*run)(Checks& checks, const SolverUnderTest& solver);
};

/// Its name, as GoogleTest lists it.
inline void PrintTo(const SolverCase& body, std::ostream* out) {
  *out << body.name;
}

[[nodiscard]] std::span<const SolverCase> solver_cases();

}  // namespace coldplan::tests
