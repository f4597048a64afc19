#include <algorithm>
#include <string>
#include <tuple>

#include "solvers/body.h"
#include <gtest/gtest.h>

namespace coldplan::tests {
namespace {

using Given = std::tuple<SolverUnderTest, SolverCase>;

class Solver : public testing::TestWithParam<Given> {};

TEST_P(Solver, DoesWhatAnySolverMust) {
  const auto& [solver, body] = GetParam();
  Checks checks;
  body.run(checks, solver);
  EXPECT_EQ(checks.failed, 0);
}

std::string name_of(const testing::TestParamInfo<Given>& given) {
  const auto& [solver, body] = given.param;
  std::string name = std::string{body.name} + "_" + solver.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(OneBody, Solver,
                         testing::Combine(testing::ValuesIn(all_solvers()),
                                          testing::ValuesIn(solver_cases().begin(),
                                                            solver_cases().end())),
                         name_of);

}  // namespace
}  // namespace coldplan::tests
