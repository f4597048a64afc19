#pragma once

#include <memory>
#include <span>

#include "work_a/equations.h"

/// SUNDIALS CVODE on the equations of work A.
namespace coldplan::work_a {

/// Who solves CVODE's linear systems.
enum class LinearSolver {
  band,         ///< SUNDIALS' own band matrix and solver, with an analytic Jacobian
  tridiagonal,  ///< an elimination of our own for three diagonals
};

struct CvodeOptions {
  double tolerance = 0.0;  ///< relative, and absolute in °C
  LinearSolver linear_solver = LinearSolver::tridiagonal;
  bool fast_vectors = true;  ///< vector operations of our own (fast_vector.h)
};

/// Counts over all people that an instance solved.
struct CvodeCounts {
  long steps = 0;
  long rates = 0;
  long set_ups = 0;
};

/// One instance for equations of one size, to be used again for person after person: BDF of
/// variable order, Newton's iteration, steps as CVODE likes them and its dense output at every
/// minute, a fresh start at the change of boundary. Throws std::runtime_error where CVODE fails.
class CvodeRun {
 public:
  CvodeRun(std::size_t cells, const CvodeOptions& options);

  /// All that is asked for of one person: [minute][depth].
  void solve(Equations& equations, const Person& person, std::span<double> temperatures);

  [[nodiscard]] const CvodeCounts& counts() const;

 private:
  struct Parts;
  struct Release {
    void operator()(Parts* parts) const;
  };
  std::unique_ptr<Parts, Release> parts_;
};

}  // namespace coldplan::work_a
