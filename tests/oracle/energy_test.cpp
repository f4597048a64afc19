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

double gap(const RandomCase& drawn, const anatomy::NamedColumn& named,
           const bioheat::TimeMesh& mesh) {
  bioheat::SolverOptions options;
  options.mesh = mesh;
  return tests::quadrature_gap(tests::checked(
      bioheat::solve(named.column, bioheat::Rest{drawn.room}, drawn.schedule, options)));
}

TEST(Energy, OfRandomCasesAgreesWithAQuadratureOfTheFluxThatConverges) {
  double worst_usual = 0.0;
  double worst_fine = 0.0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const RandomCase drawn = random_case(number);
    if (!drawn.begins_gently()) {
      continue;
    }
    for (const anatomy::NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
      worst_usual = std::max(worst_usual, gap(drawn, *named, {}));
      // Real packs in the even cases, drawn ones in the odd.
      if (number % 30 < 2) {
        const double fine = gap(drawn, *named, {0.05, 1.1, 15.0});
        EXPECT_LE(fine, 1e-3) << drawn.words;
        // Heat that left and came back may cancel to gaps of a millionth.
        EXPECT_LT(gap(drawn, *named, {0.025, std::sqrt(1.1), 7.5}), std::max(0.5 * fine, 1e-5))
            << drawn.words;
        worst_fine = std::max(worst_fine, fine);
      }
    }
  }
  fmt::print("quadrature within {:.1e} at the default steps, {:.1e} at fine ones\n", worst_usual,
             worst_fine);
}

}  // namespace
}  // namespace coldplan::oracle
