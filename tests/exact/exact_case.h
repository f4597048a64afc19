#pragma once

#include <functional>
#include <vector>

#include "energy.h"

#include "coldplan/bioheat/solver.h"

/// How a solution known in closed form judges the solver.
namespace coldplan::exact {

/// A column, what happens to it, and the temperature that must come out.
struct ExactCase {
  bioheat::Column column;
  bioheat::Start start;
  std::vector<bioheat::Phase> schedule;
  std::function<double(double depth, double time)> exact;  ///< [°C] of [m] and [s]
  std::vector<double> depths;                              ///< where to compare [m]
  bioheat::SolverOptions options;  ///< the defaults but for what the case itself needs
  /// Most gap of the quadrature of the surface flux: on graded steps, and on the long equal ones
  /// that time order is measured with.
  double quadrature_gap = tests::most_quadrature_gap;
  double equal_step_gap = 2.0 * tests::most_quadrature_gap;
};

/// Tissue without blood flow and metabolism: a plain solid.
[[nodiscard]] tissue::Tissue solid(double conductivity, double density, double specific_heat);

/// α = k/(ρ c) [m²/s].
[[nodiscard]] double diffusivity(const tissue::Tissue& tissue);

/// A time mesh of steps `factor` times shorter, graded alike.
[[nodiscard]] bioheat::TimeMesh refined(const bioheat::TimeMesh& mesh, double factor);

/// Solves, and asserts that the energy closes, by quadrature within `most_gap`.
[[nodiscard]] bioheat::History run(const ExactCase& exact_case,
                                   const bioheat::SolverOptions& options, double most_gap);

/// Where a history is furthest from the exact solution.
struct Miss {
  double error = 0.0;  ///< [°C]
  double depth = 0.0;  ///< [m]
  double time = 0.0;   ///< [s]
};

/// The largest difference over all samples but the first, at all depths.
[[nodiscard]] Miss worst_miss(const ExactCase& exact_case, const bioheat::SolverOptions& options);
[[nodiscard]] double worst_error(const ExactCase& exact_case,
                                 const bioheat::SolverOptions& options);

/// Observed order of `worst_error` as cells are halved from half to a quarter of the case's own,
/// under steps so short that they do not matter.
[[nodiscard]] double order_in_space(const ExactCase& exact_case);

/// Observed order of the temperatures of all cells at the end, as equal steps are halved from
/// `step` [s], against steps 16 times shorter on the same grid.
[[nodiscard]] double order_in_time(const ExactCase& exact_case, double step);

/// Steps short enough to resolve the flux of a first cell that meets the cold through next to no
/// resistance: on the fine cells that such a phase gets, that cell's time constant Δx²/2α is a
/// quarter of a millisecond.
inline constexpr bioheat::TimeMesh flux_mesh{1e-5, 1.05, 8.0};

/// Asserts that a quadrature of the surface flux agrees with the scheme's heat within 1e-3 on this
/// mesh, and that it converges at better than first order.
void expect_quadrature_converges(const ExactCase& exact_case,
                                 const bioheat::TimeMesh& mesh = flux_mesh);

/// Error at the case's own options, both orders, and the energy, asserted against bounds and
/// logged.
struct Expected {
  double error;        ///< most [°C]
  double space_order;  ///< least
  double time_order;   ///< least
  double time_step;    ///< for `order_in_time` [s]
};
void expect_accuracy(const ExactCase& exact_case, const Expected& expected);

}  // namespace coldplan::exact
