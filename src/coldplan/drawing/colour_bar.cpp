#include "coldplan/drawing/colour_bar.h"

#include <algorithm>
#include <cmath>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double number_gap = 2.0;
constexpr double gap_between_numbers = 3.0;
constexpr double width_of_a_number = 21.0;
constexpr double frost_share = 0.34;

/// The bands of one of the two ramps.
void draw_ramp(Canvas& canvas, const ColourScale& colours, const Interval& ramp, double band,
               const Box& bar) {
  const Scale place{ramp, bar.left, bar.right};
  const auto bands = static_cast<int>(std::lround((ramp.high - ramp.low) / band));
  for (int i = 0; i < bands; ++i) {
    const double low = ramp.low + i * band;
    // Each reaches to the end, so that no seam shows the page between two.
    canvas.fill({place(low), bar.top, bar.right, bar.bottom}, colours(low + band / 2.0));
  }
  canvas.outline(bar, {hairline, 0.5});
}

void draw_tick(Canvas& canvas, const std::string& number, const std::string& unit, double x,
               const Box& bar, double text_size) {
  canvas.line({x, bar.bottom}, {x, bar.bottom + 1.5}, {quiet, 0.5});
  draw_number(canvas, number, unit, {x, bar.bottom + number_gap}, text_size);
}

Ticks ticks_of(const Interval& ramp, const Box& bar) {
  return nice_ticks(ramp.low, ramp.high,
                    std::max(1, static_cast<int>(bar.width() / width_of_a_number)));
}

/// The ticks of the frost ramp but for those whose number would touch that of its cold end, which
/// is always there, or that of 0 °C.
void draw_frost(Canvas& canvas, const ColourScale& colours, const Box& bar, double text_size) {
  const Interval ramp = frost_ramp(colours.units);
  draw_ramp(canvas, colours, ramp, colours.frost_band(), bar);
  const auto half_width = [text_size](const std::string& number) {
    return measure({"", number}, {text_size}).width / 2.0;
  };
  const std::string end = (colours.goes_beyond() ? "≤ " : "") + print_tick(ramp.low, 0);
  const double clear_from = bar.left + half_width(end) + gap_between_numbers;
  const double clear_to = bar.right - gap_between_numbers - half_width("0");
  draw_tick(canvas, end, "", bar.left, bar, text_size);
  for (const double value : ticks_of(ramp, bar).values) {
    const std::string number = print_tick(value, 0);
    const double x = Scale{ramp, bar.left, bar.right}(value);
    if (x - half_width(number) > clear_from && x + half_width(number) < clear_to) {
      draw_tick(canvas, number, "", x, bar, text_size);
    }
  }
}

}  // namespace

double colour_bar_numbers_height(double text_size) {
  return number_gap + measure({"", "0"}, {text_size}).height;
}

void draw_colour_bar(Canvas& canvas, const ColourScale& colours, const Box& bar, double text_size) {
  Box warm = bar;
  if (colours.freezes()) {
    warm.left = std::lerp(bar.left, bar.right, frost_share);
    draw_frost(canvas, colours, {bar.left, bar.top, warm.left - 2.0, bar.bottom}, text_size);
  }
  const Interval ramp = warm_ramp(colours.units);
  draw_ramp(canvas, colours, ramp, colours.warm_band(), warm);
  const Ticks ticks = ticks_of(ramp, warm);
  for (const double value : ticks.values) {
    draw_tick(canvas, print_tick(value, ticks.decimals),
              value == ticks.values.back() ? temperature_unit(colours.units) : "",
              Scale{ramp, warm.left, warm.right}(value), warm, text_size);
  }
}

}  // namespace coldplan::drawing
