#include "coldplan/drawing/ticks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <fmt/format.h>

#include "coldplan/drawing/text.h"

namespace coldplan::drawing {
namespace {

// Rounding of a range's end by this share of a step still counts as lying on the tick.
constexpr double slack = 1e-9;

struct Step {
  double size;
  int decimals;
};

Step nice_step(double range, int wanted) {
  const double raw = range / std::max(1, wanted);
  const double exponent = std::floor(std::log10(raw));
  const double power = std::pow(10.0, exponent);
  const double fraction = raw / power;
  double multiple = 10.0;
  for (const double candidate : {1.0, 2.0, 5.0}) {
    // The geometric middle between neighbours decides, so that neither too many nor too few win.
    const double next = candidate == 2.0 ? 5.0 : 2.0 * candidate;
    if (fraction < std::sqrt(candidate * next)) {
      multiple = candidate;
      break;
    }
  }
  const double size_exponent = multiple == 10.0 ? exponent + 1.0 : exponent;
  return {multiple * power, static_cast<int>(std::max(0.0, -size_exponent))};
}

Ticks multiples(Step step, double first, double last) {
  Ticks ticks{step.size, step.decimals, {}};
  const auto count = static_cast<int>(std::max(0.0, last - first + 1.0));
  ticks.values.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    ticks.values.push_back((first + i) * step.size);
  }
  return ticks;
}

struct Range {
  double low;
  double high;
};

Range with_width(double low, double high) {
  return high > low ? Range{low, high} : Range{low - 0.5, low + 0.5};
}

}  // namespace

Ticks nice_ticks(double low, double high, int wanted) {
  const Range range = with_width(low, high);
  const Step step = nice_step(range.high - range.low, wanted);
  return multiples(step, std::ceil(range.low / step.size - slack),
                   std::floor(range.high / step.size + slack));
}

Ticks enclosing_ticks(double low, double high, int wanted) {
  const Range range = with_width(low, high);
  const Step step = nice_step(range.high - range.low, wanted);
  return multiples(step, std::floor(range.low / step.size + slack),
                   std::ceil(range.high / step.size - slack));
}

std::string print_tick(double value, int decimals) {
  const std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  return value < 0.0 && !is_zero ? "−" + digits : digits;
}

std::string print_temperature_label(double celsius, quantity::UnitSystem units) {
  std::string words = unbroken(quantity::print_temperature(celsius, units));
  if (words.starts_with('-')) {
    words.replace(0, 1, "−");
  }
  return words;
}

}  // namespace coldplan::drawing
