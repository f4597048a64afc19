#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace coldplan::offline {

/// A symmetric positive definite matrix whose entries lie within `band` of the diagonal; row by
/// row, the lower triangle only. Factorised in place as L Lᵀ.
class Banded {
 public:
  Banded(std::size_t size, std::size_t band)
      : size_{size}, band_{band}, entries_(size * (band + 1)) {}

  /// Entry of the lower triangle, column ≤ row ≤ column + band.
  [[nodiscard]] double& at(std::size_t row, std::size_t column) {
    return entries_[row * (band_ + 1) + band_ - (row - column)];
  }

  void factorise() {
    for (std::size_t row = 0; row < size_; ++row) {
      for (std::size_t column = first_of(row); column < row; ++column) {
        const double sum = at(row, column) - product(row, column);
        at(row, column) = sum / at(column, column);
      }
      at(row, row) = std::sqrt(at(row, row) - product(row, row));
    }
  }

  /// Solves L Lᵀ x = right, after factorise(), into `right`.
  void solve(std::span<double> right) {
    for (std::size_t row = 0; row < size_; ++row) {
      const std::size_t first = first_of(row);
      right[row] = (right[row] - dot(&at(row, first), &right[first], row - first)) / at(row, row);
    }
    for (std::size_t row = size_; row-- > 0;) {
      right[row] /= at(row, row);
      const std::size_t first = first_of(row);
      const double* left = &at(row, first);
      for (std::size_t c = 0; c < row - first; ++c) {
        right[first + c] -= left[c] * right[row];
      }
    }
  }

 private:
  [[nodiscard]] std::size_t first_of(std::size_t row) const {
    return row > band_ ? row - band_ : 0;
  }

  /// In eight sums, which a processor adds up side by side.
  [[nodiscard]] static double dot(const double* one, const double* other, std::size_t count) {
    std::array<double, 8> sums{};
    std::size_t c = 0;
    for (; c + sums.size() <= count; c += sums.size()) {
      for (std::size_t lane = 0; lane < sums.size(); ++lane) {
        sums[lane] += one[c + lane] * other[c + lane];
      }
    }
    double sum = 0.0;
    for (; c < count; ++c) {
      sum += one[c] * other[c];
    }
    return std::accumulate(sums.begin(), sums.end(), sum);
  }

  /// Σ L(row, c) L(column, c) over the columns before `column`.
  [[nodiscard]] double product(std::size_t row, std::size_t column) {
    const std::size_t first = first_of(row);
    return first < column ? dot(&at(row, first), &at(column, first), column - first) : 0.0;
  }

  std::size_t size_;
  std::size_t band_;
  std::vector<double> entries_;
};

}  // namespace coldplan::offline
