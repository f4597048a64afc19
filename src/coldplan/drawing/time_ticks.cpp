#include "coldplan/drawing/time_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double minutes_an_hour = 60.0;
constexpr double longest_in_seconds = 2.0;
constexpr double longest_in_minutes = 180.0;
// A tick this share of a step beyond the end still counts as lying on it.
constexpr double slack = 1e-9;
constexpr std::array steps_of_seconds{1.0, 2.0, 5.0, 10.0, 20.0, 30.0};
constexpr std::array steps_of_minutes{0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0};
constexpr std::array steps_of_hours{0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 12.0, 24.0, 48.0};

/// The step of a ladder nearest to a wanted one, by ratio; beyond its end, nice multiples.
double step_near(std::span<const double> ladder, const Interval& range, int wanted) {
  const double raw = (range.high - range.low) / std::max(1, wanted);
  if (raw < ladder.front() || raw > ladder.back()) {
    return nice_ticks(range.low, range.high, wanted).step;
  }
  return *std::ranges::min_element(ladder, {},
                                   [raw](double step) { return std::abs(std::log(step / raw)); });
}

std::string clock_time(double hours) {
  const auto minutes = std::lround(std::abs(hours) * minutes_an_hour);
  return fmt::format("{}{}:{:02}", hours < 0.0 && minutes > 0 ? "−" : "", minutes / 60,
                     minutes % 60);
}

}  // namespace

TimeTicks time_ticks(const Interval& minutes, int wanted) {
  const double span = minutes.high - minutes.low;
  const bool in_seconds = span < longest_in_seconds;
  const bool in_hours = span > longest_in_minutes;
  const double unit = in_seconds ? 1.0 / 60.0 : in_hours ? minutes_an_hour : 1.0;
  const std::span<const double> ladder = in_seconds ? std::span<const double>{steps_of_seconds}
                                         : in_hours ? std::span<const double>{steps_of_hours}
                                                    : std::span<const double>{steps_of_minutes};
  const Interval range{minutes.low / unit, minutes.high / unit};
  const double step = step_near(ladder, range, wanted);
  const bool whole = step >= 1.0;
  const int decimals = whole ? 0 : static_cast<int>(std::ceil(-std::log10(step) - slack));

  TimeTicks ticks{{}, {}, in_seconds ? "s" : in_hours ? "h" : "min"};
  const long first = std::lround(std::ceil(range.low / step - slack));
  const long last = std::lround(std::floor(range.high / step + slack));
  for (long i = first; i <= last; ++i) {
    const double value = static_cast<double>(i) * step;
    ticks.minutes.push_back(value * unit);
    ticks.labels.push_back(in_hours && !whole ? clock_time(value) : print_tick(value, decimals));
  }
  return ticks;
}

std::string print_minutes(double minutes) {
  if (minutes < longest_in_seconds) {
    const double seconds = minutes * 60.0;
    const bool whole = std::abs(seconds - std::round(seconds)) < 0.05 || seconds > 10.0;
    return fmt::format("{:.{}f} s", seconds, whole ? 0 : 1);
  }
  if (minutes >= 2.0 * minutes_an_hour) {
    const auto all = std::lround(minutes);
    return all % 60 == 0 ? fmt::format("{} h", all / 60)
                         : fmt::format("{} h {} min", all / 60, all % 60);
  }
  return std::abs(minutes - std::round(minutes)) < 0.05 ? fmt::format("{:.0f} min", minutes)
                                                        : fmt::format("{:.1f} min", minutes);
}

std::string print_cold(std::span<const Interval> cold) {
  const auto length = [](const Interval& on) { return print_minutes(on.high - on.low); };
  if (cold.empty()) {
    return "";
  }
  if (cold.size() == 1) {
    return "cold on for " + length(cold.front());
  }
  if (std::ranges::all_of(cold,
                          [&](const Interval& on) { return length(on) == length(cold.front()); })) {
    return fmt::format("cold on {} × {}", cold.size(), length(cold.front()));
  }
  double all = 0.0;
  for (const Interval& on : cold) {
    all += on.high - on.low;
  }
  return fmt::format("cold on {} times, {} in all", cold.size(), print_minutes(all));
}

}  // namespace coldplan::drawing
