#include "coldplan/drawing/forest_layout.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/drawing/forest_visits.h"

namespace coldplan::drawing {
namespace {

constexpr double least_name_width = 96.0;
constexpr double most_name_width = 190.0;
constexpr double most_cell_width = 84.0;
constexpr double least_cell_width = 30.0;
constexpr double plot_width = 270.0;
constexpr double column_gap = 14.0;
constexpr double part_gap = 3.5;
constexpr double row_padding = 6.0;
constexpr double heading_padding = 9.0;
constexpr double gap_height = 6.0;
constexpr double least_effect_width = 74.0;

double width_of(const std::string& words, double size) {
  return measure({"", words}, {size, ink}).width;
}
double strong_width(const std::string& words) {
  return measure({words, ""}, {forest_text_size, ink}).width;
}

double widest_name(const ForestPicture& picture) {
  double widest = std::max(least_name_width, strong_width(name_heading(picture.kind)));
  for_each_row(picture, [&widest](const ForestRow& row) {
    widest = std::max(
        {widest, width_of(row.name, forest_text_size), width_of(row.note, forest_note_size)});
  });
  for_each_pooled(picture, [&widest](const ForestPooled& pooled) {
    widest = std::max(widest, strong_width(pooled.name));
  });
  // Rounding must not break a name that just fits.
  return std::min(widest + 1.0, most_name_width);
}

double widest_cell(const ForestPicture& picture, std::size_t cell) {
  double widest = std::max(least_cell_width, strong_width(picture.columns[cell]));
  const auto see = [&](const auto& line) {
    if (cell < line.cells.size()) {
      widest = std::max(widest, strong_width(line.cells[cell]));
    }
  };
  for_each_row(picture, see);
  for_each_pooled(picture, see);
  return std::min(widest + 1.0, most_cell_width);
}

struct EffectWidths {
  double estimate = 0.0;
  double low = 0.0;
  double high = 0.0;
};

EffectWidths effect_widths(const ForestPicture& picture) {
  EffectWidths widths;
  const auto see = [&](const EffectEstimate& effect) {
    const EffectWords words = effect_words(effect, picture.axis);
    widths = {std::max(widths.estimate, strong_width(words.estimate)),
              std::max(widths.low, strong_width(words.low)),
              std::max(widths.high, strong_width(words.high))};
  };
  for_each_row(picture, [&see](const ForestRow& row) { see(row.effect); });
  for_each_pooled(picture, [&see](const ForestPooled& pooled) {
    see(pooled.effect);
    if (pooled.prediction) {
      see({pooled.effect.estimate, *pooled.prediction});
    }
  });
  return widths;
}

bool has_weights(const ForestPicture& picture) {
  bool any = false;
  for_each_row(picture, [&any](const ForestRow& row) { any = any || row.weight_percent; });
  return any;
}

/// Height of a text that may be missing.
double height_of(const Text& text, const TextStyle& style) {
  return text.strong.empty() && text.plain.empty() ? 0.0 : measure(text, style).height;
}

double cells_height(const std::vector<std::string>& cells, const ForestColumns& columns,
                    bool strong) {
  double height = 0.0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Text cell = strong ? Text{cells[i], ""} : Text{"", cells[i]};
    height = std::max(height, height_of(cell, cell_style(columns, i)));
  }
  return height;
}

double row_height(const ForestRow& row, const ForestColumns& columns) {
  const double name = height_of({"", row.name}, name_style(columns)) +
                      height_of({"", row.note}, study_note_style(columns));
  return std::max(name, cells_height(row.cells, columns, false)) + row_padding;
}

double pooled_height(const ForestPooled& pooled, const ForestColumns& columns) {
  return std::max(height_of({pooled.name, ""}, name_style(columns)),
                  cells_height(pooled.cells, columns, true)) +
         height_of({"", pooled.note}, pooled_note_style(columns)) + row_padding;
}

void add_pooled(std::vector<ForestLine>& lines, const std::vector<ForestPooled>& all,
                const ForestColumns& columns) {
  for (const ForestPooled& pooled : all) {
    lines.push_back({PooledLine{&pooled}, pooled_height(pooled, columns)});
    if (pooled.prediction) {
      lines.push_back({PredictionLine{&pooled},
                       height_of({"", prediction_words}, study_note_style(columns)) + row_padding});
    }
  }
}

}  // namespace

EffectWords effect_words(const EffectEstimate& effect, const EffectAxis& axis) {
  return {print_effect(effect.estimate, axis),
          "(" + print_effect(effect.interval.low, axis) + " to",
          print_effect(effect.interval.high, axis) + ")"};
}

std::string weight_words(double percent) {
  return fmt::format("{:.1f}\u00a0%", percent);
}

TextStyle name_style(const ForestColumns& columns) {
  return {forest_text_size, ink, columns.name_width};
}

TextStyle cell_style(const ForestColumns& columns, std::size_t cell) {
  return {forest_text_size, ink, columns.cell_widths[cell], 0, Align::right};
}

TextStyle study_note_style(const ForestColumns& columns) {
  return {forest_note_size, quiet, columns.name_width};
}

TextStyle heading_style(const ForestColumns& columns) {
  return {forest_text_size + 0.5, ink, columns.plot.low - column_gap};
}

TextStyle pooled_note_style(const ForestColumns& columns) {
  return {forest_note_size, quiet, columns.plot.low - column_gap};
}

ForestColumns forest_columns(const ForestPicture& picture) {
  ForestColumns columns;
  columns.name_width = widest_name(picture);
  double x = columns.name_width;
  for (std::size_t i = 0; i < picture.columns.size(); ++i) {
    columns.cell_widths.push_back(widest_cell(picture, i));
    x += column_gap + columns.cell_widths.back();
    columns.cell_right.push_back(x);
  }
  columns.plot = {x + column_gap, x + column_gap + plot_width};
  const EffectWidths widths = effect_widths(picture);
  const double parts = widths.estimate + widths.low + widths.high + 2.0 * part_gap;
  columns.effect_left = columns.plot.high + column_gap;
  columns.high_right = columns.effect_left + std::max(parts, least_effect_width);
  columns.low_right = columns.high_right - widths.high - part_gap;
  columns.estimate_right = columns.low_right - widths.low - part_gap;
  columns.width = columns.high_right;
  if (has_weights(picture)) {
    columns.weight_right =
        columns.high_right + column_gap + std::max(strong_width("Weight"), strong_width("100.0 %"));
    columns.width = columns.weight_right;
  }
  return columns;
}

std::vector<ForestLine> forest_lines(const ForestPicture& picture, const ForestColumns& columns) {
  std::vector<ForestLine> lines;
  for (const ForestGroup& group : picture.groups) {
    if (!group.heading.empty()) {
      lines.push_back({HeadingLine{&group},
                       height_of({group.heading, ""}, heading_style(columns)) + heading_padding});
    }
    bool shaded = true;
    for (const ForestRow& row : group.rows) {
      lines.push_back({StudyLine{&row, shaded}, row_height(row, columns)});
      shaded = !shaded;
    }
    add_pooled(lines, group.pooled, columns);
    lines.push_back({GapLine{false}, gap_height});
  }
  if (!picture.pooled.empty()) {
    lines.back() = {GapLine{true}, gap_height};
    add_pooled(lines, picture.pooled, columns);
    lines.push_back({GapLine{false}, gap_height});
  }
  return lines;
}

}  // namespace coldplan::drawing
