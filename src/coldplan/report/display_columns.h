#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Texts in a terminal, measured by the columns that they take.
namespace coldplan::report {

/// Columns of a UTF-8 text: two for a wide letter, none for a mark that combines with the one
/// before (Unicode Standard Annex 11). What is not UTF-8 counts a column a byte.
[[nodiscard]] std::size_t display_columns(std::string_view text);

/// The text with spaces after it, or before it, up to so many columns.
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t columns);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t columns);

/// As much of the text as the columns take.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t columns);

/// Words in lines of at most `width` columns, those after the first of at most `further` columns. A
/// word that is wider than a line is broken.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text, std::size_t width,
                                                std::size_t further);

/// The nearest in ASCII: "Barlowska" for "Barłowska", "I^2" for "I²", "?" for what has none. Takes
/// UTF-8.
[[nodiscard]] std::string in_ascii(const std::string& text);

}  // namespace coldplan::report
