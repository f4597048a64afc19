#include "coldplan/drawing/scale.h"

#include <algorithm>

namespace coldplan::drawing {

bool overlap(const Box& one, const Box& other, double gap) {
  return one.left < other.right + gap && other.left < one.right + gap &&
         one.top < other.bottom + gap && other.top < one.bottom + gap;
}

bool contains(const Box& outer, const Box& inner) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
         inner.bottom <= outer.bottom;
}

Interval widened(Interval start, std::span<const double> values) {
  for (const double value : values) {
    start.low = std::min(start.low, value);
    start.high = std::max(start.high, value);
  }
  return start;
}

Interval interval_of(std::span<const double> values) {
  return values.empty() ? Interval{} : widened({values.front(), values.front()}, values);
}

double shown_temperature(double celsius, quantity::UnitSystem units) {
  return units == quantity::UnitSystem::us ? quantity::fahrenheit_from_celsius(celsius) : celsius;
}

double shown_depth(double metres, quantity::UnitSystem units) {
  return units == quantity::UnitSystem::us ? quantity::inches_from_metres(metres) : metres * 1000.0;
}

const char* temperature_unit(quantity::UnitSystem units) {
  return units == quantity::UnitSystem::us ? "°F" : "°C";
}

const char* depth_unit(quantity::UnitSystem units) {
  return units == quantity::UnitSystem::us ? "in" : "mm";
}

}  // namespace coldplan::drawing
