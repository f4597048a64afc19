#include <algorithm>
#include <cmath>

#include "coldplan/drawing/effect_marks.h"
#include "coldplan/drawing/forest_layout.h"
#include "coldplan/drawing/forest_picture.h"
#include "coldplan/drawing/forest_words.h"
#include "coldplan/drawing/key_lines.h"

namespace coldplan::drawing {
namespace {

constexpr double margin = 32.0;
constexpr double usual_half_side = 3.0;
constexpr double diamond_half_height = 4.6;
constexpr Colour shade{0.965, 0.97, 0.975};

/// What all lines share.
struct Body {
  const ForestPicture& picture;
  ForestColumns columns;
  Scale across;
  double heaviest = 0.0;  // weight, percent
};

double heaviest_of(const ForestPicture& picture) {
  double heaviest = 0.0;
  for (const ForestGroup& group : picture.groups) {
    for (const ForestRow& row : group.rows) {
      heaviest = std::max(heaviest, row.weight_percent.value_or(0.0));
    }
  }
  return heaviest;
}

double half_side(const Body& body, const ForestRow& row) {
  return row.weight_percent ? half_side_of(*row.weight_percent, body.heaviest) : usual_half_side;
}

/// A text of one line, its middle at `middle`.
void text_at(Canvas& canvas, const Text& text, const TextStyle& style, double x, double middle) {
  if (!text.strong.empty() || !text.plain.empty()) {
    canvas.text(text, style, {x, middle - measure(text, style).height / 2.0});
  }
}

Text of_weight(const std::string& words, bool strong) {
  return strong ? Text{words, ""} : Text{"", words};
}

void draw_effect(Canvas& canvas, const Body& body, const EffectEstimate& effect, bool strong,
                 double middle) {
  const EffectWords words = effect_words(effect, body.picture.axis);
  const TextStyle style{forest_text_size, ink, 0.0, 0, Align::right};
  const double left = margin;
  text_at(canvas, of_weight(words.estimate, strong), style, left + body.columns.estimate_right,
          middle);
  text_at(canvas, of_weight(words.low, strong), style, left + body.columns.low_right, middle);
  text_at(canvas, of_weight(words.high, strong), style, left + body.columns.high_right, middle);
}

void draw_cells(Canvas& canvas, const Body& body, const std::vector<std::string>& cells,
                bool strong, double middle) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    text_at(canvas, of_weight(cells[i], strong), cell_style(body.columns, i),
            margin + body.columns.cell_right[i], middle);
  }
}

void draw_line(Canvas& canvas, const Body& body, const HeadingLine& line, const Box& box) {
  const Text heading{line.group->heading, ""};
  const TextStyle style = heading_style(body.columns);
  canvas.text(heading, style, {box.left, box.bottom - measure(heading, style).height - 3.0});
}

void draw_line(Canvas& canvas, const Body& body, const StudyLine& line, const Box& box) {
  const ForestRow& row = *line.row;
  const double middle = (box.top + box.bottom) / 2.0;
  const Text name{"", row.name};
  const Text note{"", row.note};
  const double name_height = measure(name, name_style(body.columns)).height;
  const double note_height =
      row.note.empty() ? 0.0 : measure(note, study_note_style(body.columns)).height;
  const double top = middle - (name_height + note_height) / 2.0;
  canvas.text(name, name_style(body.columns), {box.left, top});
  if (!row.note.empty()) {
    canvas.text(note, study_note_style(body.columns), {box.left, top + name_height});
  }
  draw_cells(canvas, body, row.cells, false, middle);
  if (body.picture.kind == ForestKind::studies) {
    draw_study(canvas, row.effect, body.across, middle, half_side(body, row));
  } else {
    draw_result(canvas, row.effect, body.across, middle);
  }
  draw_effect(canvas, body, row.effect, false, middle);
  if (row.weight_percent) {
    text_at(canvas, {"", weight_words(*row.weight_percent)},
            {forest_text_size, ink, 0.0, 0, Align::right}, margin + body.columns.weight_right,
            middle);
  }
}

void draw_line(Canvas& canvas, const Body& body, const PooledLine& line, const Box& box) {
  constexpr double padding = 3.0;
  const ForestPooled& pooled = *line.pooled;
  const TextStyle note_style = pooled_note_style(body.columns);
  const double note_height =
      pooled.note.empty() ? 0.0 : measure({"", pooled.note}, note_style).height;
  const double note_top = box.bottom - padding - note_height;
  const double middle = (box.top + padding + note_top) / 2.0;
  text_at(canvas, {pooled.name, ""}, name_style(body.columns), box.left, middle);
  if (!pooled.note.empty()) {
    canvas.text({"", pooled.note}, note_style, {box.left, note_top});
  }
  draw_cells(canvas, body, pooled.cells, true, middle);
  draw_diamond(canvas, pooled.effect, body.across, middle, diamond_half_height);
  draw_effect(canvas, body, pooled.effect, true, middle);
}

