#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/quantity/error.h"

/// A table as spreadsheets write it: comma, semicolon or tab between cells (RFC 4180 otherwise).
namespace coldplan::evidence {

struct TextRow {
  std::size_t row = 0;  ///< as a spreadsheet counts: the header is 1, blank rows count
  std::vector<std::string> cells;
};

struct TextTable {
  char separator = ',';
  TextRow header;
  std::vector<TextRow> rows;  ///< as many cells as the header; blank ones left out
};

inline constexpr std::size_t largest_table_bytes = 10'000'000;
inline constexpr std::size_t most_table_rows = 100'000;
inline constexpr std::size_t most_table_columns = 1'000;

/// Reads a table. The separator is the first of tab, semicolon and comma that the header has
/// outside quotes. A byte-order mark, CR LF, blank rows and spaces around cells are nothing; a
/// quoted cell may hold separators, line ends (which become spaces) and "" for a quote. Errors
/// (place "row 4"): what is no text in UTF-8; too many bytes, rows or columns; no header; a column
/// without or with another's name; a row of more or fewer cells than the header; a quote that does
/// not end.
[[nodiscard]] Expected<TextTable> read_delimited(std::string_view text);

/// Whether a text in UTF-8 holds a control character (C0 but tab and line ends, DEL, C1), which may
/// drive a terminal that an answer is shown on.
[[nodiscard]] bool holds_control(std::string_view text);

/// Whether a cell says that its value is not known: NA, N/A, NaN, ".", whatever the case. An empty
/// cell is not one.
[[nodiscard]] bool says_missing(std::string_view cell);

/// The number in a cell, with a decimal comma where `separator` is none; empty if there is no
/// finite number.
[[nodiscard]] std::optional<double> number_in(std::string_view cell, char separator);

/// A cell for one line of a message: in quotes, shortened.
[[nodiscard]] std::string quoted_cell(std::string_view cell);

/// Lower case of ASCII.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace coldplan::evidence
