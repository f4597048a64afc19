#include "coldplan/person/json_text.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace coldplan::person {
namespace {

using nlohmann::json;

// numerical: how many bytes of a value a message shows
constexpr std::size_t longest_shown = 60;
// numerical: the two upper bits tell a byte that continues a UTF-8 character (RFC 3629, section 3)
constexpr unsigned utf8_mask = 0xC0;
// numerical: those bits in such a byte
constexpr unsigned utf8_continuation = 0x80;

/// The text cut at a whole UTF-8 character.
std::string shortened(std::string text) {
  if (text.size() <= longest_shown) {
    return text;
  }
  std::size_t end = longest_shown;
  while (end > 0 && continues_character(text[end])) {
    --end;
  }
  return text.substr(0, end) + "…";
}

/// The event reader that finds what a tree no longer shows: where the text breaks off, a key that
/// stands twice, a number too large. It stops at the first of them. The names of its members are
/// fixed by nlohmann::json.
class StrictReader {
 public:
  explicit StrictReader(std::string_view text) : text_(text) {}

  bool null() { return next_value(); }
  bool boolean(bool /*value*/) { return next_value(); }
  bool number_integer(json::number_integer_t /*value*/) { return next_value(); }
  bool number_unsigned(json::number_unsigned_t /*value*/) { return next_value(); }
  bool number_float(json::number_float_t /*value*/, const json::string_t& /*text*/) {
    return next_value();
  }
  bool string(json::string_t& /*value*/) { return next_value(); }
  bool binary(json::binary_t& /*value*/) { return next_value(); }

  bool start_object(std::size_t /*size*/) { return open(false); }
  bool start_array(std::size_t /*size*/) { return open(true); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(json::string_t& name) {
    Level& level = levels_.back();
    level.key = name;
    if (level.keys.insert(name).second) {
      return true;
    }
    error_ = {ErrorCode::conflict, place(), "the key stands twice", "", "leave one of the two out"};
    return false;
  }

  bool parse_error(std::size_t position, const std::string& token, const json::exception& reason) {
    const bool too_large = dynamic_cast<const json::out_of_range*>(&reason) != nullptr;
    if (too_large) {
      start_value();
      error_ = {ErrorCode::out_of_range, place(), shown(std::string_view{token}),
                "a number that can be held", "give a smaller one"};
    } else {
      error_ = broken(position, token);
    }
    return false;
  }

  [[nodiscard]] const Error& error() const { return error_; }

 private:
  struct Level {
    bool is_array = false;
    std::size_t entries = 0;
    std::string key;
    std::set<std::string> keys;
  };

  void start_value() {
    if (!levels_.empty()) {
      ++levels_.back().entries;
    }
  }

  bool next_value() {
    start_value();
    return true;
  }

  bool open(bool is_array) {
    start_value();
    levels_.push_back({is_array, 0, {}, {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  [[nodiscard]] std::string place() const {
    std::string path;
    for (const Level& level : levels_) {
      if (level.is_array) {
        path += fmt::format("[{}]", level.entries - 1);
      } else {
        path += (path.empty() ? "" : ".") + shown(std::string_view{level.key});
      }
    }
    return path;
  }

  [[nodiscard]] Error broken(std::size_t position, const std::string& token) const {
    const bool at_end = position > text_.size();
    const std::string_view read = text_.substr(0, std::min(position, text_.size()));
    const std::size_t last_break = read.substr(0, read.empty() ? 0 : read.size() - 1).rfind('\n');
    const std::size_t column =
        last_break == std::string_view::npos ? read.size() : read.size() - last_break - 1;
    const auto line =
        1 + std::count(read.begin(), read.end() - (read.ends_with('\n') ? 1 : 0), '\n');
    const std::string quote = token.starts_with('"') ? "" : "\"";
    const std::string seen =
        at_end || token.empty() ? "the end of the text" : quote + shortened(token) + quote;
    return {ErrorCode::unreadable,
            fmt::format("line {}, column {}", line, std::max<std::size_t>(column, 1)), seen,
            "JSON at this place", "look for a missing or extra comma, quote or bracket"};
  }

  std::string_view text_;
  std::vector<Level> levels_;
  Error error_;
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & utf8_mask) == utf8_continuation;
}

Expected<json> parse_json(std::string_view text) {
  if (is_blank(text)) {
    return tl::unexpected(
        Error{ErrorCode::unreadable, "", "the text is empty", "", "begin with {\"person\": {…}}"});
  }
  StrictReader reader{text};
  if (!json::sax_parse(text, &reader)) {
    return tl::unexpected(reader.error());
  }
  return json::parse(text, nullptr, false);
}

std::string shown(const json& value) {
  if (value.is_object()) {
    return "an object";
  }
  const bool is_short_list =
      value.is_array() && std::none_of(value.begin(), value.end(),
                                       [](const json& entry) { return entry.is_structured(); });
  if (value.is_array() && (!is_short_list || value.dump().size() > longest_shown)) {
    return fmt::format("a list of {}", value.size());
  }
  return shortened(value.dump());
}

std::string shown(std::string_view text) {
  const std::string quoted = json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  return shortened(quoted.substr(1, quoted.size() - 2));
}

}  // namespace coldplan::person
