#include "coldplan/drawing/colour_scale.h"

#include <algorithm>
#include <cmath>

#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double warmest_C = 40.0;
constexpr double coldest_C = -100.0;
constexpr int lines_wanted = 7;
constexpr int frost_lines_wanted = 4;
constexpr double slack = 1e-6;

bool is_us(quantity::UnitSystem units) {
  return units == quantity::UnitSystem::us;
}

double middle_of_band(double value, double band) {
  return (std::floor(value / band) + 0.5) * band;
}

Interval range_of(std::span<const History* const> histories) {
  Interval range = interval_of(histories.front()->map_temperature_C.front());
  for (const History* const history : histories) {
    for (const auto& row : history->map_temperature_C) {
      range = widened(range, row);
    }
  }
  return range;
}

/// Isotherms lie on the edges of bands, or a line would run through one colour.
std::vector<double> lines_at(const Interval& range, double band, int wanted) {
  const double step = std::max(band, nice_ticks(range.low, range.high, wanted).step);
  const long first = std::lround(std::ceil(range.low / step - slack));
  const long last = std::lround(std::floor(range.high / step + slack));
  std::vector<double> lines;
  for (long i = first; i <= last; ++i) {
    const double line = static_cast<double>(i) * step;
    if (std::abs(std::remainder(line, band)) < slack) {
      lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace

Interval warm_ramp(quantity::UnitSystem units) {
  return {shown_temperature(0.0, units), shown_temperature(warmest_C, units)};
}

Interval frost_ramp(quantity::UnitSystem units) {
  return {shown_temperature(coldest_C, units), shown_temperature(0.0, units)};
}

Colour ColourScale::operator()(double temperature_shown) const {
  const Interval warm = warm_ramp(units);
  if (temperature_shown >= warm.low) {
    const double middle = middle_of_band(temperature_shown, warm_band());
    return cold_colour((middle - warm.low) / (warm.high - warm.low));
  }
  const Interval frost = frost_ramp(units);
  const double middle = middle_of_band(temperature_shown, frost_band());
  return frost_colour((frost.high - middle) / (frost.high - frost.low));
}

double ColourScale::warm_band() const {
  return is_us(units) ? 2.0 : 1.0;
}

double ColourScale::frost_band() const {
  return is_us(units) ? 10.0 : 5.0;
}

bool ColourScale::freezes() const {
  return coldest < warm_ramp(units).low;
}

bool ColourScale::goes_beyond() const {
  return coldest < frost_ramp(units).low;
}

ColourScale colour_scale(std::span<const History* const> histories, quantity::UnitSystem units) {
  const Interval range = range_of(histories);
  const double low = shown_temperature(range.low, units);
  const double high = std::max(low + 1.0, shown_temperature(range.high, units));
  const double freezing = warm_ramp(units).low;
  ColourScale colours{units, {}, low};
  if (low < freezing) {
    colours.lines =
        lines_at({low, std::min(high, freezing)}, colours.frost_band(), frost_lines_wanted);
    std::erase_if(colours.lines, [&](double line) { return line >= freezing; });
  }
  if (high > freezing) {
    std::ranges::copy(lines_at({std::max(low, freezing), high}, colours.warm_band(), lines_wanted),
                      std::back_inserter(colours.lines));
  }
  return colours;
}

}  // namespace coldplan::drawing
