#include "coldplan/bioheat/solver.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "coldplan/bioheat/example_back.h"

namespace coldplan::bioheat {
namespace {

using tests::back;
using tests::ice_bag;
using tests::room;

TEST(Solve, AgreesWithAQuadratureOfItsFluxThatConverges) {
  const std::vector<Phase> schedule{{1500.0, ice_bag(20.0), true}, {3600.0, room, false}};
  const auto gap = [&](double factor) {
    SolverOptions options;
    options.mesh = {1.0 / factor, 1.0 + 0.35 / factor, 60.0 / factor};
    const History history = solve(back(), Rest{room}, schedule, options).value();
    return std::abs(heat_by_quadrature(history) / history.heat_taken.back() - 1.0);
  };
  EXPECT_LT(gap(4.0), 1e-3);
  EXPECT_LT(gap(4.0), gap(1.0) / 8.0);
}

TEST(StepLengths, EndExactlyAndGrowToTheLargest) {
  const auto lengths = step_lengths({1.0, 1.35, 60.0}, 1500.0);
  EXPECT_NEAR(std::accumulate(lengths.begin(), lengths.end(), 0.0), 1500.0, 1e-9);
  EXPECT_LE(lengths.front(), 1.0);
  EXPECT_LE(lengths.back(), 60.0);
}

}  // namespace
}  // namespace coldplan::bioheat
