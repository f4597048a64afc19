#pragma once

#include <string>
#include <vector>

#include "coldplan/report/display_columns.h"
#include "coldplan/report/forest_strip.h"

/// The columns of a forest plot in the terminal, and what stands in them.
namespace coldplan::report {

/// Spaces between columns, and before what goes on under a line.
inline constexpr std::size_t forest_gap = 2;

/// Widths in columns of the terminal.
struct ForestTable {
  std::size_t name = 0;
  std::vector<std::size_t> cells;
  std::size_t estimate = 0;
  std::size_t effect = 0;
  StripAxis axis;
  std::size_t plot_left = 0;
};

/// What the lines are made from.
struct Forest {
  const drawing::ForestPicture& picture;
  const ForestLetters& letters;
  bool ascii = false;
  std::size_t columns = 0;
  ForestTable table;

  /// A text in letters that the terminal has.
  [[nodiscard]] std::string shown(const std::string& text) const {
    return ascii ? in_ascii(text) : text;
  }
};

/// One line before its strip.
struct ForestTextLine {
  std::string name;
  std::vector<std::string> cells;
  std::string estimate;
  std::string interval;
};

/// "-0.38", with a hyphen, as people type it.
[[nodiscard]] std::string plain_number(double value, const drawing::EffectAxis& axis);

[[nodiscard]] ForestTextLine line_of(const Forest& forest, const drawing::ForestRow& row);
[[nodiscard]] ForestTextLine line_of(const Forest& forest, const drawing::ForestPooled& pooled);
[[nodiscard]] ForestTextLine prediction_line(const Forest& forest,
                                             const drawing::ForestPooled& pooled);

/// Columns as wide as what stands in each; the plot takes what is left, and names of studies give
/// way to it. Error: cells that leave it no room ("columns").
[[nodiscard]] Expected<ForestTable> forest_table(const Forest& forest);

}  // namespace coldplan::report
