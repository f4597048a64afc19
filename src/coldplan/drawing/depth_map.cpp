#include "coldplan/drawing/depth_map.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/field.h"
#include "coldplan/drawing/isotherm_labels.h"
#include "coldplan/drawing/label_column.h"

namespace coldplan::drawing {
namespace {

constexpr double strip_width = 14.0;
constexpr double strip_gap = 2.0;
constexpr double label_gap = 11.0;
constexpr double pixels_per_point = 2.0;
constexpr double bands_between_lines = 5.0;
// Neutral tints, so that they are not taken for temperatures.
constexpr Colour pale_tint{0.93, 0.91, 0.88};
constexpr Colour dark_tint{0.83, 0.80, 0.76};

struct Axes {
  Scale time;
  Scale depth;  ///< of metres
};

std::uint32_t packed(const Colour& colour) {
  const auto byte = [](double part) {
    return static_cast<std::uint32_t>(std::lround(part * 255.0));
  };
  return byte(colour.red) << 16U | byte(colour.green) << 8U | byte(colour.blue);
}

/// The part of the plot that this history fills.
Box filled_part(const History& history, const Axes& axes) {
  return {axes.time(history.minutes.front()), axes.depth(0.0), axes.time(history.minutes.back()),
          axes.depth(history.map_depth_m.back())};
}

void draw_colours(Canvas& canvas, const History& history, const Box& box,
                  const ColourScale& colours, quantity::UnitSystem units) {
  const auto count = [](double length) {
    return static_cast<std::size_t>(std::max(2.0, std::round(length * pixels_per_point)));
  };
  const Field field = resampled(
      history, cell_centres({history.minutes.front(), history.minutes.back()}, count(box.width())),
      cell_centres({0.0, history.map_depth_m.back()}, count(box.height())));
  std::vector<std::uint32_t> pixels(field.values.size());
  std::ranges::transform(field.values, pixels.begin(), [&](double celsius) {
    return packed(colours(shown_temperature(celsius, units)));
  });
  canvas.image(box, pixels, field.columns);
}

/// The strip of layers; adds a label for each.
void draw_layers(Canvas& canvas, const Setting& setting, const DepthMap& map, const Scale& depth,
                 std::vector<ColumnLabel>& labels) {
  const double right = map.plot.left - strip_gap;
  const double left = right - strip_width;
  double top_m = 0.0;
  bool dark = false;
  for (const Layer& layer : setting.layers) {
    if (top_m >= map.depth_m) {
      break;
    }
    const double bottom_m = std::min(top_m + layer.thickness_m, map.depth_m);
    const Box box{left, depth(top_m), right, depth(bottom_m)};
    canvas.fill(box, dark ? dark_tint : pale_tint);
    canvas.outline(box, {white, 0.5});
    if (bottom_m < map.depth_m) {
      canvas.line({map.plot.left, box.bottom}, {map.plot.right, box.bottom}, {ink, 0.4, {}, 0.35});
    }
    labels.push_back({{layer.name, " " + unbroken(print_depth(layer.thickness_m, setting.units))},
                      ink,
                      {left, (box.top + box.bottom) / 2.0}});
    top_m += layer.thickness_m;
    dark = !dark;
  }
  canvas.outline({left, map.plot.top, right, depth(std::min(top_m, map.depth_m))}, {quiet, 0.5});
}

void draw_marks(Canvas& canvas, const Setting& setting, const DepthMap& map, const Scale& depth,
                std::vector<ColumnLabel>& labels) {
  const Colour colour = depth_colour(1.0);
  const double left = map.plot.left - strip_gap - strip_width;
  for (const Mark& mark : setting.marks) {
    if (mark.depth_m > map.depth_m) {
      continue;
    }
    const double y = depth(mark.depth_m);
    canvas.line({left, y}, {map.plot.right, y}, {white, 1.8, {}, 0.7});
    canvas.line({left, y}, {map.plot.right, y}, {colour, 1.0, {4.0, 2.5}});
    labels.push_back({{mark.label, " at " + unbroken(print_depth(mark.depth_m, setting.units))},
                      colour,
                      {left, y}});
  }
}

/// The dashed lines as boxes that other texts keep clear of.
std::vector<Box> boxes_of(std::span<const Mark> marks, const DepthMap& map, const Scale& depth) {
  std::vector<Box> boxes;
  for (const Mark& mark : marks) {
    const double y = depth(mark.depth_m);
    boxes.push_back({map.plot.left, y - 0.5, map.plot.right, y + 0.5});
  }
  return boxes;
}

void draw_depth_axis(Canvas& canvas, const DepthMap& map, const Scale& depth,
                     quantity::UnitSystem units) {
  const double deepest = shown_depth(map.depth_m, units);
  const Ticks ticks = nice_ticks(0.0, deepest, static_cast<int>(map.plot.height() / 22.0));
  const TextStyle style{map.text_size, quiet};
  for (const double value : ticks.values) {
    const double y = depth(value / deepest * map.depth_m);
    canvas.line({map.plot.right, y}, {map.plot.right + 2.5, y}, {quiet, 0.5});
    std::string number = print_tick(value, ticks.decimals);
    if (value == 0.0) {
      number += fmt::format(" {}", depth_unit(units));
    }
    const double height = measure({"", number}, style).height;
    canvas.text({"", number}, style,
                {map.plot.right + 5.0, std::min(y, map.plot.bottom - 3.0) - height / 2.0});
  }
}

}  // namespace

Colour ColourScale::operator()(double temperature_shown) const {
  const double band = lines.step / bands_between_lines;
  const double middle = (std::floor(temperature_shown / band) + 0.5) * band;
  return cold_colour((middle - temperature.low) / (temperature.high - temperature.low));
}

ColourScale colour_scale(std::span<const History* const> histories, quantity::UnitSystem units) {
  Interval range = interval_of(histories.front()->map_temperature_C.front());
  for (const History* const history : histories) {
    for (const auto& row : history->map_temperature_C) {
      range = widened(range, row);
    }
  }
  const double low = shown_temperature(range.low, units);
  const double high = std::max(low + 1.0, shown_temperature(range.high, units));
  Ticks lines = nice_ticks(low, high, 7);
  const double band = lines.step / bands_between_lines;
  return {{std::floor(low / band) * band, std::ceil(high / band) * band}, std::move(lines)};
}

double shared_depth(std::span<const History* const> histories) {
  double depth = 0.0;
  for (const History* const history : histories) {
    depth = std::max(depth, history->map_depth_m.back());
  }
  return depth;
}

std::string print_depth(double metres, quantity::UnitSystem units) {
  const double shown = shown_depth(metres, units);
  const bool coarse = units == quantity::UnitSystem::metric && shown >= 9.95;
  const int decimals = units == quantity::UnitSystem::us ? 2 : coarse ? 0 : 1;
  return fmt::format("{:.{}f} {}", shown, decimals, depth_unit(units));
}

void draw_depth_map(Canvas& canvas, const History& history, const Setting& setting,
                    const DepthMap& map, const ColourScale& colours) {
  const Axes axes{{map.minutes, map.plot.left, map.plot.right},
                  {{0.0, map.depth_m}, map.plot.top, map.plot.bottom}};
  const Box filled = filled_part(history, axes);
  draw_colours(canvas, history, filled, colours, setting.units);
  draw_isotherms(canvas, history, filled, colours,
                 {setting.units, map.text_size, boxes_of(setting.marks, map, axes.depth)});

  std::vector<ColumnLabel> labels;
  draw_layers(canvas, setting, map, axes.depth, labels);
  draw_marks(canvas, setting, map, axes.depth, labels);
  draw_depth_axis(canvas, map, axes.depth, setting.units);
  draw_time_axis(canvas, axes.time, map.plot, map.text_size);
  draw_cooling_bar(canvas, history, axes.time, map.plot.top, 0.0);
  canvas.outline(map.plot, {hairline, 0.6});
  draw_label_column(canvas, labels,
                    {{map.labels_left, map.plot.top - 3.0,
                      map.plot.left - strip_gap - strip_width - label_gap, map.plot.bottom + 3.0},
                     Align::right,
                     map.text_size});
}

}  // namespace coldplan::drawing
