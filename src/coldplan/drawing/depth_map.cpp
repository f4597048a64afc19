#include "coldplan/drawing/depth_map.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/field.h"
#include "coldplan/drawing/frozen_zone.h"
#include "coldplan/drawing/isotherm_labels.h"
#include "coldplan/drawing/layer_strip.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double pixels_per_point = 2.0;

std::uint32_t packed(const Colour& colour) {
  const auto byte = [](double part) {
    return static_cast<std::uint32_t>(std::lround(part * 255.0));
  };
  return byte(colour.red) << 16U | byte(colour.green) << 8U | byte(colour.blue);
}

/// The part of the plot that this history fills.
Box filled_part(const History& history, const MapAxes& axes) {
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

/// Says of the empty part under a map that ends early that it is meant to be empty.
void draw_end_of_map(Canvas& canvas, const DepthMap& map, double end,
                     std::span<const FrozenTag> tags) {
  const Text words{"", "no prediction this deep"};
  const TextStyle style{map.text_size, quiet};
  const Size size = measure(words, style);
  const double left = (map.plot.left + map.plot.right - size.width) / 2.0;
  const double top = (end + map.plot.bottom - size.height) / 2.0;
  const Box box{left - 3.0, top, left + size.width + 3.0, top + size.height};
  const bool fits = box.top > end + 2.0 && box.left > map.plot.left;
  if (fits && std::ranges::none_of(
                  tags, [&](const FrozenTag& tag) { return overlap(tag.box, box, 4.0); })) {
    canvas.fill(box, white);
    canvas.text(words, style, {left, top});
  }
}

}  // namespace

double shared_depth(std::span<const History* const> histories) {
  double depth = 0.0;
  for (const History* const history : histories) {
    depth = std::max(depth, history->map_depth_m.back());
  }
  return depth;
}

void draw_depth_map(Canvas& canvas, const History& history, const Setting& setting,
                    const DepthMap& map, const ColourScale& colours) {
  const MapAxes axes{{map.minutes, map.plot.left, map.plot.right},
                     {{0.0, map.depth_m}, map.plot.top, map.plot.bottom}};
  const Box filled = filled_part(history, axes);
  const std::vector<FrozenTag> tags = frozen_tags(history, axes, map.text_size);
  std::vector<Box> keep_free = boxes_of(setting.marks, map.plot, axes.depth);
  std::ranges::transform(tags, std::back_inserter(keep_free), &FrozenTag::box);
  std::ranges::transform(tags, std::back_inserter(keep_free), &FrozenTag::crowded);
  draw_colours(canvas, history, filled, colours, setting.units);
  const std::vector<Box> labels =
      draw_isotherms(canvas, history, filled, colours, {setting.units, map.text_size, keep_free});
  draw_frozen_zones(canvas, history, axes, labels);

  draw_layer_strip(canvas, setting,
                   {map.plot, map.labels_left, map.text_size, axes.depth, map.brief});
  draw_frozen_tags(canvas, tags, map.text_size);
  draw_end_of_map(canvas, map, filled.bottom, tags);
  draw_depth_axis(canvas, map, axes.depth, setting.units);
  draw_time_axis(canvas, axes.time, map.plot, map.text_size);
  draw_cooling_bar(canvas, history, axes.time, map.plot.top, 0.0);
  canvas.outline(map.plot, {hairline, 0.6});
}

}  // namespace coldplan::drawing
