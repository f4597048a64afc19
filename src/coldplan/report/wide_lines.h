#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

/// For tests of text.
namespace coldplan::report {

/// The lines of a text that a terminal of 80 columns breaks.
inline std::vector<std::string> wide_lines(const std::string& text) {
  constexpr std::ptrdiff_t columns_of_a_terminal = 80;
  std::vector<std::string> wide;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    const auto characters = std::count_if(line.begin(), line.end(), [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    });
    if (characters > columns_of_a_terminal) {
      wide.push_back(line);
    }
  }
  return wide;
}

}  // namespace coldplan::report
