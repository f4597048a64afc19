#include "work_a/stream.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>

#include <omp.h>

namespace coldplan::work_a {

double stream_triad(int threads) {
  constexpr std::size_t n = std::size_t{1} << 25U;
  constexpr int rounds = 10;
  const std::unique_ptr<double[]> a{new double[n]};  // NOLINT(modernize-avoid-c-arrays)
  const std::unique_ptr<double[]> b{new double[n]};  // NOLINT(modernize-avoid-c-arrays)
  const std::unique_ptr<double[]> c{new double[n]};  // NOLINT(modernize-avoid-c-arrays)
  double* const to = a.get();
  double* const from = b.get();
  double* const scaled = c.get();
  // Each thread touches its own part first, so that this lies in memory near it.
#pragma omp parallel for num_threads(threads) schedule(static)
  for (std::size_t i = 0; i < n; ++i) {
    to[i] = 0.0;
    from[i] = 1.0;
    scaled[i] = 2.0;
  }
  double best = std::numeric_limits<double>::infinity();
  for (int round = 0; round < rounds; ++round) {
    const double begin = omp_get_wtime();
#pragma omp parallel for num_threads(threads) schedule(static)
    for (std::size_t i = 0; i < n; ++i) {
      to[i] = from[i] + 3.0 * scaled[i];
    }
    best = std::min(best, omp_get_wtime() - begin);
  }
  constexpr double bytes = 3.0 * sizeof(double);
  return to[n / 2] == 7.0 ? bytes * static_cast<double>(n) / best / 1e9 : 0.0;
}

}  // namespace coldplan::work_a
