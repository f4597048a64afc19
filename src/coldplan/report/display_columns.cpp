#include "coldplan/report/display_columns.h"

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>
#include <utility>

#include <glib.h>

namespace coldplan::report {
namespace {

/// A letter at the beginning of a text: its bytes and its columns.
struct Letter {
  std::size_t bytes = 1;
  std::size_t columns = 1;
};

Letter first_letter(std::string_view text) {
  const gunichar letter = g_utf8_get_char_validated(text.data(), static_cast<gssize>(text.size()));
  // The two largest values stand for bytes that are no letter.
  constexpr auto not_a_letter = static_cast<gunichar>(-2);
  if (letter >= not_a_letter || letter == 0) {
    return {};
  }
  const auto bytes = static_cast<std::size_t>(g_unichar_to_utf8(letter, nullptr));
  if (g_unichar_iszerowidth(letter) != FALSE) {
    return {bytes, 0};
  }
  return {bytes, g_unichar_iswide(letter) != FALSE ? std::size_t{2} : std::size_t{1}};
}

/// What the system's tables have no ASCII for, as people type it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> spellings{{{"²", "^2"},
                                                                                  {"τ", "tau"},
                                                                                  {"χ", "chi"},
                                                                                  {"−", "-"},
                                                                                  {"±", "+-"},
                                                                                  {"≤", "<="},
                                                                                  {"≥", ">="},
                                                                                  {"°", ""}}};

struct Free {
  void operator()(gchar* text) const { g_free(text); }
};

}  // namespace

std::size_t display_columns(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    columns += letter.columns;
    text.remove_prefix(letter.bytes);
  }
  return columns;
}

std::string padded_right(std::string_view text, std::size_t columns) {
  const std::size_t own = display_columns(text);
  return std::string{text} + std::string(columns > own ? columns - own : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t columns) {
  const std::size_t own = display_columns(text);
  return std::string(columns > own ? columns - own : 0, ' ') + std::string{text};
}

std::string_view beginning_of(std::string_view text, std::size_t columns) {
  std::size_t bytes = 0;
  std::size_t taken = 0;
  while (bytes < text.size()) {
    const Letter letter = first_letter(text.substr(bytes));
    if (taken + letter.columns > columns) {
      break;
    }
    taken += letter.columns;
    bytes += letter.bytes;
  }
  return text.substr(0, bytes);
}

std::vector<std::string> lines_of(std::string_view text, std::size_t width, std::size_t further) {
  std::vector<std::string> lines(1);
  const auto room = [&] { return lines.size() == 1 ? width : further; };
  std::istringstream words{std::string{text}};
  for (std::string word; words >> word;) {
    const std::string_view gap = lines.back().empty() ? "" : " ";
    if (display_columns(lines.back()) + gap.size() + display_columns(word) <= room()) {
      lines.back() += std::string{gap} + word;
      continue;
    }
    if (!lines.back().empty()) {
      lines.emplace_back();
    }
    while (display_columns(word) > room()) {
      // A line too narrow for a wide letter takes it nonetheless.
      const std::size_t bytes =
          std::max(beginning_of(word, room()).size(), first_letter(word).bytes);
      if (bytes == word.size()) {
        break;
      }
      lines.back() = word.substr(0, bytes);
      word.erase(0, bytes);
      lines.emplace_back();
    }
    lines.back() = word;
  }
  return lines;
}

std::string in_ascii(const std::string& text) {
  std::string spelled = text;
  for (const auto& [letter, words] : spellings) {
    for (std::size_t at = spelled.find(letter); at != std::string::npos;
         at = spelled.find(letter, at + words.size())) {
      spelled.replace(at, letter.size(), words);
    }
  }
  // A locale of its own, so that the caller's changes nothing.
  const std::unique_ptr<gchar, Free> ascii{g_str_to_ascii(spelled.c_str(), "C")};
  return ascii.get();
}

}  // namespace coldplan::report
