#include "coldplan/evidence/delimited_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace coldplan::evidence {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr const char* as_utf8 = "save it as \"CSV UTF-8\"";

std::string row_place(std::size_t row) {
  return fmt::format("row {}", row);
}

Error not_text(std::size_t row, const char* seen, const char* mend) {
  return {ErrorCode::unreadable, row_place(row), seen, "", mend};
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// The length of the UTF-8 character at the front (RFC 3629); 0 if there is none.
std::size_t character_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80U) {
    return 1;
  }
  const std::size_t length = lead < 0xC2U   ? 0
                             : lead < 0xE0U ? 2
                             : lead < 0xF0U ? 3
                             : lead < 0xF5U ? 4
                                            : 0;
  if (length == 0 || text.size() < length) {
    return 0;
  }
  const auto second = static_cast<unsigned char>(text[1]);
  const bool overlong_or_surrogate =
      (lead == 0xE0U && second < 0xA0U) || (lead == 0xEDU && second >= 0xA0U) ||
      (lead == 0xF0U && second < 0x90U) || (lead == 0xF4U && second >= 0x90U);
  const bool continued =
      std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length),
                  [](char byte) { return is_continuation(static_cast<unsigned char>(byte)); });
  return continued && !overlong_or_surrogate ? length : 0;
}

/// C0 and C1 controls may drive a terminal that an answer is shown on.
bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) {
    return (first < 0x20U && first != '\t' && first != '\n' && first != '\r') || first == 0x7FU;
  }
  return first == 0xC2U && static_cast<unsigned char>(character[1]) < 0xA0U;
}

Expected<void> check_text(std::string_view text) {
  if (text.size() > largest_table_bytes) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "", fmt::format("{} bytes", text.size()),
                                "a table of studies (at most 10 MB)",
                                "leave out what is no study"});
  }
  std::size_t row = 1;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text.substr(i));
    if (length == 0) {
      return tl::unexpected(not_text(row, "bytes that are no UTF-8", as_utf8));
    }
    if (is_control(text.substr(i, length))) {
      return tl::unexpected(not_text(row, "a control character, as no text has", as_utf8));
    }
    row += text[i] == '\n' ? 1U : 0U;
    i += length;
  }
  return {};
}

/// Tab, semicolon or comma, whichever comes first in this order in the first row that is not blank.
char separator_of(std::string_view text) {
  bool quoted = false;
  std::array<bool, 3> found{};
  constexpr std::array candidates{'\t', ';', ','};
  for (const char letter : text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()))) {
    quoted = letter == '"' ? !quoted : quoted;
    if (!quoted && (letter == '\n' || letter == '\r')) {
      break;
    }
    const auto* candidate = std::find(candidates.begin(), candidates.end(), letter);
    if (!quoted && candidate != candidates.end()) {
      found[static_cast<std::size_t>(candidate - candidates.begin())] = true;
    }
  }
  const auto* first = std::find(found.begin(), found.end(), true);
  return first == found.end() ? ',' : candidates[static_cast<std::size_t>(first - found.begin())];
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

