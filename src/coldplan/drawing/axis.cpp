#include "coldplan/drawing/axis.h"

#include <algorithm>

#include "coldplan/drawing/time_ticks.h"

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

Interval cold_on_page(const Interval& cold, const Scale& time) {
  constexpr double least_visible = 1.5;
  const double start = time(std::max(cold.low, time.values.low));
  const double end = time(std::min(cold.high, time.values.high));
  return {start, std::min(std::max(end, start + least_visible), time.to)};
}

void draw_cooling_bar(Canvas& canvas, const History& history, const Scale& time, double plot_top,
                      double text_size) {
  const Colour blue = depth_colour(0.0);
  for (const Interval& cold : history.cold) {
    const Interval bar = cold_on_page(cold, time);
    canvas.fill({bar.low, plot_top - 4.5, bar.high, plot_top - 2.0}, blue);
  }
  if (text_size > 0.0 && !history.cold.empty()) {
    const Text words{"", print_cold(history.cold)};
    const TextStyle style{text_size, blue};
    const Size size = measure(words, style);
    const double left = cold_on_page(history.cold.front(), time).low;
    canvas.text(
        words, style,
        {std::max(time.from, std::min(left, time.to - size.width)), plot_top - 5.5 - size.height});
  }
}

void draw_time_axis(Canvas& canvas, const Scale& time, const Box& plot, double text_size) {
  const TimeTicks ticks = time_ticks(time.values, static_cast<int>(plot.width() / 42.0));
  for (std::size_t i = 0; i < ticks.minutes.size(); ++i) {
    const double x = time(ticks.minutes[i]);
    canvas.line({x, plot.bottom}, {x, plot.bottom + 2.5}, {quiet, 0.5});
    draw_number(canvas, ticks.labels[i], i + 1 == ticks.minutes.size() ? ticks.unit : "",
                {x, plot.bottom + 3.0}, text_size);
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
