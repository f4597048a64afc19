#include "coldplan/drawing/grid_key.h"

#include <algorithm>
#include <vector>

#include "coldplan/drawing/colour_bar.h"
#include "coldplan/drawing/curve_panel.h"
#include "coldplan/drawing/layer_strip.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double text_size = 7.0;
constexpr double heading_gap = 4.0;
constexpr double swatch = 11.0;
constexpr double swatch_gap = 3.0;
constexpr double item_gap = 9.0;
constexpr double paragraph_gap = 3.0;
constexpr double strip_height = 56.0;
constexpr double strip_share = 0.55;  // of the right column, for names and strip
constexpr double bar_height = 8.0;
constexpr double numbers_size = 6.5;
constexpr double room_right_of_bar = 22.0;
constexpr double room_under_key = 8.0;

Text curves_heading(const FormAxes& axes) {
  return {"How cold each tissue gets", "\n" + note_on_curves(axes)};
}

Text maps_heading(const FormAxes& axes) {
  return {"How deep the cold goes", "\n" + note_on_maps(axes)};
}

TextStyle heading_style(const GridKey& key) {
  return {7.5, ink, key.column_width};
}

double headings_height(const FormAxes& axes, const GridKey& key) {
  return std::max(measure(curves_heading(axes), heading_style(key)).height,
                  measure(maps_heading(axes), heading_style(key)).height) +
         heading_gap;
}

/// A curve's name somewhere in the key, from the upper left corner of the list.
struct Item {
  Point at;
  TextStyle style;
};

struct Flow {
  std::vector<Item> items;
  double height = 0.0;
};

/// The names of curves one after another, on as many lines as they take.
Flow flow_of(const FormAxes& axes, double width) {
  Flow flow;
  double x = 0.0;
  double line_height = 0.0;
  for (const Curve& curve : axes.curves) {
    const Text text{curve.label, ""};
    TextStyle style{text_size, curve_colour(curve.depth_m, axes.depths_m)};
    Size size = measure(text, style);
    if (swatch + swatch_gap + size.width > width) {
      style.width = width - swatch - swatch_gap;
      size = measure(text, style);
    }
    if (x > 0.0 && x + swatch + swatch_gap + size.width > width) {
      flow.height += line_height;
      x = line_height = 0.0;
    }
    flow.items.push_back({{x, flow.height}, style});
    x += swatch + swatch_gap + size.width + item_gap;
    line_height = std::max(line_height, size.height);
  }
  flow.height += line_height;
  return flow;
}

Text limits_of(const Setting& setting) {
  Text text{"dashed ", ""};
  for (const Limit& limit : setting.limits) {
    text.plain += text.plain.empty() ? "" : ", ";
    text.plain += print_temperature_label(limit.temperature_C, setting.units);
    text.plain += " " + limit.label;
  }
  return text.plain.empty() ? Text{} : text;
}

TextStyle limits_style(const GridKey& key) {
  return {text_size, quiet, key.column_width};
}

double limits_height(const Setting& setting, const GridKey& key) {
  const Text limits = limits_of(setting);
  return limits.plain.empty() ? 0.0 : paragraph_gap + measure(limits, limits_style(key)).height;
}

/// The names of the curves; returns their height.
double draw_names(Canvas& canvas, const FormAxes& axes, const GridKey& key, double top) {
  const Flow flow = flow_of(axes, key.column_width);
  for (std::size_t i = 0; i < flow.items.size(); ++i) {
    const Item& item = flow.items[i];
    const Point at{key.left + item.at.x, top + item.at.y};
    const double middle = at.y + measure({"x", ""}, {text_size}).height / 2.0;
    canvas.line({at.x, middle}, {at.x + swatch, middle}, {item.style.colour, 1.5});
    canvas.text({axes.curves[i].label, ""}, item.style, {at.x + swatch + swatch_gap, at.y});
  }
  return flow.height;
}

void draw_curves_key(Canvas& canvas, const FormAxes& axes, const Setting& setting,
                     const GridKey& key, double top) {
  const double names = draw_names(canvas, axes, key, top);
  if (const Text limits = limits_of(setting); !limits.plain.empty()) {
    canvas.text(limits, limits_style(key), {key.left, top + names + paragraph_gap});
  }
}

void draw_maps_key(Canvas& canvas, const FormAxes& axes, const Setting& setting, const GridKey& key,
                   double top) {
  const double left = key.left + key.column_width + key.gap;
  const double strip_right = left + strip_share * key.column_width;
  const Box strip{strip_right, top + 3.0, strip_right, top + 3.0 + strip_height};
  draw_layer_strip(canvas, setting,
                   {strip, left, text_size, {{0.0, axes.depth_m}, strip.top, strip.bottom}, false});
  const double bar_left = strip_right + 16.0;
  const double bar_right = left + key.column_width - room_right_of_bar;
  draw_colour_bar(canvas, axes.colours, {bar_left, strip.top, bar_right, strip.top + bar_height},
                  numbers_size);
  const Text words{"",
                   "The layers at the left are to scale; they also stand, without names, "
                   "beside each map."};
  canvas.text(words, {numbers_size, quiet, key.left + 2.0 * key.column_width + key.gap - bar_left},
              {bar_left, strip.top + bar_height + colour_bar_numbers_height(numbers_size) + 5.0});
}

}  // namespace

double key_height(const FormAxes& axes, const Setting& setting, const GridKey& key) {
  if (axes.are_empty()) {
    return 0.0;
  }
  const double names = flow_of(axes, key.column_width).height;
  if (key.brief) {
    return std::max(names, bar_height + colour_bar_numbers_height(numbers_size)) + room_under_key;
  }
  return headings_height(axes, key) +
         std::max(names + limits_height(setting, key), strip_height + 6.0) + room_under_key;
}

void draw_key(Canvas& canvas, const FormAxes& axes, const Setting& setting, const GridKey& key,
              double top) {
  if (axes.are_empty()) {
    return;
  }
  const double right_column = key.left + key.column_width + key.gap;
  if (key.brief) {
    draw_names(canvas, axes, key, top);
    draw_colour_bar(canvas, axes.colours,
                    {right_column + 10.0, top, right_column + key.column_width - room_right_of_bar,
                     top + bar_height},
                    numbers_size);
    return;
  }
  canvas.text(curves_heading(axes), heading_style(key), {key.left, top});
  canvas.text(maps_heading(axes), heading_style(key), {right_column, top});
  const double under = top + headings_height(axes, key);
  draw_curves_key(canvas, axes, setting, key, under);
  draw_maps_key(canvas, axes, setting, key, under);
}

}  // namespace coldplan::drawing