/// Takes rows off the front of a text.
class Reader {
 public:
  Reader(std::string_view text, char separator) : text_{text}, separator_{separator} {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

  Expected<TextRow> next() {
    TextRow row{++row_, {}};
    for (;;) {
      auto cell = next_cell();
      if (!cell) {
        return tl::unexpected(cell.error());
      }
      row.cells.push_back(std::move(*cell));
      if (at_end()) {
        return row;
      }
      const char end = text_[at_++];
      if (end != separator_) {
        at_ += end == '\r' && !at_end() && text_[at_] == '\n' ? 1U : 0U;
        return row;
      }
    }
  }

 private:
  [[nodiscard]] bool ends_cell(char letter) const {
    return letter == separator_ || letter == '\n' || letter == '\r';
  }

  Expected<std::string> next_cell() {
    while (!at_end() && text_[at_] == ' ') {
      ++at_;
    }
    if (!at_end() && text_[at_] == '"') {
      return quoted();
    }
    const std::size_t begin = at_;
    while (!at_end() && !ends_cell(text_[at_])) {
      ++at_;
    }
    return trimmed(text_.substr(begin, at_ - begin));
  }

  Expected<std::string> quoted() {
    std::string cell;
    for (++at_; !at_end(); ++at_) {
      const char letter = text_[at_];
      if (letter != '"') {
        cell += letter == '\n' || letter == '\r' ? ' ' : letter;
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += text_[++at_];
      } else {
        return after_quote(trimmed(cell));
      }
    }
    return tl::unexpected(not_text(row_, "a quote that does not end",
                                   "close it, or write \"\" for a quote in a cell"));
  }

  Expected<std::string> after_quote(std::string cell) {
    ++at_;
    while (!at_end() && text_[at_] == ' ') {
      ++at_;
    }
    if (!at_end() && !ends_cell(text_[at_])) {
      return tl::unexpected(
          not_text(row_, "letters after a closing quote", "write \"\" for a quote in a cell"));
    }
    return cell;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
};

bool is_blank(const TextRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

Expected<void> check_header(const TextRow& header) {
  if (header.cells.size() > most_table_columns) {
    return tl::unexpected(Error{ErrorCode::out_of_range, row_place(header.row),
                                fmt::format("{} columns", header.cells.size()),
                                "a table of studies (at most 1000)", ""});
  }
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name = lower_case(header.cells[i]);
    if (name.empty()) {
      return tl::unexpected(Error{ErrorCode::missing, row_place(header.row), "", "",
                                  fmt::format("column {} has no name; give it one", i + 1)});
    }
    if (const auto [other, is_new] = seen.emplace(name, i); !is_new) {
      return tl::unexpected(
          Error{ErrorCode::conflict, row_place(header.row), "", "",
                fmt::format("columns {} and {} are both {}; name one otherwise", other->second + 1,
                            i + 1, quoted_cell(header.cells[i]))});
    }
  }
  return {};
}

Error ragged(const TextRow& row, const TextTable& table) {
  std::string mend = row.cells.size() < table.header.cells.size()
                         ? "write NA where a value is not known"
                         : "put a cell that holds the separator into quotes";
  if (table.separator == ',' && row.cells.size() > table.header.cells.size()) {
    mend += "; with decimal commas separate cells by semicolons";
  }
  return {ErrorCode::conflict, row_place(row.row), fmt::format("{} cells", row.cells.size()),
          fmt::format("as many as the header has ({})", table.header.cells.size()), mend};
}

Expected<void> add(TextTable& table, TextRow row) {
  if (is_blank(row)) {
    return {};
  }
  if (table.header.cells.empty()) {
    table.header = std::move(row);
    return check_header(table.header);
  }
  if (row.cells.size() != table.header.cells.size()) {
    return tl::unexpected(ragged(row, table));
  }
  if (table.rows.size() == most_table_rows) {
    return tl::unexpected(Error{ErrorCode::out_of_range, row_place(row.row), "", "",
                                "more than 100000 studies; leave out what is no study"});
  }
  table.rows.push_back(std::move(row));
  return {};
}

}  // namespace

Expected<TextTable> read_delimited(std::string_view text) {
  if (text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
  }
  if (const auto fit = check_text(text); !fit) {
    return tl::unexpected(fit.error());
  }
  TextTable table;
  table.separator = separator_of(text);
  for (Reader reader{text, table.separator}; !reader.at_end();) {
    auto row = reader.next();
    if (!row) {
      return tl::unexpected(row.error());
    }
    if (const auto added = add(table, std::move(*row)); !added) {
      return tl::unexpected(added.error());
    }
  }
  if (table.header.cells.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "", "", "",
                                "the table is empty; its first row names the columns, such as "
                                "study,yi,vi"});
  }
  return table;
}

bool holds_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = std::max<std::size_t>(1, character_length(text.substr(i)));
    if (is_control(text.substr(i, length))) {
      return true;
    }
    i += length;
  }
  return false;
}

bool says_missing(std::string_view cell) {
  constexpr std::array<std::string_view, 4> words{"na", "n/a", "nan", "."};
  return std::find(words.begin(), words.end(), lower_case(cell)) != words.end();
}

std::optional<double> number_in(std::string_view cell, char separator) {
  std::string digits{cell};
  if (separator != ',' && std::count(digits.begin(), digits.end(), ',') == 1 &&
      digits.find('.') == std::string::npos) {
    std::replace(digits.begin(), digits.end(), ',', '.');
  }
  // Spreadsheets write U+2212 for a minus that was typed in a text.
  if (constexpr std::string_view minus = "\xE2\x88\x92"; digits.starts_with(minus)) {
    digits.replace(0, minus.size(), "-");
  }
  const std::size_t begin = digits.starts_with('+') && !digits.starts_with("+-") ? 1 : 0;
  double number = 0.0;
  const char* end = digits.data() + digits.size();
  const auto read = fast_float::from_chars(digits.data() + begin, end, number);
  const bool is_number = read.ec == std::errc{} && read.ptr == end && std::isfinite(number);
  return is_number ? std::optional{number} : std::nullopt;
}

std::string quoted_cell(std::string_view cell) {
  constexpr std::size_t longest = 40;
  if (cell.size() <= longest) {
    return fmt::format("\"{}\"", cell);
  }
  std::size_t end = longest;
  while (end > 0 && is_continuation(static_cast<unsigned char>(cell[end]))) {
    --end;
  }
  return fmt::format("\"{}…\"", cell.substr(0, end));
}

std::string lower_case(std::string_view text) {
  std::string lowered{text};
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](unsigned char letter) {
    return static_cast<char>(letter < 0x80U ? std::tolower(letter) : letter);
  });
  return lowered;
}

}  // namespace coldplan::evidence
