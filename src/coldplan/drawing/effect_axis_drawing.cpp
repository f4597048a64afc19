#include <algorithm>
#include <limits>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/effect_axis.h"

// Apart from what the terminal's forest needs as well, so that a call without a picture does not
// load the library that draws.
namespace coldplan::drawing {
namespace {

constexpr double text_size = 8.0;
constexpr double tick_length = 3.0;
constexpr double line_gap = 3.0;
constexpr double label_gap = 7.0;  // between neighbouring numbers
constexpr int most_ticks = 8;
constexpr int least_ticks = 2;

/// As many ticks as leave their numbers apart.
EffectTicks ticks_apart(const Scale& across, EffectScale scale) {
  for (int wanted = most_ticks; wanted > least_ticks; --wanted) {
    EffectTicks ticks = effect_ticks(across.values, scale, wanted);
    bool apart = true;
    double end = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < ticks.values.size(); ++i) {
      const double half = measure({"", ticks.labels[i]}, {text_size, quiet}).width / 2.0;
      apart = apart && across(ticks.values[i]) - half >= end + label_gap;
      end = across(ticks.values[i]) + half;
    }
    if (apart) {
      return ticks;
    }
  }
  return effect_ticks(across.values, scale, least_ticks);
}

struct AxisWords {
  Text below;
  Text above;
  TextStyle below_style;
  TextStyle above_style;
  TextStyle label_style;
};

AxisWords words_of(const EffectAxis& axis, double width) {
  const double half = width / 2.0 - 6.0;
  return {{"", axis.below.empty() ? "" : "← " + axis.below},
          {"", axis.above.empty() ? "" : axis.above + " →"},
          {text_size, ink, half, 0, Align::left},
          {text_size, ink, half, 0, Align::right},
          {text_size, quiet, width, 0, Align::centre}};
}

double directions_height(const AxisWords& words) {
  double height = 0.0;
  if (!words.below.plain.empty()) {
    height = measure(words.below, words.below_style).height;
  }
  if (!words.above.plain.empty()) {
    height = std::max(height, measure(words.above, words.above_style).height);
  }
  return height > 0.0 ? height + line_gap : 0.0;
}

double number_height() {
  return tick_length + measure({"", "0"}, {text_size, quiet}).height + line_gap;
}

}  // namespace

double effect_axis_height(const EffectAxis& axis, double plot_width) {
  const AxisWords words = words_of(axis, plot_width);
  return number_height() + directions_height(words) +
         measure({"", axis.label}, words.label_style).height;
}

void draw_effect_axis(Canvas& canvas, const EffectAxis& axis, const Scale& across,
                      const Box& plot) {
  canvas.line({plot.left, plot.bottom}, {plot.right, plot.bottom}, {ink, 0.6});
  const EffectTicks ticks = ticks_apart(across, axis.scale);
  for (std::size_t i = 0; i < ticks.values.size(); ++i) {
    const double x = across(ticks.values[i]);
    canvas.line({x, plot.bottom}, {x, plot.bottom + tick_length}, {ink, 0.6});
    canvas.text({"", ticks.labels[i]}, {text_size, quiet, 0.0, 0, Align::centre},
                {x, plot.bottom + tick_length});
  }
  const AxisWords words = words_of(axis, plot.width());
  const double top = plot.bottom + number_height();
  if (!words.below.plain.empty()) {
    canvas.text(words.below, words.below_style, {plot.left, top});
  }
  if (!words.above.plain.empty()) {
    canvas.text(words.above, words.above_style, {plot.right, top});
  }
  canvas.text({"", axis.label}, words.label_style,
              {(plot.left + plot.right) / 2.0, top + directions_height(words)});
}

void draw_effect_axis_upright(Canvas& canvas, const EffectAxis& axis, const Scale& up,
                              const Box& plot) {
  const EffectTicks ticks = effect_ticks(up.values, axis.scale, most_ticks);
  const TextStyle style{text_size, quiet, 0.0, 0, Align::right};
  for (std::size_t i = 0; i < ticks.values.size(); ++i) {
    const double y = up(ticks.values[i]);
    const Text number{"", ticks.labels[i]};
    canvas.line({plot.left, y}, {plot.right, y}, {hairline, 0.4, {}, 0.7});
    canvas.text(number, style, {plot.left - 4.0, y - measure(number, style).height / 2.0});
  }
}

}  // namespace coldplan::drawing
