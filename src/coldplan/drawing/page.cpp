#include "coldplan/drawing/page.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/frozen_zone.h"
#include "coldplan/drawing/layer_strip.h"
#include "coldplan/drawing/time_ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double title_gap = 2.0;
constexpr double rule_gap = 6.0;
constexpr double body_gap = 8.0;

TextStyle title_style(double width) {
  return {17.0, ink, width};
}
TextStyle subtitle_style(double width) {
  return {9.5, quiet, width};
}
TextStyle footer_style(double width) {
  return {7.5, quiet, width};
}

/// Height of a text that may be missing.
double height_of(const Text& text, const TextStyle& style) {
  return text.strong.empty() && text.plain.empty() ? 0.0 : measure(text, style).height;
}

}  // namespace

double head_height(const PageTexts& texts, double width) {
  return height_of({texts.title, ""}, title_style(width)) + title_gap +
         height_of({"", texts.subtitle}, subtitle_style(width)) + rule_gap + body_gap;
}

double foot_height(const PageTexts& texts, double width) {
  return texts.footer.empty()
             ? 0.0
             : body_gap + rule_gap + height_of({"", texts.footer}, footer_style(width));
}

void draw_head(Canvas& canvas, const PageTexts& texts, Point at, double width) {
  canvas.text({texts.title, ""}, title_style(width), at);
  const double subtitle_top = at.y + height_of({texts.title, ""}, title_style(width)) + title_gap;
  canvas.text({"", texts.subtitle}, subtitle_style(width), {at.x, subtitle_top});
  const double rule = at.y + head_height(texts, width) - body_gap;
  canvas.line({at.x, rule}, {at.x + width, rule}, {ink, 0.8});
}

void draw_foot(Canvas& canvas, const PageTexts& texts, Point at, double width) {
  if (texts.footer.empty()) {
    return;
  }
  const double top = at.y - height_of({"", texts.footer}, footer_style(width));
  canvas.line({at.x, top - rule_gap}, {at.x + width, top - rule_gap}, {hairline, 0.6});
  canvas.text({"", texts.footer}, footer_style(width), {at.x, top});
}

Size paper_across(quantity::UnitSystem units) {
  const Size upright = paper_upright(units);
  return {upright.height, upright.width};
}

Size paper_upright(quantity::UnitSystem units) {
  // ANSI/ASME Y14.1 size A and ISO 216 A4, in points.
  return units == quantity::UnitSystem::us ? Size{612.0, 792.0} : Size{595.0, 842.0};
}

Expected<std::string> draw_page(Format format, Size size, const Description& description,
                                const std::function<void(Canvas&)>& compose) {
  auto canvas = Canvas::open(format, size);
  if (!canvas) {
    return tl::unexpected(canvas.error());
  }
  compose(*canvas);
  return canvas->finish(description);
}

std::string in_words(const History& history, quantity::UnitSystem units) {
  std::string words =
      history.cold.empty() ? "No cold is put on." : "C" + print_cold(history.cold).substr(1) + ".";
  for (const Curve& curve : history.curves) {
    const std::size_t coldest = coldest_minute(curve);
    words += fmt::format(" {}: coldest {} at {}, {} at the end.", curve.label,
                         quantity::print_temperature(curve.temperature_C[coldest], units),
                         print_minutes(history.minutes[coldest]),
                         quantity::print_temperature(curve.temperature_C.back(), units));
  }
  for (const Interval& frozen : frozen_times(history)) {
    words += fmt::format(" Frozen from {} to {}.", print_minutes(frozen.low),
                         print_minutes(frozen.high));
  }
  if (const double depth = frozen_depth(history); depth > 0.0) {
    words += fmt::format(" Frozen to a depth of {} at most.", print_depth(depth, units));
  }
  return words;
}

std::string in_words(const Setting& setting) {
  std::string words = "From the skin inward:";
  for (const Layer& layer : setting.layers) {
    words += fmt::format(" {} {};", layer.name, print_depth(layer.thickness_m, setting.units));
  }
  for (const Mark& mark : setting.marks) {
    words += fmt::format(" {} at {};", mark.label, print_depth(mark.depth_m, setting.units));
  }
  for (const Limit& limit : setting.limits) {
    words +=
        fmt::format(" limit {} {};",
                    quantity::print_temperature(limit.temperature_C, setting.units), limit.label);
  }
  words.back() = '.';
  return words;
}

}  // namespace coldplan::drawing
