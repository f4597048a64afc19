#pragma once

#include <string>
#include <vector>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// One check of the installation.
struct Check {
  std::string name;
  bool passed = false;
  std::string seen;
};

/// Everything `coldplan doctor` looks at: the facts, the solver against an exact solution, energy,
/// the same bits twice, a picture drawn.
[[nodiscard]] std::vector<Check> doctor_checks();

/// The checks as text or JSON; an error of kind not_solved when one failed.
[[nodiscard]] Expected<std::string> run_doctor(bool json);

}  // namespace coldplan::app
