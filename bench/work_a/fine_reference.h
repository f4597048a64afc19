#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "work_a/equations.h"

namespace coldplan::work_a {

/// Where solutions are kept and with how many threads they are made.
struct Keeping {
  std::filesystem::path folder;
  int threads = 1;
};

/// Temperatures [person][minute][depth] of the first people on some cells, free of error in time:
/// CVODE with a tolerance of 1e-10, its error under 1e-6 °C. Kept in a file whose name is a hash of
/// all that defines them (people, cells, tolerance, the sources of the equations), so that a second
/// call only reads.
[[nodiscard]] std::vector<double> tight_solution(const CellsOf& cells, std::size_t people,
                                                 const Keeping& keeping);

/// What all are judged by: the same on the standard grid refined 8 times. The standard grid's own
/// error falls with the square of the width, to a 64th here.
[[nodiscard]] std::vector<double> fine_reference(std::size_t people, const Keeping& keeping);

}  // namespace coldplan::work_a
