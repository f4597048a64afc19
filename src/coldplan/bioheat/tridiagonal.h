#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace coldplan::bioheat {

/// A tridiagonal matrix by rows: lower[i] x[i−1] + diagonal[i] x[i] + upper[i] x[i+1].
struct Tridiagonal {
  explicit Tridiagonal(std::size_t size) : lower(size), diagonal(size), upper(size) {}
  std::vector<double> lower;
  std::vector<double> diagonal;
  std::vector<double> upper;
};

/// Solves by elimination without pivoting (Thomas), which is stable for the diagonally dominant
/// matrices of conduction. Overwrites the matrix and leaves the solution in `right`.
inline void solve_in_place(Tridiagonal& matrix, std::span<double> right) {
  const std::size_t n = right.size();
  for (std::size_t i = 1; i < n; ++i) {
    const double factor = matrix.lower[i] / matrix.diagonal[i - 1];
    matrix.diagonal[i] -= factor * matrix.upper[i - 1];
    right[i] -= factor * right[i - 1];
  }
  right[n - 1] /= matrix.diagonal[n - 1];
  for (std::size_t i = n - 1; i-- > 0;) {
    right[i] = (right[i] - matrix.upper[i] * right[i + 1]) / matrix.diagonal[i];
  }
}

}  // namespace coldplan::bioheat
