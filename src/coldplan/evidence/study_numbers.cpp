#include "coldplan/evidence/study_numbers.h"

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "coldplan/evidence/effect_checks.h"

namespace coldplan::evidence {
namespace {

Expected<Effect> given_effect(const Layout& layout, std::span<const double> numbers) {
  const double spread = numbers[1];
  const char* place = layout.has_standard_errors ? "sei" : "vi";
  const double variance = layout.has_standard_errors ? spread * spread : spread;
  if (!(spread > 0.0)) {
    return tl::unexpected(refused(
        place, spread,
        layout.has_standard_errors ? "a standard error (more than 0)" : "a variance (more than 0)",
        "write NA where it is not known"));
  }
  return finite({numbers[0], variance}, "yi", "give effects in another unit");
}

std::string place_in(const TextTable& text, const TextRow& row, std::size_t column) {
  return fmt::format("row {}, column {}", row.row, text.header.cells[column]);
}

}  // namespace

Expected<void> check_decimal_marks(const TextTable& text, std::span<const std::size_t> columns) {
  char mark = '\0';
  std::string first;
  for (const TextRow& row : text.rows) {
    for (const std::size_t column : columns) {
      const std::string& cell = row.cells[column];
      const std::size_t at = cell.find_first_of(".,");
      if (at == std::string::npos || !number_in(cell, text.separator)) {
        continue;
      }
      if (mark == '\0') {
        mark = cell[at];
        first = fmt::format("{} in {}", quoted_cell(cell), place_in(text, row, column));
      } else if (cell[at] != mark) {
        return tl::unexpected(Error{ErrorCode::conflict, place_in(text, row, column),
                                    quoted_cell(cell),
                                    fmt::format("a number with the decimal mark of {}", first),
                                    "write all numbers with one mark, and thousands without"});
      }
    }
  }
  return {};
}

Expected<void> check_errors_beside(const TextTable& text, const Layout& layout) {
  constexpr double tolerance = 1e-6;  // relative
  if (!layout.errors_beside) {
    return {};
  }
  const std::size_t error_column = *layout.errors_beside;
  const std::size_t variance_column = layout.columns[1].at;
  for (const TextRow& row : text.rows) {
    const auto error = number_in(row.cells[error_column], text.separator);
    const auto variance = number_in(row.cells[variance_column], text.separator);
    if (!error || !variance || !(*variance > 0.0)) {
      continue;
    }
    if (!(*error > 0.0) || std::abs(*error * *error - *variance) > tolerance * *variance) {
      return tl::unexpected(
          Error{ErrorCode::conflict, place_in(text, row, error_column),
                quoted_cell(row.cells[error_column]),
                fmt::format("the root of column {} ({})", text.header.cells[variance_column],
                            quoted_cell(row.cells[variance_column])),
                fmt::format("leave one of the columns {} and {} out",
                            text.header.cells[variance_column], text.header.cells[error_column])});
    }
  }
  return {};
}

Expected<TwoByTwo> counts_of(const Layout& layout, std::span<const double> numbers) {
  if (!layout.has_arm_sizes) {
    return TwoByTwo{numbers[0], numbers[1], numbers[2], numbers[3]};
  }
  for (const std::size_t arm : {std::size_t{0}, std::size_t{2}}) {
    const char* size_place = arm == 0 ? "n1i" : "n2i";
    if (!is_whole(numbers[arm + 1]) || numbers[arm + 1] < 1.0) {
      return tl::unexpected(
          refused(size_place, numbers[arm + 1], "a number of people (1 or more, whole)"));
    }
    if (numbers[arm] > numbers[arm + 1]) {
      return tl::unexpected(refused(arm == 0 ? "ai" : "ci", numbers[arm],
                                    "a count of at most all people of the arm"));
    }
  }
  return TwoByTwo{numbers[0], numbers[1] - numbers[0], numbers[2], numbers[3] - numbers[2]};
}

Expected<Effect> effect_of_numbers(const Layout& layout, std::span<const double> numbers,
                                   const EffectOptions& options) {
  const auto& n = numbers;
  switch (layout.data) {
    case StudyData::two_arms:
      return effect_of(layout.measure, TwoArms{{n[0], n[1], n[2]}, {n[3], n[4], n[5]}}, options);
    case StudyData::two_by_two:
      return counts_of(layout, numbers).and_then([&](const TwoByTwo& table) {
        return effect_of(layout.measure, table, options);
      });
    case StudyData::proportion:
      return effect_of(layout.measure, Proportion{n[0], n[1]}, options);
    case StudyData::effects:
      break;
  }
  return given_effect(layout, numbers);
}

}  // namespace coldplan::evidence