void draw_line(Canvas& canvas, const Body& body, const PredictionLine& line, const Box& box) {
  const ForestPooled& pooled = *line.pooled;
  const double middle = (box.top + box.bottom) / 2.0;
  text_at(canvas, {"", prediction_words}, study_note_style(body.columns), box.left, middle);
  draw_prediction(canvas, *pooled.prediction, body.across, middle);
  const EffectWords words =
      effect_words({pooled.effect.estimate, *pooled.prediction}, body.picture.axis);
  const TextStyle style{forest_text_size, ink, 0.0, 0, Align::right};
  text_at(canvas, {"", words.low}, style, margin + body.columns.low_right, middle);
  text_at(canvas, {"", words.high}, style, margin + body.columns.high_right, middle);
}

void draw_line(Canvas& canvas, const Body& /*body*/, const GapLine& line, const Box& box) {
  if (line.ruled) {
    const double middle = (box.top + box.bottom) / 2.0;
    canvas.line({box.left, middle}, {box.right, middle}, {hairline, 0.6});
  }
}

double lines_height(const std::vector<ForestLine>& lines) {
  double height = 0.0;
  for (const ForestLine& line : lines) {
    height += line.height;
  }
  return height;
}

/// The upright lines behind all marks, and the shades behind these.
void draw_ground(Canvas& canvas, const Body& body, const std::vector<ForestLine>& lines,
                 const Box& plot) {
  double top = plot.top;
  for (const ForestLine& line : lines) {
    const auto* study = std::get_if<StudyLine>(&line.content);
    if (study != nullptr && study->shaded) {
      canvas.fill({margin - 4.0, top, margin + body.columns.width + 4.0, top + line.height}, shade);
    }
    top += line.height;
  }
  const auto inside = [&](double value) {
    return value >= body.across.values.low && value <= body.across.values.high;
  };
  for (std::size_t i = 0; i < body.picture.thresholds.size(); ++i) {
    for (const double value : body.picture.thresholds[i].values) {
      if (inside(value)) {
        const double x = body.across(value);
        draw_threshold(canvas, i, {x, plot.top}, {x, plot.bottom});
      }
    }
  }
  if (!body.picture.pooled.empty() && inside(body.picture.pooled.front().effect.estimate)) {
    const double x = body.across(body.picture.pooled.front().effect.estimate);
    canvas.line({x, plot.top}, {x, plot.bottom}, {pooled_colour(), 0.8, {1.0, 2.0}});
  }
  if (body.picture.axis.marks_no_effect && inside(0.0)) {
    canvas.line({body.across(0.0), plot.top}, {body.across(0.0), plot.bottom}, {ink, 0.8});
  }
}

void draw_lines(Canvas& canvas, const Body& body, const std::vector<ForestLine>& lines,
                double top) {
  for (const ForestLine& line : lines) {
    const Box box{margin, top, margin + body.columns.width, top + line.height};
    std::visit([&](const auto& content) { draw_line(canvas, body, content, box); }, line.content);
    top += line.height;
  }
}

}  // namespace

Size page_size(const ForestPicture& picture) {
  const ForestColumns columns = forest_columns(picture);
  const double width = columns.width;
  return {std::ceil(width + 2.0 * margin),
          std::ceil(2.0 * margin + head_height(picture.texts, width) +
                    forest_heads_height(picture, columns) +
                    lines_height(forest_lines(picture, columns)) +
                    effect_axis_height(picture.axis, columns.plot.high - columns.plot.low) +
                    key_height(threshold_key(picture.thresholds, picture.axis), width) +
                    not_pooled_height(picture, columns) + foot_height(picture.texts, width))};
}

void compose(Canvas& canvas, const ForestPicture& picture) {
  const ForestColumns columns = forest_columns(picture);
  const double width = columns.width;
  draw_head(canvas, picture.texts, {margin, margin}, width);
  draw_foot(canvas, picture.texts, {margin, canvas.size().height - margin}, width);
  const std::vector<ForestLine> lines = forest_lines(picture, columns);
  const double heads_top = margin + head_height(picture.texts, width);
  draw_forest_heads(canvas, picture, columns, {margin, heads_top});

  const double top = heads_top + forest_heads_height(picture, columns);
  const Box plot{margin + columns.plot.low, top, margin + columns.plot.high,
                 top + lines_height(lines)};
  const Body body{
      picture, columns, {forest_range(picture), plot.left, plot.right}, heaviest_of(picture)};
  draw_ground(canvas, body, lines, plot);
  draw_lines(canvas, body, lines, top);
  draw_effect_axis(canvas, picture.axis, body.across, plot);
  double under = plot.bottom + effect_axis_height(picture.axis, plot.width());
  const std::vector<KeyEntry> key = threshold_key(picture.thresholds, picture.axis);
  draw_key_lines(canvas, key, {margin, under}, width);
  under += key_height(key, width);
  draw_not_pooled(canvas, picture, columns, {margin, under});
}

}  // namespace coldplan::drawing
