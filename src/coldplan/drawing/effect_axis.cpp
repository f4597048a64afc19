#include "coldplan/drawing/effect_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

// An end of an interval counts up to so many of the median half width from its estimate.
constexpr double widest_share = 3.0;
// A guest may widen the range by this share of it.
constexpr double guest_share = 0.5;
constexpr double room_share = 0.04;

// Under this ratio of its ends a logarithmic axis looks linear, and so do its ticks.
constexpr double nearly_linear = 2.5;

EffectTicks from_ticks(const Ticks& ticks, bool as_ratio) {
  EffectTicks made;
  for (const double value : ticks.values) {
    made.values.push_back(as_ratio ? std::log(value) : value);
    made.labels.push_back(print_tick(value, ticks.decimals));
  }
  return made;
}

/// Ticks at `steps` of each decade, every `stride`-th decade.
EffectTicks decade_ticks(const Interval& range, std::span<const double> steps, int stride) {
  constexpr double slack = 1e-9;
  const int first = static_cast<int>(std::floor(range.low / std::log(10.0)));
  const int last = static_cast<int>(std::ceil(range.high / std::log(10.0)));
  EffectTicks made;
  for (int decade = first; decade <= last; ++decade) {
    // Counted from 1, so that no effect has a tick.
    if (decade % stride != 0) {
      continue;
    }
    for (const double step : steps) {
      const double value = std::log(step) + decade * std::log(10.0);
      if (value >= range.low - slack && value <= range.high + slack) {
        made.values.push_back(value);
        made.labels.push_back(fmt::format("{:g}", step * std::pow(10.0, decade)));
      }
    }
  }
  return made;
}

EffectTicks ratio_ticks(const Interval& range, int wanted) {
  if (range.high - range.low < std::log(nearly_linear)) {
    return from_ticks(nice_ticks(std::exp(range.low), std::exp(range.high), wanted), true);
  }
  constexpr std::array fine{1.0, 1.5, 2.0, 3.0, 5.0, 7.0};
  constexpr std::array usual{1.0, 2.0, 5.0};
  constexpr std::array coarse{1.0};
  const auto most = static_cast<std::size_t>(wanted);
  for (const std::span<const double> steps :
       {std::span<const double>{fine}, std::span<const double>{usual}}) {
    EffectTicks made = decade_ticks(range, steps, 1);
    if (made.values.size() <= most) {
      return made;
    }
  }
  int stride = 1;
  EffectTicks made = decade_ticks(range, coarse, stride);
  while (made.values.size() > most) {
    made = decade_ticks(range, coarse, ++stride);
  }
  return made;
}

/// The half width that as many intervals exceed as not.
double median_half_width(std::span<const EffectEstimate> rows) {
  std::vector<double> halves;
  for (const EffectEstimate& row : rows) {
    halves.push_back((row.interval.high - row.interval.low) / 2.0);
  }
  std::ranges::sort(halves);
  return halves.empty() ? 0.0 : halves[(halves.size() - 1) / 2];
}

Error unfit(std::string place, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::move(place), std::move(seen), std::move(allowed), ""};
}

}  // namespace

EffectTicks effect_ticks(const Interval& range, EffectScale scale, int wanted) {
  return scale == EffectScale::ratio ? ratio_ticks(range, wanted)
                                     : from_ticks(nice_ticks(range.low, range.high, wanted), false);
}

std::string print_effect(double value, const EffectAxis& axis) {
  constexpr double many_digits = 1000.0;
  constexpr double too_many_digits = 1e6;
  const double shown = axis.scale == EffectScale::ratio ? std::exp(value) : value;
  const double last_digit = std::pow(10.0, -axis.decimals);
  if (axis.scale == EffectScale::ratio && shown < last_digit / 2.0) {
    // No ratio is nothing.
    return fmt::format("<{:.{}f}", last_digit, axis.decimals);
  }
  if (std::abs(shown) > too_many_digits) {
    return fmt::format("{:.1e}", shown);
  }
  return print_tick(shown, std::abs(shown) >= many_digits ? 0 : axis.decimals);
}

std::string print_effect(const EffectEstimate& effect, const EffectAxis& axis) {
  return fmt::format("{} ({} to {})", print_effect(effect.estimate, axis),
                     print_effect(effect.interval.low, axis),
                     print_effect(effect.interval.high, axis));
}

Interval effect_range(std::span<const EffectEstimate> rows, std::span<const double> always,
                      std::span<const double> guests) {
  const double farthest = widest_share * median_half_width(rows);
  std::vector<double> values(always.begin(), always.end());
  for (const EffectEstimate& row : rows) {
    values.insert(values.end(), {row.estimate, std::max(row.interval.low, row.estimate - farthest),
                                 std::min(row.interval.high, row.estimate + farthest)});
  }
  const Interval own = interval_of(values);
  const double growth = guest_share * (own.high - own.low);
  Interval range = own;
  for (const double guest : guests) {
    if (guest >= own.low - growth && guest <= own.high + growth) {
      range = widened(range, std::span{&guest, 1});
    }
  }
  // A range of no width still needs one.
  const double room = range.high > range.low ? room_share * (range.high - range.low) : 0.5;
  return {range.low - room, range.high + room};
}

Expected<void> check(const EffectAxis& axis) {
  constexpr int most_decimals = 6;
  if (axis.decimals < 0 || axis.decimals > most_decimals) {
    return tl::unexpected(unfit("axis.decimals", fmt::format("{}", axis.decimals),
                                fmt::format("0 to {}", most_decimals)));
  }
  return check_name(axis.label, "axis.label")
      .and_then([&] { return check_text(axis.heading, "axis.heading"); })
      .and_then([&] { return check_text(axis.below, "axis.below"); })
      .and_then([&] { return check_text(axis.above, "axis.above"); });
}

Expected<void> check_effect(double value, EffectScale scale, const std::string& place) {
  // Beyond these no number fits its column.
  const double largest = scale == EffectScale::ratio ? 100.0 : 1e6;
  if (std::isfinite(value) && std::abs(value) <= largest) {
    return {};
  }
  return tl::unexpected(unfit(place, fmt::format("{}", value),
                              fmt::format("a finite number from -{0} to {0}", largest)));
}

Expected<void> check(const EffectEstimate& effect, EffectScale scale, const std::string& place) {
  const Interval& interval = effect.interval;
  return check_effect(effect.estimate, scale, place + ".estimate")
      .and_then([&] { return check_effect(interval.low, scale, place + ".interval.low"); })
      .and_then([&] { return check_effect(interval.high, scale, place + ".interval.high"); })
      .and_then([&]() -> Expected<void> {
        if (interval.low <= effect.estimate && effect.estimate <= interval.high) {
          return {};
        }
        return tl::unexpected(unfit(place + ".interval",
                                    fmt::format("{} to {}", interval.low, interval.high),
                                    fmt::format("an interval that holds {}", effect.estimate)));
      });
}

Expected<void> check(std::span<const EffectThreshold> thresholds, EffectScale scale) {
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    const std::string place = fmt::format("thresholds[{}]", i);
    auto sound = check_name(thresholds[i].label, place + ".label");
    if (sound && thresholds[i].values.empty()) {
      return tl::unexpected(unfit(place + ".values", "none", "a list of at least one"));
    }
    for (std::size_t j = 0; sound && j < thresholds[i].values.size(); ++j) {
      sound = check_effect(thresholds[i].values[j], scale, fmt::format("{}.values[{}]", place, j));
    }
    if (!sound) {
      return sound;
    }
  }
  return {};
}

}  // namespace coldplan::drawing
