#include "coldplan/drawing/compare_picture.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/colour_bar.h"
#include "coldplan/drawing/compose.h"
#include "coldplan/drawing/curve_panel.h"
#include "coldplan/drawing/depth_map.h"
#include "coldplan/drawing/page.h"

namespace coldplan::drawing {
namespace {

constexpr double page_width = 842.0;
constexpr double margin = 28.0;
constexpr double content_width = page_width - 2.0 * margin;
constexpr double plot_height = 122.0;
constexpr double gap_between_rows = 12.0;
constexpr double text_size = 7.5;
constexpr double bar_height = 8.0;

// Columns, from the left: curves with their names, then the names of layers with the map.
constexpr double curves_left = margin + 34.0;
constexpr double curves_right = curves_left + 214.0;
constexpr double curve_names_right = curves_right + 148.0;
constexpr double layer_names_left = curve_names_right + 12.0;
constexpr double map_left = layer_names_left + 140.0;
constexpr double map_right = page_width - margin - 34.0;

PageTexts texts_of(const ComparePicture& picture) {
  return {picture.title, picture.subtitle, picture.footer};
}

Text name_of(const FormPicture& form) {
  return {form.name, form.note.empty() ? "" : "   " + form.note};
}

TextStyle name_style() {
  return {9.5, ink, content_width};
}

double row_height(const FormPicture& form) {
  return measure(name_of(form), name_style()).height + room_above_plot + plot_height +
         room_below_plot + gap_between_rows;
}

Text curves_heading() {
  return {"How cold each tissue gets", "\nwith the coldest temperature beside each name (the dot)"};
}

Text map_heading() {
  return {"How deep the cold goes", "\nlines join equal temperatures"};
}

TextStyle heading_style(double width) {
  return {8.0, ink, width};
}

double headings_height() {
  return std::max(
             measure(curves_heading(), heading_style(curve_names_right - curves_left)).height,
             measure(map_heading(), heading_style(map_left - layer_names_left - 10.0)).height) +
         8.0;
}

std::vector<const History*> histories_of(const ComparePicture& picture) {
  std::vector<const History*> histories;
  for (const FormPicture& form : picture.forms) {
    histories.push_back(&form.history);
  }
  return histories;
}

/// What all rows share.
struct SharedAxes {
  Interval minutes;
  Ticks temperature;
  ColourScale colours;
  double depth_m = 0.0;
};

void draw_headings(Canvas& canvas, const ComparePicture& picture, const SharedAxes& axes,
                   double top) {
  canvas.text(curves_heading(), heading_style(curve_names_right - curves_left), {curves_left, top});
  canvas.text(map_heading(), heading_style(map_left - layer_names_left - 10.0),
              {layer_names_left, top});
  draw_colour_bar(canvas, axes.colours, picture.setting.units,
                  {map_left, top + 1.0, map_right, top + 1.0 + bar_height}, text_size);
}

void draw_row(Canvas& canvas, const FormPicture& form, const Setting& setting,
              const SharedAxes& axes, double top) {
  const double name_height = measure(name_of(form), name_style()).height;
  canvas.text(name_of(form), name_style(), {margin, top});
  const double plot_top = top + name_height + room_above_plot;
  const double plot_bottom = plot_top + plot_height;
  draw_curve_panel(canvas, form.history, setting,
                   {{curves_left, plot_top, curves_right, plot_bottom},
                    curve_names_right,
                    text_size,
                    axes.minutes,
                    axes.temperature});
  draw_depth_map(canvas, form.history, setting,
                 {{map_left, plot_top, map_right, plot_bottom},
                  layer_names_left,
                  text_size,
                  axes.minutes,
                  axes.depth_m},
                 axes.colours);
}

Expected<void> check_forms(const ComparePicture& picture) {
  if (picture.forms.empty() || picture.forms.size() > most_forms) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "forms",
                                fmt::format("{}", picture.forms.size()),
                                fmt::format("from 1 to {}", most_forms), ""});
  }
  for (std::size_t i = 0; i < picture.forms.size(); ++i) {
    const FormPicture& form = picture.forms[i];
    const std::string place = fmt::format("forms[{}]", i);
    if (auto sound = check_name(form.name, place + ".name"); !sound) {
      return sound;
    }
    if (auto sound = check_text(form.note, place + ".note"); !sound) {
      return sound;
    }
    if (auto sound = check(form.history); !sound) {
      return tl::unexpected(under(place + ".history", sound.error()));
    }
  }
  return {};
}

}  // namespace

Size page_size(const ComparePicture& picture) {
  double height = 2.0 * margin + head_height(texts_of(picture), content_width) + headings_height() +
                  foot_height(texts_of(picture), content_width);
  for (const FormPicture& form : picture.forms) {
    height += row_height(form);
  }
  return {page_width, std::ceil(height - gap_between_rows)};
}

void compose(Canvas& canvas, const ComparePicture& picture) {
  draw_head(canvas, texts_of(picture), {margin, margin}, content_width);
  draw_foot(canvas, texts_of(picture), {margin, canvas.size().height - margin}, content_width);

  const std::vector<const History*> histories = histories_of(picture);
  const SharedAxes axes{shared_minutes(histories), temperature_ticks(histories, picture.setting, 4),
                        colour_scale(histories, picture.setting.units), shared_depth(histories)};
  double top = margin + head_height(texts_of(picture), content_width);
  draw_headings(canvas, picture, axes, top);
  top += headings_height();
  for (const FormPicture& form : picture.forms) {
    draw_row(canvas, form, picture.setting, axes, top);
    top += row_height(form);
  }
}

Expected<std::string> draw(const ComparePicture& picture, Format format) {
  if (auto sound = check(texts_of(picture), picture.setting); !sound) {
    return tl::unexpected(sound.error());
  }
  if (auto sound = check_forms(picture); !sound) {
    return tl::unexpected(sound.error());
  }
  std::string words = picture.subtitle;
  for (const FormPicture& form : picture.forms) {
    words += "\n" + form.name + ". " + in_words(form.history, picture.setting.units);
  }
  words += "\n" + in_words(picture.setting) + "\n" + picture.footer;
  return draw_page(format, page_size(picture), {picture.title, words},
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const ComparePicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
