#include "coldplan/drawing/svg_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace coldplan::drawing {
namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// Renumbers every `"<word><digits>"` and `"#<word><digits>"` in attribute values.
std::string renumbered(std::string_view svg, std::string_view word) {
  std::string out;
  out.reserve(svg.size());
  std::vector<std::string> seen;
  std::size_t position = 0;
  while (position < svg.size()) {
    const std::size_t found = svg.find(word, position);
    if (found == std::string_view::npos) {
      break;
    }
    const std::size_t digits = found + word.size();
    std::size_t end = digits;
    while (end < svg.size() && is_digit(svg[end])) {
      ++end;
    }
    const char before = found > 0 ? svg[found - 1] : ' ';
    out.append(svg.substr(position, digits - position));
    if (end > digits && (before == '"' || before == '#')) {
      const std::string number{svg.substr(digits, end - digits)};
      auto place = std::ranges::find(seen, number);
      if (place == seen.end()) {
        place = seen.insert(seen.end(), number);
      }
      out += fmt::format("{}", place - seen.begin() + 1);
    } else {
      out.append(svg.substr(digits, end - digits));
    }
    position = end;
  }
  out.append(svg.substr(position));
  return out;
}

}  // namespace

std::string escaped_for_xml(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += letter >= 0 && letter < ' ' && letter != '\n' && letter != '\t' ? ' ' : letter;
    }
  }
  return out;
}

std::string published_svg(std::string_view svg, std::string_view title,
                          std::string_view description) {
  std::string text{svg};
  for (const std::string_view word : {"surface", "image", "mask", "pattern"}) {
    text = renumbered(text, word);
  }
  const std::size_t tag = text.find("<svg");
  const std::size_t end = tag == std::string::npos ? tag : text.find('>', tag);
  if (end == std::string::npos) {
    return text;
  }
  text.insert(end + 1, fmt::format("\n<title>{}</title>\n<desc>{}</desc>", escaped_for_xml(title),
                                   escaped_for_xml(description)));
  text.insert(end, " role=\"img\"");
  return text;
}

}  // namespace coldplan::drawing
