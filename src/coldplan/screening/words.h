#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace coldplan::screening {

/// Whether a word is one of some.
[[nodiscard]] inline bool has(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether two lists have a word in common.
[[nodiscard]] inline bool meet(std::span<const std::string_view> one,
                               std::span<const std::string_view> other) {
  return std::any_of(one.begin(), one.end(),
                     [other](std::string_view word) { return has(other, word); });
}

}  // namespace coldplan::screening
