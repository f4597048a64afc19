#include "coldplan/drawing/curve_panel.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include <fmt/format.h>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/frozen_zone.h"
#include "coldplan/drawing/label_column.h"
#include "coldplan/drawing/layer_strip.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double label_gap = 11.0;
constexpr double brief_label_gap = 8.0;
// Points nearer than this to the last one kept do not show.
constexpr double visible = 0.15;

/// What the steps of drawing a panel share.
struct Scene {
  const History& history;
  const Setting& setting;
  const CurvePanel& panel;
  std::vector<double> depths_m;
  Scale time;

  [[nodiscard]] double height(double celsius) const {
    return panel.temperature.height_in(panel.plot, shown_temperature(celsius, setting.units));
  }
  [[nodiscard]] Colour colour(const Curve& curve) const {
    return curve_colour(curve.depth_m, depths_m);
  }
};

std::vector<Point> path_of(const Curve& curve, const Scene& scene) {
  const std::vector<double>& minutes = scene.history.minutes;
  std::vector<Point> path;
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    const Point next{scene.time(minutes[i]), scene.height(curve.temperature_C[i])};
    const bool is_last = i + 1 == minutes.size();
    if (path.empty() || is_last || std::abs(next.x - path.back().x) > visible ||
        std::abs(next.y - path.back().y) > visible) {
      path.push_back(next);
    }
  }
  return path;
}

void draw_ground(Canvas& canvas, const Scene& scene) {
  const Box& plot = scene.panel.plot;
  for (const Interval& cold : scene.history.cold) {
    const Interval on = cold_on_page(cold, scene.time);
    canvas.fill({on.low, plot.top, on.high, plot.bottom}, depth_colour(0.0), 0.07);
  }
  if (scene.panel.temperature.is_bent()) {
    canvas.fill({plot.left, scene.height(0.0), plot.right, plot.bottom}, frozen_ink(), 0.06);
  }
}

void draw_temperature_axis(Canvas& canvas, const Scene& scene) {
  const TemperatureAxis& axis = scene.panel.temperature;
  const Box& plot = scene.panel.plot;
  const TextStyle style{scene.panel.text_size, quiet, 0.0, 0, Align::right};
  for (const double value : axis.ticks) {
    const double y = axis.height_in(plot, value);
    const bool is_bend = axis.is_bent() && value == axis.freezing;
    canvas.line({plot.left, y}, {plot.right, y}, {is_bend ? quiet : hairline, 0.4, {}, 0.7});
    std::string number = print_tick(value, axis.decimals);
    if (value == axis.ticks.back()) {
      number += fmt::format(" {}", temperature_unit(scene.setting.units));
    }
    const double height = measure({"", number}, style).height;
    canvas.text({"", number}, style, {plot.left - 4.0, y - height / 2.0});
  }
}

void draw_limits(Canvas& canvas, const Scene& scene, std::vector<ColumnLabel>& labels) {
  const Box& plot = scene.panel.plot;
  for (const Limit& limit : scene.setting.limits) {
    const double y = scene.height(limit.temperature_C);
    canvas.line({plot.left, y}, {plot.right, y},
                {ink, 0.6, {3.0, 2.0}, scene.panel.brief ? 0.5 : 0.8});
    if (!scene.panel.brief) {
      labels.push_back(
          {{print_temperature_label(limit.temperature_C, scene.setting.units), " " + limit.label},
           quiet,
           {plot.right, y}});
    }
  }
}

/// Hatched while anything is frozen; adds a label that says how deep.
void draw_frozen_times(Canvas& canvas, const Scene& scene, std::vector<ColumnLabel>& labels) {
  const std::vector<Interval> times = frozen_times(scene.history);
  if (times.empty()) {
    return;
  }
  const Box& plot = scene.panel.plot;
  const double freezing = scene.height(0.0);
  for (const Interval& time : times) {
    const Interval on = cold_on_page(time, scene.time);
    draw_frozen_patch(canvas, {on.low, freezing, on.high, plot.bottom});
  }
  const double end = cold_on_page(times.back(), scene.time).high;
  const double middle = std::midpoint(freezing, plot.bottom);
  canvas.line({end, middle}, {plot.right, middle}, {frozen_ink(), 0.5, {0.5, 1.5}});
  const std::string depth = unbroken(print_depth(frozen_depth(scene.history), scene.setting.units));
  labels.push_back({{"frozen", (scene.panel.brief ? " " : " to a depth of ") + depth},
                    frozen_ink(),
                    {plot.right, middle}});
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
void draw_curves(Canvas& canvas, const Scene& scene, std::vector<ColumnLabel>& labels) {
  const double right = scene.time.to;
  std::vector<Point> dots;
  for (const Curve& curve : scene.history.curves) {
    const Colour colour = scene.colour(curve);
    const std::vector<Point> path = path_of(curve, scene);
    draw_curve(canvas, path, colour, right);
    const std::size_t coldest = coldest_minute(curve);
    const double celsius = curve.temperature_C[coldest];
    dots.push_back({scene.time(scene.history.minutes[coldest]), scene.height(celsius)});
    const std::string number = print_temperature_label(celsius, scene.setting.units);
    labels.push_back({scene.panel.brief ? Text{number, ""} : Text{curve.label, " " + number},
                      colour,
                      {right, path.back().y}});
  }
  for (std::size_t i = 0; i < dots.size(); ++i) {
    canvas.disc(dots[i], 2.6, white);
    canvas.disc(dots[i], 1.9, scene.colour(scene.history.curves[i]));
  }
}

}  // namespace

std::vector<double> depths_of(const History& history) {
  std::vector<double> depths;
  std::ranges::transform(history.curves, std::back_inserter(depths), &Curve::depth_m);
  return depths;
}

Colour curve_colour(double depth_m, std::span<const double> depths_m) {
  const auto shallower =
      std::ranges::count_if(depths_m, [depth_m](double other) { return other < depth_m; });
  const auto others = static_cast<double>(std::max<std::size_t>(2, depths_m.size()) - 1);
  return depth_colour(static_cast<double>(shallower) / others);
}

void draw_curve_panel(Canvas& canvas, const History& history, const Setting& setting,
                      const CurvePanel& panel) {
  const Scene scene{history,
                    setting,
                    panel,
                    panel.depths_m.empty() ? depths_of(history) : panel.depths_m,
                    {panel.minutes, panel.plot.left, panel.plot.right}};
  draw_ground(canvas, scene);
  draw_temperature_axis(canvas, scene);
  if (!panel.brief) {
    draw_time_axis(canvas, scene.time, panel.plot, panel.text_size);
  }
  draw_cooling_bar(canvas, history, scene.time, panel.plot.top, panel.text_size);
  canvas.outline(panel.plot, {hairline, 0.6});

  std::vector<ColumnLabel> labels;
  draw_limits(canvas, scene, labels);
  draw_frozen_times(canvas, scene, labels);
  draw_curves(canvas, scene, labels);
  draw_label_column(canvas, labels,
                    {{panel.plot.right + (panel.brief ? brief_label_gap : label_gap),
                      panel.plot.top - 3.0, panel.labels_right, panel.plot.bottom + 3.0},
                     Align::left,
                     panel.text_size});
}

}  // namespace coldplan::drawing
