#include "coldplan/evidence/kendall.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "coldplan/evidence/distributions.h"

namespace coldplan::evidence {
namespace {

int sign(double x) {
  return (x > 0.0 ? 1 : 0) - (x < 0.0 ? 1 : 0);
}

// Sums over groups of t tied values, each of t(t - 1) ....
struct Ties {
  double pairs = 0.0;     ///< t (t - 1)
  double triples = 0.0;   ///< t (t - 1) (t - 2)
  double variance = 0.0;  ///< t (t - 1) (2 t + 5)
};

Ties ties_of(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  Ties ties;
  for (auto first = sorted.begin(); first != sorted.end();) {
    const auto last = std::upper_bound(first, sorted.end(), *first);
    const auto t = static_cast<double>(last - first);
    ties.pairs += t * (t - 1.0);
    ties.triples += t * (t - 1.0) * (t - 2.0);
    ties.variance += t * (t - 1.0) * (2.0 * t + 5.0);
    first = last;
  }
  return ties;
}

// Probabilities of the number of concordant pairs of n values in random order: each next value adds
// 0 to n - 1 of them, all alike.
std::vector<double> distribution_of_pairs(std::size_t n) {
  std::vector<double> p{1.0};
  for (std::size_t size = 2; size <= n; ++size) {
    std::vector<double> next(size * (size - 1) / 2 + 1);
    double window = 0.0;
    for (std::size_t count = 0; count < next.size(); ++count) {
      window += count < p.size() ? p[count] : 0.0;
      window -= count >= size && count - size < p.size() ? p[count - size] : 0.0;
      next[count] = window / static_cast<double>(size);
    }
    // The running difference loses what small tails have; the distribution is symmetric, and its
    // lower half only ever grows.
    const std::size_t last = next.size() - 1;
    for (std::size_t count = 0; count <= last / 2; ++count) {
      next[last - count] = next[count];
    }
    p = std::move(next);
  }
  return p;
}

double exact_p(double score, std::size_t n) {
  const double pairs = static_cast<double>(n) * static_cast<double>(n - 1) / 2.0;
  const auto concordant = static_cast<std::ptrdiff_t>(std::lround((score + pairs) / 2.0));
  const auto p = distribution_of_pairs(n);
  const double at_most = std::accumulate(p.begin(), p.begin() + concordant + 1, 0.0);
  const double at_least = std::accumulate(p.begin() + concordant, p.end(), 0.0);
  return std::min(1.0, 2.0 * std::min(at_most, at_least));
}

double normal_p(double score, double n, const Ties& x, const Ties& y) {
  const double all = n * (n - 1.0);
  double variance =
      (all * (2.0 * n + 5.0) - x.variance - y.variance) / 18.0 + x.pairs * y.pairs / (2.0 * all);
  if (n > 2.0) {
    variance += x.triples * y.triples / (9.0 * all * (n - 2.0));
  }
  return two_sided_p(score / std::sqrt(variance), std::nullopt);
}

}  // namespace

RankCorrelation kendall_correlation(std::span<const double> x, std::span<const double> y) {
  const std::size_t n = x.size();
  double score = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      score += sign(x[i] - x[j]) * sign(y[i] - y[j]);
    }
  }
  const Ties of_x = ties_of(x);
  const Ties of_y = ties_of(y);
  const double all = static_cast<double>(n) * static_cast<double>(n - 1);
  RankCorrelation result;
  result.tau = 2.0 * score / std::sqrt((all - of_x.pairs) * (all - of_y.pairs));
  result.is_exact = of_x.pairs == 0.0 && of_y.pairs == 0.0;
  result.p_value =
      result.is_exact ? exact_p(score, n) : normal_p(score, static_cast<double>(n), of_x, of_y);
  return result;
}

}  // namespace coldplan::evidence
