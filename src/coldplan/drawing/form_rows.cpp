#include "coldplan/drawing/form_rows.h"

#include <algorithm>
#include <cmath>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/colour_bar.h"
#include "coldplan/drawing/curve_panel.h"
#include "coldplan/drawing/depth_map.h"
#include "coldplan/drawing/form_axes.h"
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

double body_height(const FormPicture& form) {
  return form.no_prediction.empty() ? room_above_plot + plot_height + room_below_plot
                                    : 4.0 + frame_height(form, map_right - curves_left, text_size);
}

double row_height(const FormPicture& form) {
  return measure(name_of(form), name_style()).height + body_height(form) + gap_between_rows;
}

Text curves_heading(const FormAxes& axes) {
  return {"How cold each tissue gets", "\n" + note_on_curves(axes)};
}

Text map_heading(const FormAxes& axes) {
  return {"How deep the cold goes", "\n" + note_on_maps(axes)};
}

TextStyle heading_style(double width) {
  return {8.0, ink, width};
}

constexpr double curves_heading_width = curve_names_right - curves_left;
// Keeps clear of the first number under the colour bar.
constexpr double map_heading_width = map_left - layer_names_left - 18.0;

double headings_height(const FormAxes& axes) {
  if (axes.are_empty()) {
    return 0.0;
  }
  const auto height = [](const Text& text, double width) {
    return measure(text, heading_style(width)).height;
  };
  return std::max(height(curves_heading(axes), curves_heading_width),
                  height(map_heading(axes), map_heading_width)) +
         8.0;
}

void draw_headings(Canvas& canvas, const FormAxes& axes, double top) {
  if (axes.are_empty()) {
    return;
  }
  canvas.text(curves_heading(axes), heading_style(curves_heading_width), {curves_left, top});
  canvas.text(map_heading(axes), heading_style(map_heading_width), {layer_names_left, top});
  draw_colour_bar(canvas, axes.colours, {map_left, top + 1.0, map_right, top + 1.0 + bar_height},
                  text_size);
}

void draw_row(Canvas& canvas, const FormPicture& form, const Setting& setting, const FormAxes& axes,
              double top) {
  const double name_height = measure(name_of(form), name_style()).height;
  canvas.text(name_of(form), name_style(), {margin, top});
  if (!form.no_prediction.empty()) {
    draw_frame(
        canvas, form,
        {curves_left, top + name_height + 4.0, map_right, top + name_height + body_height(form)},
        text_size);
    return;
  }
  const double plot_top = top + name_height + room_above_plot;
  const double plot_bottom = plot_top + plot_height;
  const Interval minutes = axes.minutes_of(form.history);
  draw_curve_panel(canvas, form.history, setting,
                   {{curves_left, plot_top, curves_right, plot_bottom},
                    curve_names_right,
                    text_size,
                    minutes,
                    axes.temperature});
  draw_depth_map(canvas, form.history, setting,
                 {{map_left, plot_top, map_right, plot_bottom},
                  layer_names_left,
                  text_size,
                  minutes,
                  axes.depth_m},
                 axes.colours);
}

}  // namespace

Size rows_size(const ComparePicture& picture) {
  double height = 2.0 * margin + head_height(texts_of(picture), content_width) +
                  headings_height(form_axes(picture, 4)) +
                  foot_height(texts_of(picture), content_width);
  for (const FormGroup& group : grouped(picture.forms)) {
    height += family_height(group.family, content_width);
    for (const FormPicture* const form : group.forms) {
      height += row_height(*form);
    }
  }
  return {page_width, std::ceil(height - gap_between_rows)};
}

void compose_rows(Canvas& canvas, const ComparePicture& picture) {
  draw_head(canvas, texts_of(picture), {margin, margin}, content_width);
  draw_foot(canvas, texts_of(picture), {margin, canvas.size().height - margin}, content_width);

  const FormAxes axes = form_axes(picture, 4);
  double top = margin + head_height(texts_of(picture), content_width);
  draw_headings(canvas, axes, top);
  top += headings_height(axes);
  for (const FormGroup& group : grouped(picture.forms)) {
    draw_family(canvas, group.family, {margin, top}, content_width);
    top += family_height(group.family, content_width);
    for (const FormPicture* const form : group.forms) {
      draw_row(canvas, *form, picture.setting, axes, top);
      top += row_height(*form);
    }
  }
}

}  // namespace coldplan::drawing
