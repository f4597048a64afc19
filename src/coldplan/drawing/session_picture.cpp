#include "coldplan/drawing/session_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/colour_bar.h"
#include "coldplan/drawing/compose.h"
#include "coldplan/drawing/curve_panel.h"
#include "coldplan/drawing/depth_map.h"
#include "coldplan/drawing/frozen_zone.h"
#include "coldplan/drawing/page.h"

namespace coldplan::drawing {
namespace {

constexpr double margin = 32.0;
constexpr double left_column = 148.0;   // names of layers
constexpr double right_column = 172.0;  // names of curves
constexpr double gap_between_panels = 12.0;
constexpr double least_plot_height = 185.0;
constexpr double text_size = 8.0;
constexpr double axis_room = 48.0;

PageTexts texts_of(const SessionPicture& picture) {
  return {picture.title, picture.subtitle, picture.footer};
}

/// Everything on the page but the two plots.
double fixed_height(const SessionPicture& picture, double width) {
  return 2.0 * margin + head_height(texts_of(picture), width) +
         foot_height(texts_of(picture), width) + 2.0 * (room_above_plot + room_below_plot) +
         gap_between_panels;
}

void draw_note(Canvas& canvas, const std::string& heading, const std::string& words, Point at,
               double width) {
  const TextStyle head{9.5, ink, width};
  canvas.text({heading, ""}, head, at);
  canvas.text({"", words}, {7.5, quiet, width},
              {at.x, at.y + measure({heading, ""}, head).height + 3.0});
}

std::string curves_note(const TemperatureAxis& axis, const History& history) {
  std::string words =
      "The dot marks the coldest moment of a curve; the number beside its name is that "
      "temperature.";
  if (axis.is_bent()) {
    words += " Below freezing the scale is coarser.";
  }
  if (!frozen_times(history).empty()) {
    words += " Hatched: some tissue is frozen.";
  }
  return words;
}

std::string map_note(const ColourScale& colours, const History& history) {
  std::string words =
      "Lines join equal temperatures. Depth is to scale, and so are the person's own layers at "
      "the left.";
  if (colours.freezes()) {
    words += " Below freezing, colours have a scale of their own.";
  }
  if (!frozen_times(history).empty()) {
    words += " Hatched tissue is frozen.";
  }
  return words;
}

void draw_key(Canvas& canvas, const ColourScale& colours, const std::string& note, Point at,
              double width) {
  const Text heading{"How deep the cold goes", ""};
  const TextStyle head{9.5, ink, width};
  canvas.text(heading, head, at);
  const double bar_top = at.y + measure(heading, head).height + 5.0;
  const Box bar{at.x, bar_top, at.x + width - 20.0, bar_top + 9.0};
  draw_colour_bar(canvas, colours, bar, 7.0);
  canvas.text({"", note}, {7.5, quiet, width},
              {at.x, bar.bottom + colour_bar_numbers_height(7.0) + 6.0});
}

}  // namespace

Size page_size(const SessionPicture& picture) {
  const Size paper = paper_across(picture.setting.units);
  const double width = paper.width - 2.0 * margin;
  return {paper.width, std::max(paper.height,
                                std::ceil(fixed_height(picture, width) + 2.0 * least_plot_height))};
}

void compose(Canvas& canvas, const SessionPicture& picture) {
  const double width = canvas.size().width - 2.0 * margin;
  const double bottom = canvas.size().height - margin;
  draw_head(canvas, texts_of(picture), {margin, margin}, width);
  draw_foot(canvas, texts_of(picture), {margin, bottom}, width);

  const double plot_height = (canvas.size().height - fixed_height(picture, width)) / 2.0;
  const double left = margin + left_column;
  const double right = margin + width - right_column;
  const double top = margin + head_height(texts_of(picture), width) + room_above_plot;
  const Box curves{left, top, right, top + plot_height};
  const double map_top = curves.bottom + room_below_plot + gap_between_panels + room_above_plot;
  const Box map{left, map_top, right, map_top + plot_height};

  const std::array histories{&picture.history};
  const Interval minutes = shared_minutes(histories);
  const TemperatureAxis temperature = temperature_axis(histories, picture.setting, 6);
  draw_note(canvas, "How cold each tissue gets", curves_note(temperature, picture.history),
            {margin, curves.top - 4.0}, left_column - axis_room);
  draw_curve_panel(canvas, picture.history, picture.setting,
                   {curves, margin + width, text_size, minutes, temperature});

  const ColourScale colours = colour_scale(histories, picture.setting.units);
  draw_depth_map(canvas, picture.history, picture.setting,
                 {map, margin, text_size, minutes, shared_depth(histories)}, colours);
  draw_key(canvas, colours, map_note(colours, picture.history), {right + axis_room, map.top - 4.0},
           right_column - axis_room);
}

Expected<std::string> draw(const SessionPicture& picture, Format format) {
  if (auto sound = check(texts_of(picture), picture.setting); !sound) {
    return tl::unexpected(sound.error());
  }
  if (auto sound = check(picture.history); !sound) {
    return tl::unexpected(under("history", sound.error()));
  }
  const std::string words = picture.subtitle + "\n" +
                            in_words(picture.history, picture.setting.units) + "\n" +
                            in_words(picture.setting) + "\n" + picture.footer;
  return draw_page(format, page_size(picture), {picture.title, words},
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const SessionPicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
