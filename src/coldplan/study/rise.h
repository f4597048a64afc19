#pragma once

#include <cmath>

namespace coldplan::study {

/// How far what grows from the start of the cold has come after a time, 0 to 1; times in s.
[[nodiscard]] inline double risen(double time, double constant) {
  return 1.0 - std::exp(-time / constant);
}

}  // namespace coldplan::study
