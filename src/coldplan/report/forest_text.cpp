#include "coldplan/report/forest_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/drawing/forest_layout.h"
#include "coldplan/report/forest_table.h"

namespace coldplan::report {
namespace {

using drawing::ForestPicture;
using drawing::ForestPooled;
using drawing::ForestRow;

Strip ground_of(const Forest& forest) {
  return ground_strip(forest.table.axis, forest.picture.thresholds, forest.letters);
}

std::string without_end_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

/// A line without numbers, the plot's upright lines going on beside it.
std::string beside_ground(const Forest& forest, const std::string& words) {
  return without_end_spaces(padded_right(words, forest.table.plot_left) +
                            joined(ground_of(forest)));
}

/// Words under a line, indented, as wide as all columns of text.
std::string under(const Forest& forest, const std::string& words) {
  const std::string indent(forest_gap, ' ');
  const std::size_t width = forest.table.plot_left - 2 * forest_gap;
  std::string text;
  if (!words.empty()) {
    for (const std::string& line : lines_of(forest.shown(words), width, width)) {
      text += beside_ground(forest, indent + line);
    }
  }
  return text;
}

std::string printed(const Forest& forest, const ForestTextLine& line, const Strip& strip) {
  const ForestTable& table = forest.table;
  const std::vector<std::string> names =
      lines_of(line.name, table.name, table.plot_left - 2 * forest_gap);
  std::string text = padded_right(names.front(), table.name);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const std::string cell = i < line.cells.size() ? forest.shown(line.cells[i]) : "";
    text += std::string(forest_gap, ' ') + padded_left(cell, table.cells[i]);
  }
  const std::string effect = padded_left(line.estimate, table.estimate) + ' ' + line.interval;
  text += std::string(forest_gap, ' ') + padded_right(effect, table.effect) +
          std::string(forest_gap, ' ');
  text = without_end_spaces(text + joined(strip));
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += beside_ground(forest, std::string(forest_gap, ' ') + names[i]);
  }
  return text;
}

std::string printed(const Forest& forest, const ForestRow& row) {
  Strip strip = ground_of(forest);
  const bool single = forest.picture.kind == drawing::ForestKind::studies;
  lay_effect(strip, forest.table.axis, row.effect,
             single ? forest.letters.study : forest.letters.pooled);
  return printed(forest, line_of(forest, row), strip) + under(forest, row.note);
}

std::string printed(const Forest& forest, const ForestPooled& pooled) {
  Strip strip = ground_of(forest);
  lay_effect(strip, forest.table.axis, pooled.effect, forest.letters.pooled);
  std::string text = printed(forest, line_of(forest, pooled), strip);
  if (pooled.prediction) {
    strip = ground_of(forest);
    lay_effect(strip, forest.table.axis, {pooled.effect.estimate, *pooled.prediction},
               forest.letters.prediction);
    text += printed(forest, prediction_line(forest, pooled), strip);
  }
  return text + under(forest, pooled.note);
}

/// Heads of columns, those of several lines on one lower edge.
std::string heads(const Forest& forest) {
  const ForestTable& table = forest.table;
  const auto broken = [&forest](const std::string& head, std::size_t width) {
    return lines_of(forest.shown(head), width, width);
  };
  std::vector<std::vector<std::string>> columns{
      broken(drawing::name_heading(forest.picture.kind), table.name)};
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    columns.push_back(broken(forest.picture.columns[i], table.cells[i]));
  }
  columns.push_back(broken(forest.picture.axis.heading, table.effect));
  const std::size_t height = std::ranges::max(columns, {}, &std::vector<std::string>::size).size();
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    std::string words;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t above = height - columns[i].size();
      const std::string word = line >= above ? columns[i][line - above] : "";
      const bool is_cell = i > 0 && i + 1 < columns.size();
      words += i == 0 ? padded_right(word, table.name)
                      : std::string(forest_gap, ' ') +
                            (is_cell ? padded_left(word, table.cells[i - 1]) : word);
    }
    text += without_end_spaces(words);
  }
  return text;
}

/// Words in as many lines as they need, each indented.
std::string wrapped(const Forest& forest, const std::string& words, std::size_t indent = 0) {
  const std::size_t width = forest.columns - indent;
  std::string text;
  for (const std::string& line : lines_of(forest.shown(words), width, width)) {
    text += std::string(indent, ' ') + line + '\n';
  }
  return text;
}

/// Both directions about the column of no effect, moved only so far that nothing is beyond a
/// margin.
std::string directions(const Forest& forest) {
  const drawing::EffectAxis& axis = forest.picture.axis;
  if (axis.below.empty() && axis.above.empty()) {
    return "";
  }
  const std::string lower = forest.shown(axis.below) + ' ' + forest.letters.to_lower;
  const std::string whole = lower + ' ' + forest.letters.to_higher + ' ' + forest.shown(axis.above);
  const std::size_t width = display_columns(whole);
  if (width > forest.columns) {
    return wrapped(forest, whole);
  }
  const std::size_t centre = forest.table.plot_left + forest.table.axis.column_of(0.0);
  const std::size_t before = display_columns(lower);
  const std::size_t left = std::min(centre > before ? centre - before : 0, forest.columns - width);
  return without_end_spaces(std::string(left, ' ') + whole);
}

std::string under_axis(const Forest& forest) {
  const std::string left(forest.table.plot_left, ' ');
  const AxisStrips strips =
      axis_strips(forest.table.axis, forest.picture.axis.scale, forest.letters);
  std::string text =
      left + strips.line + '\n' + without_end_spaces(left + strips.numbers) + directions(forest);
  text += wrapped(forest, forest.picture.axis.label);
  for (const drawing::EffectThreshold& threshold : forest.picture.thresholds) {
    std::string values;
    for (const double value : threshold.values) {
      values += (values.empty() ? "" : ", ") + plain_number(value, forest.picture.axis);
    }
    text += forest.letters.threshold +
            wrapped(forest, fmt::format("{}: {}", threshold.label, values), 1);
  }
  return text;
}

std::string not_pooled(const Forest& forest) {
  if (forest.picture.not_pooled.empty()) {
    return "";
  }
  std::string text = "\nNot pooled:\n";
  for (const drawing::NotPooled& study : forest.picture.not_pooled) {
    text += wrapped(forest, fmt::format("{}: {} ({})", study.name, study.direction, study.why),
                    forest_gap);
  }
  return text;
}

std::string printed(const Forest& forest) {
  std::string text = heads(forest);
  for (const drawing::ForestGroup& group : forest.picture.groups) {
    const std::size_t width = forest.table.plot_left - forest_gap;
    if (!group.heading.empty()) {
      for (const std::string& line : lines_of(forest.shown(group.heading), width, width)) {
        text += beside_ground(forest, line);
      }
    }
    for (const ForestRow& row : group.rows) {
      text += printed(forest, row);
    }
    for (const ForestPooled& pooled : group.pooled) {
      text += printed(forest, pooled);
    }
  }
  for (const ForestPooled& pooled : forest.picture.pooled) {
    text += printed(forest, pooled);
  }
  return text + under_axis(forest) + not_pooled(forest);
}

}  // namespace

Expected<std::string> forest_text(const ForestPicture& forest, const ForestTextStyle& style) {
  return drawing::check(forest).and_then([&]() -> Expected<std::string> {
    Forest made{forest, forest_letters(style.ascii), style.ascii, style.columns, {}};
    return forest_table(made).map([&made](ForestTable table) {
      made.table = std::move(table);
      return printed(made);
    });
  });
}

}  // namespace coldplan::report
