#pragma once

#include <optional>
#include <span>
#include <vector>

#include "work_a/fine_reference.h"
#include "work_a/solver.h"

namespace coldplan::work_a {

/// Largest errors over people, minutes and depths [°C].
struct Errors {
  double total = 0.0;            ///< against the fine reference
  std::optional<double> time{};  ///< against a tight run on the solver's own cells
};

/// How fast a solver is with a number of threads.
struct Speed {
  int threads = 1;
  double sessions_per_second = 0.0;  ///< median over the rounds
  std::vector<double> ratio;         ///< to each peer, median over the rounds
  std::size_t people = 0;            ///< in a round
};

struct Result {
  Errors errors;
  std::vector<Speed> speeds;
};

struct MeasureOptions {
  std::size_t people = 192;  ///< whose errors are looked at
  int rounds = 5;
  double shortest_run = 0.5;  ///< [s]
  std::vector<int> threads{1, 2};
  std::size_t peers = 2;  ///< so many solvers, from the first, are what ratios are to
  Keeping keeping;
};

/// Errors and speeds of solvers, in their order. In a round each runs once with each number of
/// threads, so that all meet the same machine, and ratios are taken within a round.
[[nodiscard]] std::vector<Result> measure(std::span<const Solver> solvers,
                                          const MeasureOptions& options);

}  // namespace coldplan::work_a
