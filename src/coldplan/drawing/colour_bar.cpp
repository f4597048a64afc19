#include "coldplan/drawing/colour_bar.h"

#include <cmath>

#include "coldplan/drawing/axis.h"
namespace coldplan::drawing {
namespace {

constexpr double number_gap = 2.0;

}  // namespace

double colour_bar_numbers_height(double text_size) {
  return number_gap + measure({"", "0"}, {text_size}).height;
}

void draw_colour_bar(Canvas& canvas, const ColourScale& colours, quantity::UnitSystem units,
                     const Box& bar, double text_size) {
  const Scale place{colours.temperature, bar.left, bar.right};
  // One column a band: the bands of the map are a fifth of the step between lines.
  const double band = colours.lines.step / 5.0;
  const auto bands =
      static_cast<int>(std::lround((colours.temperature.high - colours.temperature.low) / band));
  for (int i = 0; i < bands; ++i) {
    const double low = colours.temperature.low + i * band;
    // Each reaches to the end, so that no seam shows the page between two.
    canvas.fill({place(low), bar.top, bar.right, bar.bottom}, colours(low + band / 2.0));
  }
  canvas.outline(bar, {hairline, 0.5});
  for (const double value : colours.lines.values) {
    canvas.line({place(value), bar.bottom}, {place(value), bar.bottom + 1.5}, {quiet, 0.5});
    draw_number(canvas, print_tick(value, colours.lines.decimals),
                value == colours.lines.values.back() ? temperature_unit(units) : "",
                {place(value), bar.bottom + number_gap}, text_size);
  }
}

}  // namespace coldplan::drawing
