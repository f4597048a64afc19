#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace coldplan::work_a {

/// I − γ J of a tridiagonal Jacobian, eliminated once and solved often: no division in a solve, and
/// one multiplication and one subtraction from row to row.
class TridiagonalFactors {
 public:
  explicit TridiagonalFactors(std::size_t n) : lower_(n), upper_(n), inverse_(n) {}

  void factor(double gamma, std::span<const double> lower, std::span<const double> diagonal,
              std::span<const double> upper) {
    const std::size_t n = inverse_.size();
    inverse_[0] = 1.0 / (1.0 - gamma * diagonal[0]);
    upper_[0] = -gamma * upper[0] * inverse_[0];
    for (std::size_t i = 1; i < n; ++i) {
      lower_[i] = -gamma * lower[i];
      inverse_[i] = 1.0 / (1.0 - gamma * diagonal[i] - lower_[i] * upper_[i - 1]);
      upper_[i] = -gamma * upper[i] * inverse_[i];
      lower_[i] *= inverse_[i];
    }
  }

  void solve(const double* right, double* x) const {
    const std::size_t n = inverse_.size();
    for (std::size_t i = 0; i < n; ++i) {
      x[i] = right[i] * inverse_[i];
    }
    for (std::size_t i = 1; i < n; ++i) {
      x[i] -= lower_[i] * x[i - 1];
    }
    for (std::size_t i = n - 1; i-- > 0;) {
      x[i] -= upper_[i] * x[i + 1];
    }
  }

 private:
  std::vector<double> lower_;    ///< over the pivot of its row
  std::vector<double> upper_;    ///< over the pivot of its row
  std::vector<double> inverse_;  ///< of the pivot
};

}  // namespace coldplan::work_a
