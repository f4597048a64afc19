#include "energy.h"

#include <algorithm>
#include <cmath>

#include "oracle/random_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/bioheat/solver.h"

/// Energy of the cases that CVODE judges, by a quadrature that owes nothing to the scheme.
namespace coldplan::oracle {
namespace {

TEST(Energy, OfRandomCasesAgreesWithAQuadratureOfTheFluxThatConverges) {
  double worst = 0.0;
  for (std::uint32_t number = 0; number < 300; number += 30) {
    const RandomCase drawn = random_case(number);
    const auto gap = [&](double factor) {
      bioheat::SolverOptions options;
      options.mesh = {0.05 / factor, std::pow(1.1, 1.0 / factor), 15.0 / factor};
      return tests::quadrature_gap(tests::checked(
          bioheat::solve(drawn.column, bioheat::Rest{drawn.room}, drawn.schedule, options)));
    };
    const double coarse = gap(1.0);
    EXPECT_LE(coarse, 1e-3) << describe(drawn);
    EXPECT_LT(gap(2.0), 0.5 * coarse) << describe(drawn);
    worst = std::max(worst, coarse);
  }
  fmt::print("quadrature within {:.1e}\n", worst);
}

}  // namespace
}  // namespace coldplan::oracle
