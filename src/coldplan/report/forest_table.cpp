#include "coldplan/report/forest_table.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "coldplan/drawing/forest_layout.h"

namespace coldplan::report {
namespace {

using drawing::ForestPicture;
using drawing::ForestPooled;
using drawing::ForestRow;

constexpr std::size_t least_plot = 20;
constexpr std::size_t least_name = 12;
constexpr std::size_t most_name = 26;

std::string interval_words(const drawing::Interval& interval, const drawing::EffectAxis& axis) {
  return fmt::format("({} to {})", plain_number(interval.low, axis),
                     plain_number(interval.high, axis));
}

template <typename Visit>
void for_each_pooled(const ForestPicture& picture, const Visit& visit) {
  for (const drawing::ForestGroup& group : picture.groups) {
    std::ranges::for_each(group.pooled, visit);
  }
  std::ranges::for_each(picture.pooled, visit);
}

std::vector<ForestTextLine> all_lines(const Forest& forest) {
  std::vector<ForestTextLine> lines;
  for (const drawing::ForestGroup& group : forest.picture.groups) {
    for (const ForestRow& row : group.rows) {
      lines.push_back(line_of(forest, row));
    }
  }
  for_each_pooled(forest.picture, [&](const ForestPooled& pooled) {
    lines.push_back(line_of(forest, pooled));
    if (pooled.prediction) {
      lines.push_back(prediction_line(forest, pooled));
    }
  });
  return lines;
}

std::size_t widest_word(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream words{text};
  for (std::string word; words >> word;) {
    widest = std::max(widest, display_columns(word));
  }
  return widest;
}

std::size_t widest_name(const Forest& forest) {
  std::size_t widest = 0;
  for (const drawing::ForestGroup& group : forest.picture.groups) {
    for (const ForestRow& row : group.rows) {
      widest = std::max(widest, display_columns(forest.shown(row.name)));
    }
  }
  return widest;
}

}  // namespace

std::string plain_number(double value, const drawing::EffectAxis& axis) {
  std::string number = drawing::print_effect(value, axis);
  constexpr std::string_view minus = "−";
  if (number.starts_with(minus)) {
    number.replace(0, minus.size(), "-");
  }
  return number;
}

ForestTextLine line_of(const Forest& forest, const ForestRow& row) {
  const drawing::EffectAxis& axis = forest.picture.axis;
  return {forest.shown(row.name), row.cells, plain_number(row.effect.estimate, axis),
          interval_words(row.effect.interval, axis)};
}

ForestTextLine line_of(const Forest& forest, const ForestPooled& pooled) {
  const drawing::EffectAxis& axis = forest.picture.axis;
  return {forest.shown(pooled.name), pooled.cells, plain_number(pooled.effect.estimate, axis),
          interval_words(pooled.effect.interval, axis)};
}

ForestTextLine prediction_line(const Forest& forest, const ForestPooled& pooled) {
  return {"  prediction", {}, "", interval_words(*pooled.prediction, forest.picture.axis)};
}

Expected<ForestTable> forest_table(const Forest& forest) {
  ForestTable table;
  // Names of pooled results go on under their lines.
  table.name = std::max(least_name, widest_name(forest));
  for (const std::string& head : forest.picture.columns) {
    table.cells.push_back(widest_word(forest.shown(head)));
  }
  std::size_t interval = 0;
  for (const ForestTextLine& line : all_lines(forest)) {
    table.estimate = std::max(table.estimate, display_columns(line.estimate));
    interval = std::max(interval, display_columns(line.interval));
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      table.cells[i] = std::max(table.cells[i], display_columns(forest.shown(line.cells[i])));
    }
  }
  table.effect = std::max(table.estimate + 1 + interval,
                          display_columns(forest.shown(forest.picture.axis.heading)));
  std::size_t taken = forest_gap + table.effect + forest_gap;
  for (const std::size_t width : table.cells) {
    taken += forest_gap + width;
  }
  if (taken + least_name + least_plot > forest.columns) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, "columns", fmt::format("{} columns of text", taken),
              fmt::format("narrow enough for a plot in {} columns", forest.columns),
              "leave a column out, or draw a picture"});
  }
  table.name = std::min({table.name, most_name, forest.columns - taken - least_plot});
  table.plot_left = table.name + taken;
  table.axis = {drawing::forest_range(forest.picture), forest.columns - table.plot_left};
  return table;
}

}  // namespace coldplan::report
