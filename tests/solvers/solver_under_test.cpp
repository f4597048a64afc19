#include "solvers/solver_under_test.h"

#include <utility>

namespace coldplan::tests {
namespace {

using bioheat::BatchOptions;
using bioheat::Precision;

SolverUnderTest reference() {
  return {"reference",
          [](const bioheat::Column& column, const bioheat::Start& start,
             std::span<const bioheat::Phase> schedule, const Steps* steps) {
            bioheat::SolverOptions options;
            if (steps != nullptr) {
              options.mesh = {steps->first, steps->growth, steps->largest};
            }
            return bioheat::solve(column, start, schedule, options);
          },
          1e-10,
          1e-9,
          0.02,
          0.01};
}

SolverUnderTest batched(std::string_view target, Precision precision) {
  const bool is_single = precision == Precision::single;
  BatchOptions options = is_single ? BatchOptions{} : bioheat::precise_options();
  options.target = target;
  options.threads = 1;
  return {std::string{target} + (is_single ? " single" : " twofold"),
          [options](const bioheat::Column& column, const bioheat::Start& start,
                    std::span<const bioheat::Phase> schedule, const Steps* steps) {
            BatchOptions chosen = options;
            if (steps != nullptr) {
              chosen.mesh = {steps->first, steps->growth, steps->largest, 0.0, steps->largest};
            }
            const bioheat::Task task{column, start, {schedule.begin(), schedule.end()}};
            return std::move(bioheat::solve({&task, 1}, chosen).front());
          },
          is_single ? 1e-4 : 1e-10,
          is_single ? 1e-3 : 1e-9,
          0.02,
          is_single ? 5.0 : 0.5};
}

}  // namespace

std::vector<SolverUnderTest> all_solvers() {
  std::vector<SolverUnderTest> solvers{reference()};
  for (const std::string_view target : bioheat::batch_targets()) {
    solvers.push_back(batched(target, Precision::single));
    solvers.push_back(batched(target, Precision::twofold));
  }
  return solvers;
}

}  // namespace coldplan::tests
