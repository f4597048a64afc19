#include "coldplan/drawing/axis.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {

void draw_number(Canvas& canvas, const std::string& number, const std::string& unit,
                 Point top_centre, double text_size) {
  const TextStyle style{text_size, quiet};
  const double half = measure({"", number}, style).width / 2.0;
  canvas.text({"", unit.empty() ? number : number + " " + unit}, style,
              {top_centre.x - half, top_centre.y});
}

std::size_t coldest_minute(const Curve& curve) {
  return static_cast<std::size_t>(std::ranges::min_element(curve.temperature_C) -
                                  curve.temperature_C.begin());
}

std::string print_minutes(double minutes) {
  if (minutes < 2.0) {
    return fmt::format("{:.0f} s", minutes * 60.0);
  }
  return std::abs(minutes - std::round(minutes)) < 0.05 ? fmt::format("{:.0f} min", minutes)
                                                        : fmt::format("{:.1f} min", minutes);
}

void draw_cooling_bar(Canvas& canvas, const History& history, const Scale& time, double plot_top,
                      double text_size) {
  const double start = std::max(0.0, time.values.low);
  const double end = std::min(history.cooling_minutes, time.values.high);
  if (end <= start) {
    return;
  }
  const Colour blue = depth_colour(0.0);
  canvas.fill({time(start), plot_top - 4.5, time(end), plot_top - 2.0}, blue);
  if (text_size > 0.0) {
    const Text words{"", "cold on for " + print_minutes(history.cooling_minutes)};
    const TextStyle style{text_size, blue};
    canvas.text(words, style, {time(start), plot_top - 5.5 - measure(words, style).height});
  }
}

void draw_time_axis(Canvas& canvas, const Scale& time, const Box& plot, double text_size) {
  const Ticks ticks =
      nice_ticks(time.values.low, time.values.high, static_cast<int>(plot.width() / 42.0));
  for (const double minute : ticks.values) {
    const double x = time(minute);
    canvas.line({x, plot.bottom}, {x, plot.bottom + 2.5}, {quiet, 0.5});
    draw_number(canvas, print_tick(minute, ticks.decimals),
                minute == ticks.values.back() ? "min" : "", {x, plot.bottom + 3.0}, text_size);
  }
}

Interval shared_minutes(std::span<const History* const> histories) {
  Interval minutes = interval_of(histories.front()->minutes);
  for (const History* const history : histories) {
    minutes = widened(minutes, history->minutes);
  }
  return minutes;
}

}  // namespace coldplan::drawing
