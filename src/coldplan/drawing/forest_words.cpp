#include "coldplan/drawing/forest_words.h"

#include <algorithm>

#include <fmt/format.h>

namespace coldplan::drawing {
namespace {

constexpr double head_gap = 4.0;
constexpr double section_gap = 12.0;
constexpr double column_gap = 14.0;

/// A column's head.
struct Head {
  Text text;
  TextStyle style;
  double x = 0.0;
};

std::vector<Head> heads_of(const ForestPicture& picture, const ForestColumns& columns) {
  std::vector<Head> heads{{{name_heading(picture.kind), ""}, name_style(columns), 0.0}};
  for (std::size_t i = 0; i < picture.columns.size(); ++i) {
    heads.push_back({{picture.columns[i], ""}, cell_style(columns, i), columns.cell_right[i]});
  }
  if (!picture.axis.heading.empty()) {
    heads.push_back(
        {{picture.axis.heading, ""},
         {forest_text_size, ink, columns.high_right - columns.effect_left, 0, Align::right},
         columns.high_right});
  }
  if (columns.weight_right > 0.0) {
    heads.push_back(
        {{"Weight", ""}, {forest_text_size, ink, 0.0, 0, Align::right}, columns.weight_right});
  }
  return heads;
}

/// Studies without a number: three columns of words.
struct NotPooledColumns {
  TextStyle name;
  TextStyle direction;
  TextStyle why;
  double direction_left = 0.0;
  double why_left = 0.0;
};

NotPooledColumns not_pooled_columns(const ForestColumns& columns) {
  NotPooledColumns made;
  const double rest = columns.width - columns.name_width - 2.0 * column_gap;
  made.direction_left = columns.name_width + column_gap;
  made.why_left = made.direction_left + rest / 2.0 + column_gap;
  made.name = {forest_text_size, quiet, columns.name_width};
  made.direction = {forest_text_size, quiet, rest / 2.0};
  made.why = made.direction;
  return made;
}

double height_of(const NotPooled& study, const NotPooledColumns& columns) {
  return std::max({measure({"", study.name}, columns.name).height,
                   measure({"", study.direction}, columns.direction).height,
                   measure({"", study.why}, columns.why).height}) +
         4.0;
}

Text not_pooled_heading(const ForestPicture& picture) {
  return {fmt::format("Not pooled ({})", picture.not_pooled.size()), ""};
}

}  // namespace

double forest_heads_height(const ForestPicture& picture, const ForestColumns& columns) {
  double height = 0.0;
  for (const Head& head : heads_of(picture, columns)) {
    if (!head.text.strong.empty()) {
      height = std::max(height, measure(head.text, head.style).height);
    }
  }
  return height + 2.0 * head_gap;
}

void draw_forest_heads(Canvas& canvas, const ForestPicture& picture, const ForestColumns& columns,
                       Point at) {
  const std::vector<Head> heads = heads_of(picture, columns);
  const double bottom = at.y + forest_heads_height(picture, columns) - head_gap;
  for (const Head& head : heads) {
    if (!head.text.strong.empty()) {
      canvas.text(head.text, head.style,
                  {at.x + head.x, bottom - head_gap - measure(head.text, head.style).height + 1.0});
    }
  }
  canvas.line({at.x, bottom}, {at.x + columns.width, bottom}, {ink, 0.5});
}

double not_pooled_height(const ForestPicture& picture, const ForestColumns& columns) {
  if (picture.not_pooled.empty()) {
    return 0.0;
  }
  double height = section_gap +
                  measure(not_pooled_heading(picture), {forest_text_size, quiet}).height +
                  2.0 * head_gap;
  for (const NotPooled& study : picture.not_pooled) {
    height += height_of(study, not_pooled_columns(columns));
  }
  return height;
}

void draw_not_pooled(Canvas& canvas, const ForestPicture& picture, const ForestColumns& columns,
                     Point at) {
  if (picture.not_pooled.empty()) {
    return;
  }
  const NotPooledColumns own = not_pooled_columns(columns);
  const TextStyle heading{forest_text_size, quiet};
  double y = at.y + section_gap;
  canvas.text(not_pooled_heading(picture), heading, {at.x, y});
  canvas.text({"what it says", ""}, heading, {at.x + own.direction_left, y});
  canvas.text({"why it has no row", ""}, heading, {at.x + own.why_left, y});
  y += measure(not_pooled_heading(picture), heading).height + head_gap;
  canvas.line({at.x, y}, {at.x + columns.width, y}, {hairline, 0.6});
  y += head_gap;
  for (const NotPooled& study : picture.not_pooled) {
    canvas.text({"", study.name}, own.name, {at.x, y});
    canvas.text({"", study.direction}, own.direction, {at.x + own.direction_left, y});
    canvas.text({"", study.why}, own.why, {at.x + own.why_left, y});
    y += height_of(study, own);
  }
}

}  // namespace coldplan::drawing
