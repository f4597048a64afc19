#pragma once

#include <span>
#include <string>
#include <vector>

#include "work_a/measure.h"

namespace coldplan::work_a {

/// What figures belong to.
struct Machine {
  std::string processor;
  std::string compiler;
  std::vector<double> stream;  ///< GB/s by number of threads, in the order of the options
};

/// The processor's name as the system gives it, the compiler's as it gives itself.
[[nodiscard]] Machine this_machine();

[[nodiscard]] std::string table(std::span<const Solver> solvers, std::span<const Result> results,
                                const Machine& machine, const MeasureOptions& options);

/// The same for machines: `solvers` holds a row for each solver and number of threads with
/// sessions_per_second, worst_error, worst_time_error (null where the cells are not known) and
/// threads; `ratios` the ratio to each peer, by peer, solver and threads.
[[nodiscard]] std::string json(std::span<const Solver> solvers, std::span<const Result> results,
                               const Machine& machine, const MeasureOptions& options);

}  // namespace coldplan::work_a
