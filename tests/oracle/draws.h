#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

#include <Random123/philox.h>

namespace coldplan::oracle {

/// The seed of the campaign: every case follows from it and its own number.
inline constexpr std::uint32_t campaign_seed = 20260417;

/// The draws of one case in their order, from a counter-based generator: a case never depends on
/// others.
class Draws {
 public:
  explicit Draws(std::uint32_t number) : number_{number} {}

  double between(double low, double high) {
    const r123::Philox4x32::ctr_type counter{{draw_++, number_, 0, 0}};
    const auto bits = r123::Philox4x32{}(counter, {{campaign_seed, 0}});
    return low + (high - low) * (static_cast<double>(bits[0]) + 0.5) / 4294967296.0;
  }

  /// As likely in each of the decades between two numbers over 0.
  double decades(double low, double high) {
    return std::exp(between(std::log(low), std::log(high)));
  }

  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(between(0.0, static_cast<double>(count)));
  }

  /// Whole minutes, as seconds.
  double minutes(double low, double high) { return 60.0 * std::floor(between(low, high + 1.0)); }

  double seconds(double low, double high) { return std::floor(between(low, high + 1.0)); }

 private:
  std::uint32_t number_;
  std::uint32_t draw_ = 0;
};

}  // namespace coldplan::oracle
