#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "work_a/equations.h"

namespace coldplan::work_a {

/// Who is asked for: consecutive people.
struct People {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// One who competes.
struct Solver {
  std::string name;
  /// Solves work A with so many threads into [person][minute][depth], and returns the seconds that
  /// this took, everything included from a person's numbers on.
  std::function<double(const People& people, int threads, std::span<float> temperatures)> run;
  /// The cells that it solves on; none: its time error cannot be told from its grid's.
  std::optional<CellsOf> cells = std::nullopt;
  /// What it was set to, for the table.
  std::string settings = {};
};

}  // namespace coldplan::work_a
