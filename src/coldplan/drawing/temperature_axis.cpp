#include "coldplan/drawing/temperature_axis.h"

#include <algorithm>
#include <cmath>

#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr int ticks_below = 2;
// A tick nearer to the bend than this share of a step would have its number over that of 0 °C.
constexpr double clear_of_bend = 0.75;

Interval range_of(std::span<const History* const> histories, const Setting& setting) {
  Interval range = interval_of(histories.front()->curves.front().temperature_C);
  for (const History* const history : histories) {
    for (const Curve& curve : history->curves) {
      range = widened(range, curve.temperature_C);
    }
    if (!history->frozen_to_m.empty()) {
      // Room below 0 °C to show when something is frozen.
      const double below = -1.0;
      range = widened(range, std::span{&below, 1});
    }
  }
  for (const Limit& limit : setting.limits) {
    range = widened(range, std::span{&limit.temperature_C, 1});
  }
  return {shown_temperature(range.low, setting.units),
          shown_temperature(range.high, setting.units)};
}

TemperatureAxis bent_axis(const Interval& range, double freezing, int wanted, double most_below) {
  const auto above = static_cast<int>(std::lround(wanted * (1.0 - most_below)));
  const Ticks warm = enclosing_ticks(freezing, range.high, std::max(2, above));
  const Ticks cold = nice_ticks(range.low, freezing, ticks_below);
  const double half = cold.step / 2.0;
  TemperatureAxis axis{{std::floor(range.low / half) * half, warm.values.back()},
                       {},
                       std::max(warm.decimals, cold.decimals),
                       freezing,
                       most_below};
  std::ranges::copy_if(cold.values, std::back_inserter(axis.ticks),
                       [&](double value) { return freezing - value > clear_of_bend * cold.step; });
  axis.ticks.push_back(freezing);
  std::ranges::copy_if(warm.values, std::back_inserter(axis.ticks),
                       [&](double value) { return value - freezing > clear_of_bend * warm.step; });
  return axis;
}

}  // namespace

double TemperatureAxis::place(double temperature_shown) const {
  if (!is_bent()) {
    return (temperature_shown - ends.low) / (ends.high - ends.low);
  }
  return temperature_shown < freezing
             ? share_below * (temperature_shown - ends.low) / (freezing - ends.low)
             : share_below +
                   (1.0 - share_below) * (temperature_shown - freezing) / (ends.high - freezing);
}

double TemperatureAxis::height_in(const Box& plot, double temperature_shown) const {
  return std::lerp(plot.bottom, plot.top, place(temperature_shown));
}

TemperatureAxis temperature_axis(std::span<const History* const> histories, const Setting& setting,
                                 int wanted, double most_below) {
  const Interval range = range_of(histories, setting);
  const double freezing = shown_temperature(0.0, setting.units);
  const double below = freezing - range.low;
  if (range.high > freezing && below > most_below * (range.high - range.low)) {
    return bent_axis(range, freezing, wanted, most_below);
  }
  Ticks ticks = enclosing_ticks(range.low, range.high, wanted);
  return {{ticks.values.front(), ticks.values.back()},
          std::move(ticks.values),
          ticks.decimals,
          freezing,
          0.0};
}

}  // namespace coldplan::drawing
