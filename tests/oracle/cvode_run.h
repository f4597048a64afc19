#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

/// SUNDIALS CVODE with what the oracle asks of it.
namespace coldplan::oracle {

/// A system of ordinary differential equations y' = f(t, y) with roots to be found.
struct CvodeProblem {
  std::function<void(double time, const double* y, double* rate)> derivative;
  /// Solves (1 − γ ∂f/∂y) x = b in place; none: a dense Jacobian by differences.
  std::function<void(double time, const double* y, double gamma, std::span<double> b)> solve;
  /// Values whose rise through 0 is an event.
  std::function<void(double time, const double* y, std::span<double> gaps)> gaps;
  std::size_t gap_count = 0;
};

/// One integration from a state: BDF of variable order, Newton's iteration with the problem's own
/// linear solver. Throws std::runtime_error where CVODE fails.
class CvodeRun {
 public:
  CvodeRun(CvodeProblem problem, std::span<const double> y, double time, double tolerance);

  /// Goes on to `target`, not beyond `stop`, or to the next event, whose marks it returns; nothing
  /// at the target.
  [[nodiscard]] std::vector<int> advance(double target, double stop);

  [[nodiscard]] double time() const { return begin_ + elapsed_; }
  [[nodiscard]] std::vector<double> state() const;

 private:
  struct Parts;
  struct Release {
    void operator()(Parts* parts) const;
  };
  std::unique_ptr<Parts, Release> parts_;
  /// CVODE's own clock starts at 0: its first steps may be shorter than the rounding of a time.
  double begin_;
  double elapsed_ = 0.0;
};

}  // namespace coldplan::oracle
