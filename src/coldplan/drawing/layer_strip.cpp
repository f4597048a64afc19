#include "coldplan/drawing/layer_strip.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/drawing/label_column.h"

namespace coldplan::drawing {
namespace {

constexpr double strip_width = 14.0;
constexpr double brief_strip_width = 6.0;
constexpr double strip_gap = 2.0;
constexpr double label_gap = 11.0;
// Neutral tints, so that they are not taken for temperatures.
constexpr Colour pale_tint{0.93, 0.91, 0.88};
constexpr Colour dark_tint{0.83, 0.80, 0.76};

Interval columns_of(const LayerStrip& strip) {
  const double right = strip.plot.left - strip_gap;
  return {right - (strip.brief ? brief_strip_width : strip_width), right};
}

/// The strip of layers; adds a label for each.
void draw_layers(Canvas& canvas, const Setting& setting, const LayerStrip& strip,
                 std::vector<ColumnLabel>& labels) {
  const Scale& depth = strip.depth;
  const double deepest = depth.values.high;
  const auto [left, right] = columns_of(strip);
  double top_m = 0.0;
  bool dark = false;
  for (const Layer& layer : setting.layers) {
    if (top_m >= deepest) {
      break;
    }
    const double bottom_m = std::min(top_m + layer.thickness_m, deepest);
    const Box box{left, depth(top_m), right, depth(bottom_m)};
    canvas.fill(box, dark ? dark_tint : pale_tint);
    canvas.outline(box, {white, 0.5});
    if (bottom_m < deepest) {
      canvas.line({strip.plot.left, box.bottom}, {strip.plot.right, box.bottom},
                  {ink, 0.4, {}, 0.35});
    }
    labels.push_back({{layer.name, " " + unbroken(print_depth(layer.thickness_m, setting.units))},
                      ink,
                      {left, (box.top + box.bottom) / 2.0}});
    top_m += layer.thickness_m;
    dark = !dark;
  }
  canvas.outline({left, strip.plot.top, right, depth(std::min(top_m, deepest))}, {quiet, 0.5});
}

void draw_marks(Canvas& canvas, const Setting& setting, const LayerStrip& strip,
                std::vector<ColumnLabel>& labels) {
  const Colour colour = depth_colour(1.0);
  const Scale& depth = strip.depth;
  const double left = columns_of(strip).low;
  for (const Mark& mark : setting.marks) {
    if (mark.depth_m > depth.values.high) {
      continue;
    }
    const double y = depth(mark.depth_m);
    canvas.line({left, y}, {strip.plot.right, y}, {white, 1.8, {}, 0.7});
    canvas.line({left, y}, {strip.plot.right, y}, {colour, 1.0, {4.0, 2.5}});
    labels.push_back({{mark.label, " at " + unbroken(print_depth(mark.depth_m, setting.units))},
                      colour,
                      {left, y}});
  }
}

}  // namespace

std::vector<Box> boxes_of(std::span<const Mark> marks, const Box& plot, const Scale& depth) {
  std::vector<Box> boxes;
  for (const Mark& mark : marks) {
    const double y = depth(mark.depth_m);
    boxes.push_back({plot.left, y - 0.5, plot.right, y + 0.5});
  }
  return boxes;
}

std::string print_depth(double metres, quantity::UnitSystem units) {
  const double shown = shown_depth(metres, units);
  const bool coarse = units == quantity::UnitSystem::metric && shown >= 9.95;
  const int decimals = units == quantity::UnitSystem::us ? 2 : coarse ? 0 : 1;
  return fmt::format("{:.{}f} {}", shown, decimals, depth_unit(units));
}

void draw_layer_strip(Canvas& canvas, const Setting& setting, const LayerStrip& strip) {
  std::vector<ColumnLabel> labels;
  draw_layers(canvas, setting, strip, labels);
  draw_marks(canvas, setting, strip, labels);
  if (!strip.brief) {
    draw_label_column(canvas, labels,
                      {{strip.labels_left, strip.plot.top - 3.0, columns_of(strip).low - label_gap,
                        strip.plot.bottom + 3.0},
                       Align::right,
                       strip.text_size});
  }
}

}  // namespace coldplan::drawing
