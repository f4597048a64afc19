#include "coldplan/posterior/random_draws.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>

#include <Random123/philox.h>

namespace coldplan::posterior {
namespace {

// numerical: bits in a word of the generator
constexpr unsigned word_bits = 32;
// numerical: bits of a word that are dropped, so that 52 remain of two words
constexpr unsigned dropped_bits = 12;
// numerical: 2^-52
constexpr double smallest_step = 0x1p-52;
// numerical: the first stride that a walk through draws tries
constexpr std::uint64_t first_stride = 101;

std::uint32_t low_word(std::uint64_t number) {
  return static_cast<std::uint32_t>(number);
}

std::uint32_t high_word(std::uint64_t number) {
  return static_cast<std::uint32_t>(number >> word_bits);
}

using Coefficients = std::array<double, 8>;

// numerical: PPND16 of AS 241, numerator and denominator, lowest power first; the middle
constexpr Coefficients middle_above{3.3871328727963666080e0,  1.3314166789178437745e+2,
                                    1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                    4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                    3.3430575583588128105e+4, 2.5090809287301226727e+3};
// numerical: as above
constexpr Coefficients middle_below{1.0,
                                    4.2313330701600911252e+1,
                                    6.8718700749205790830e+2,
                                    5.3941960214247511077e+3,
                                    2.1213794301586595867e+4,
                                    3.9307895800092710610e+4,
                                    2.8729085735721942674e+4,
                                    5.2264952788528545610e+3};
// numerical: as above, the tails
constexpr Coefficients tail_above{1.42343711074968357734e0,  4.63033784615654529590e0,
                                  5.76949722146069140550e0,  3.64784832476320460504e0,
                                  1.27045825245236838258e0,  2.41780725177450611770e-1,
                                  2.27238449892691845833e-2, 7.74545014278341407640e-4};
// numerical: as above
constexpr Coefficients tail_below{1.0,
                                  2.05319162663775882187e0,
                                  1.67638483018380384940e0,
                                  6.89767334985100004550e-1,
                                  1.48103976427480074590e-1,
                                  1.51986665636164571966e-2,
                                  5.47593808499534494600e-4,
                                  1.05075007164441684324e-9};
// numerical: as above, far out
constexpr Coefficients end_above{6.65790464350110377720e0,  5.46378491116411436990e0,
                                 1.78482653991729133580e0,  2.96560571828504891230e-1,
                                 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                 2.71155556874348757815e-5, 2.01033439929228813265e-7};
// numerical: as above
constexpr Coefficients end_below{1.0,
                                 5.99832206555887937690e-1,
                                 1.36929880922735805310e-1,
                                 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4,
                                 1.84631831751005468180e-5,
                                 1.42151175831644588870e-7,
                                 2.04426310338993978564e-15};
// numerical: half width of the middle, in share
constexpr double middle_half = 0.425;
// numerical: its square
constexpr double middle_square = 0.180625;
// numerical: where the tails begin in √(−ln share), and where their end does
constexpr double tail_start = 1.6;
// numerical: as above
constexpr double end_start = 5.0;

/// By Estrin's scheme, whose terms do not wait for each other.
double polynomial(const Coefficients& c, double x, double square) {
  const double low = (c[0] + c[1] * x) + (c[2] + c[3] * x) * square;
  const double high = (c[4] + c[5] * x) + (c[6] + c[7] * x) * square;
  return low + high * (square * square);
}

double ratio(const Coefficients& above, const Coefficients& below, double x) {
  const double square = x * x;
  return polynomial(above, x, square) / polynomial(below, x, square);
}

/// The middles of 2^52 equal cells: never 0, never 1.
double open_uniform(std::uint32_t high, std::uint32_t low) {
  const std::uint64_t joined = (static_cast<std::uint64_t>(high) << word_bits) | low;
  return (static_cast<double>(joined >> dropped_bits) + 0.5) * smallest_step;
}

}  // namespace

std::array<double, 2> uniform_pair(std::uint64_t seed, std::uint64_t subject, std::uint32_t slot) {
  const r123::Philox4x32::ctr_type counter{{low_word(subject), high_word(subject), slot, 0}};
  const r123::Philox4x32::key_type key{{low_word(seed), high_word(seed)}};
  const r123::Philox4x32::ctr_type words = r123::Philox4x32{}(counter, key);
  return {open_uniform(words[0], words[1]), open_uniform(words[2], words[3])};
}

std::array<double, 2> normal_pair(std::uint64_t seed, std::uint64_t subject, std::uint32_t slot) {
  const auto [for_radius, for_angle] = uniform_pair(seed, subject, slot);
  const double radius = std::sqrt(-2.0 * std::log(for_radius));
  const double angle = 2.0 * std::numbers::pi * for_angle;
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

double normal_share(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normal_quantile(double share) {
  const double from_half = share - 0.5;
  if (std::abs(from_half) <= middle_half) {
    return from_half * ratio(middle_above, middle_below, middle_square - from_half * from_half);
  }
  const double r = std::sqrt(-std::log(from_half < 0.0 ? share : 1.0 - share));
  const double size = r <= end_start ? ratio(tail_above, tail_below, r - tail_start)
                                     : ratio(end_above, end_below, r - end_start);
  return std::copysign(size, from_half);
}

std::size_t visited(std::uint64_t entry, std::uint64_t index, std::size_t count) {
  // A stride that shares no divisor with the count visits all.
  std::uint64_t step = first_stride;
  while (std::gcd(step, count) != 1) {
    ++step;
  }
  return static_cast<std::size_t>((entry + step * (index % count)) % count);
}

double skewed(std::array<double, 2> normals, double skewness) {
  const double root = std::cbrt(skewness / (2.0 - std::numbers::pi / 2.0));
  const double mean = root / std::sqrt(1.0 + root * root);
  const double delta = mean * std::sqrt(std::numbers::pi / 2.0);
  const double drawn = delta * std::abs(normals[0]) + std::sqrt(1.0 - delta * delta) * normals[1];
  return (drawn - mean) / std::sqrt(1.0 - mean * mean);
}

}  // namespace coldplan::posterior
