#include "work_a/fast_vector.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <nvector/nvector_serial.h>

namespace coldplan::work_a {
namespace {

double* data_of(N_Vector vector) {
  return NV_DATA_S(vector);
}

std::size_t size_of(N_Vector vector) {
  return static_cast<std::size_t>(NV_LENGTH_S(vector));
}

/// z_i = f(i). A result may stand in the place of an argument.
template <typename Function>
void fill(N_Vector z, Function f) {
  double* const to = data_of(z);
  const std::size_t n = size_of(z);
#pragma omp simd
  for (std::size_t i = 0; i < n; ++i) {
    to[i] = f(i);
  }
}

void linear_sum(double a, N_Vector x, double b, N_Vector y, N_Vector z) {
  const double* const of_a = data_of(x);
  const double* const of_b = data_of(y);
  fill(z, [=](std::size_t i) { return a * of_a[i] + b * of_b[i]; });
}

void constant(double c, N_Vector z) {
  fill(z, [=](std::size_t) { return c; });
}

void product(N_Vector x, N_Vector y, N_Vector z) {
  const double* const one = data_of(x);
  const double* const other = data_of(y);
  fill(z, [=](std::size_t i) { return one[i] * other[i]; });
}

void scale(double c, N_Vector x, N_Vector z) {
  const double* const from = data_of(x);
  fill(z, [=](std::size_t i) { return c * from[i]; });
}

void absolute(N_Vector x, N_Vector z) {
  const double* const from = data_of(x);
  fill(z, [=](std::size_t i) { return std::abs(from[i]); });
}

void inverse(N_Vector x, N_Vector z) {
  const double* const from = data_of(x);
  fill(z, [=](std::size_t i) { return 1.0 / from[i]; });
}

void add_constant(N_Vector x, double b, N_Vector z) {
  const double* const from = data_of(x);
  fill(z, [=](std::size_t i) { return from[i] + b; });
}

double weighted_norm(N_Vector x, N_Vector w) {
  const double* const from = data_of(x);
  const double* const weight = data_of(w);
  const std::size_t n = size_of(x);
  double sum = 0.0;
#pragma omp simd reduction(+ : sum)
  for (std::size_t i = 0; i < n; ++i) {
    const double each = from[i] * weight[i];
    sum += each * each;
  }
  return std::sqrt(sum / static_cast<double>(n));
}

double largest_magnitude(N_Vector x) {
  const double* const from = data_of(x);
  const std::size_t n = size_of(x);
  double largest = 0.0;
#pragma omp simd reduction(max : largest)
  for (std::size_t i = 0; i < n; ++i) {
    largest = std::max(largest, std::abs(from[i]));
  }
  return largest;
}

double smallest(N_Vector x) {
  const double* const from = data_of(x);
  return *std::min_element(from, from + size_of(x));
}

int linear_combination(int count, double* c, N_Vector* x, N_Vector z) {
  // Only the first may be the result itself.
  scale(c[0], x[0], z);
  for (int k = 1; k < count; ++k) {
    linear_sum(1.0, z, c[k], x[k], z);
  }
  return 0;
}

int scale_add_multi(int count, double* a, N_Vector x, N_Vector* y, N_Vector* z) {
  for (int k = 0; k < count; ++k) {
    linear_sum(a[k], x, 1.0, y[k], z[k]);
  }
  return 0;
}

int scale_vectors(int count, double* c, N_Vector* x, N_Vector* z) {
  for (int k = 0; k < count; ++k) {
    scale(c[k], x[k], z[k]);
  }
  return 0;
}

}  // namespace

void use_fast_operations(N_Vector vector) {
  auto& ops = *vector->ops;
  ops.nvlinearsum = linear_sum;
  ops.nvconst = constant;
  ops.nvprod = product;
  ops.nvscale = scale;
  ops.nvabs = absolute;
  ops.nvinv = inverse;
  ops.nvaddconst = add_constant;
  ops.nvwrmsnorm = weighted_norm;
  ops.nvmaxnorm = largest_magnitude;
  ops.nvmin = smallest;
  ops.nvlinearcombination = linear_combination;
  ops.nvscaleaddmulti = scale_add_multi;
  ops.nvscalevectorarray = scale_vectors;
}

}  // namespace coldplan::work_a
