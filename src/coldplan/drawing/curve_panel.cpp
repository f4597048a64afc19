#include "coldplan/drawing/curve_panel.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/label_column.h"

namespace coldplan::drawing {
namespace {

constexpr double label_gap = 11.0;
// Points nearer than this to the last one kept do not show.
constexpr double visible = 0.15;

struct Axes {
  Scale time;
  Scale temperature;
};

Axes axes_of(const CurvePanel& panel) {
  return {{panel.minutes, panel.plot.left, panel.plot.right},
          {{panel.temperature.values.front(), panel.temperature.values.back()},
           panel.plot.bottom,
           panel.plot.top}};
}

std::vector<Point> path_of(const Curve& curve, const History& history, const Axes& axes,
                           quantity::UnitSystem units) {
  std::vector<Point> path;
  for (std::size_t i = 0; i < history.minutes.size(); ++i) {
    const Point next{axes.time(history.minutes[i]),
                     axes.temperature(shown_temperature(curve.temperature_C[i], units))};
    const bool is_last = i + 1 == history.minutes.size();
    if (path.empty() || is_last || std::abs(next.x - path.back().x) > visible ||
        std::abs(next.y - path.back().y) > visible) {
      path.push_back(next);
    }
  }
  return path;
}

/// 0 for the shallowest curve to 1 for the deepest, by rank.
double place_by_depth(const History& history, const Curve& curve) {
  const auto shallower = std::ranges::count_if(
      history.curves, [&](const Curve& other) { return other.depth_m < curve.depth_m; });
  const auto others = static_cast<double>(std::max<std::size_t>(2, history.curves.size()) - 1);
  return static_cast<double>(shallower) / others;
}

void draw_temperature_axis(Canvas& canvas, const CurvePanel& panel, const Scale& temperature,
                           const char* unit) {
  const Ticks& ticks = panel.temperature;
  const TextStyle style{panel.text_size, quiet, 0.0, 0, Align::right};
  for (const double value : ticks.values) {
    const double y = temperature(value);
    canvas.line({panel.plot.left, y}, {panel.plot.right, y}, {hairline, 0.4, {}, 0.7});
    std::string number = print_tick(value, ticks.decimals);
    if (value == ticks.values.back()) {
      number += fmt::format(" {}", unit);
    }
    const double height = measure({"", number}, style).height;
    canvas.text({"", number}, style, {panel.plot.left - 4.0, y - height / 2.0});
  }
}

void draw_limits(Canvas& canvas, const Setting& setting, const CurvePanel& panel,
                 const Scale& temperature, std::vector<ColumnLabel>& labels) {
  for (const Limit& limit : setting.limits) {
    const double y = temperature(shown_temperature(limit.temperature_C, setting.units));
    canvas.line({panel.plot.left, y}, {panel.plot.right, y}, {ink, 0.6, {3.0, 2.0}, 0.8});
    labels.push_back({{unbroken(quantity::print_temperature(limit.temperature_C, setting.units)),
                       " " + limit.label},
                      quiet,
                      {panel.plot.right, y}});
  }
}

void draw_curve(Canvas& canvas, std::span<const Point> path, const Colour& colour,
                double plot_right) {
  canvas.lines(path, {white, 2.8, {}, 0.8});
  canvas.lines(path, {colour, 1.5});
  if (path.back().x < plot_right) {
    canvas.line(path.back(), {plot_right, path.back().y}, {colour, 0.5, {0.5, 1.5}});
  }
}

/// All curves, then all dots, so that no curve hides another's dot. Adds a label for each.
void draw_curves(Canvas& canvas, const History& history, quantity::UnitSystem units,
                 const Axes& axes, std::vector<ColumnLabel>& labels) {
  const double right = axes.time.to;
  std::vector<Point> dots;
  for (const Curve& curve : history.curves) {
    const Colour colour = depth_colour(place_by_depth(history, curve));
    const std::vector<Point> path = path_of(curve, history, axes, units);
    draw_curve(canvas, path, colour, right);
    const std::size_t coldest = coldest_minute(curve);
    const double celsius = curve.temperature_C[coldest];
    dots.push_back(
        {axes.time(history.minutes[coldest]), axes.temperature(shown_temperature(celsius, units))});
    labels.push_back({{curve.label, " " + unbroken(quantity::print_temperature(celsius, units))},
                      colour,
                      {right, path.back().y}});
  }
  for (std::size_t i = 0; i < dots.size(); ++i) {
    canvas.disc(dots[i], 2.6, white);
    canvas.disc(dots[i], 1.9, depth_colour(place_by_depth(history, history.curves[i])));
  }
}

}  // namespace

Ticks temperature_ticks(std::span<const History* const> histories, const Setting& setting,
                        int wanted) {
  Interval range = interval_of(histories.front()->curves.front().temperature_C);
  for (const History* const history : histories) {
    for (const Curve& curve : history->curves) {
      range = widened(range, curve.temperature_C);
    }
  }
  for (const Limit& limit : setting.limits) {
    range = widened(range, std::span{&limit.temperature_C, 1});
  }
  return enclosing_ticks(shown_temperature(range.low, setting.units),
                         shown_temperature(range.high, setting.units), wanted);
}

void draw_curve_panel(Canvas& canvas, const History& history, const Setting& setting,
                      const CurvePanel& panel) {
  const Axes axes = axes_of(panel);
  const double start = axes.time(std::max(0.0, panel.minutes.low));
  const double end = axes.time(std::min(history.cooling_minutes, panel.minutes.high));
  if (end > start) {
    canvas.fill({start, panel.plot.top, end, panel.plot.bottom}, depth_colour(0.0), 0.07);
  }
  draw_temperature_axis(canvas, panel, axes.temperature, temperature_unit(setting.units));
  draw_time_axis(canvas, axes.time, panel.plot, panel.text_size);
  draw_cooling_bar(canvas, history, axes.time, panel.plot.top, panel.text_size);
  canvas.outline(panel.plot, {hairline, 0.6});

  std::vector<ColumnLabel> labels;
  draw_limits(canvas, setting, panel, axes.temperature, labels);
  draw_curves(canvas, history, setting.units, axes, labels);
  draw_label_column(canvas, labels,
                    {{panel.plot.right + label_gap, panel.plot.top - 3.0, panel.labels_right,
                      panel.plot.bottom + 3.0},
                     Align::left,
                     panel.text_size});
}

}  // namespace coldplan::drawing
