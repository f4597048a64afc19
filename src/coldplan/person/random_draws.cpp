#include "coldplan/person/random_draws.h"

#include <cmath>
#include <numbers>

#include <Random123/philox.h>

namespace coldplan::person {
namespace {

// numerical: bits in a word of the generator
constexpr unsigned word_bits = 32;
// numerical: bits of a word that are dropped, so that 52 remain of two words
constexpr unsigned dropped_bits = 12;
// numerical: 2^-52
constexpr double smallest_step = 0x1p-52;

std::uint32_t low_word(std::uint64_t number) {
  return static_cast<std::uint32_t>(number);
}

std::uint32_t high_word(std::uint64_t number) {
  return static_cast<std::uint32_t>(number >> word_bits);
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

double skewed(std::array<double, 2> normals, double skewness) {
  const double root = std::cbrt(skewness / (2.0 - std::numbers::pi / 2.0));
  const double mean = root / std::sqrt(1.0 + root * root);
  const double delta = mean * std::sqrt(std::numbers::pi / 2.0);
  const double drawn = delta * std::abs(normals[0]) + std::sqrt(1.0 - delta * delta) * normals[1];
  return (drawn - mean) / std::sqrt(1.0 - mean * mean);
}

}  // namespace coldplan::person
