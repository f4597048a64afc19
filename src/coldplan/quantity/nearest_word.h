#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace coldplan::quantity {

/// The number of letters to insert, delete, replace or swap with their neighbour to get from one
/// word to the other (optimal string alignment: Damerau 1964, Commun. ACM 7:171, no substring
/// edited twice). Costs O(|from| |to|); both are bytes of UTF-8.
[[nodiscard]] std::size_t edit_distance(std::string_view from, std::string_view to);

/// The known word with the least edit distance, the first of equals; empty if nothing is known.
[[nodiscard]] std::string nearest_word(std::string_view word, std::span<const std::string> known);

/// Whether at most half of the longer word would have to change: near enough for "did you mean".
[[nodiscard]] bool looks_like(std::string_view word, std::string_view known);

/// "did you mean perfusion?", where the nearest known word looks like this one; else empty.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> known);

}  // namespace coldplan::quantity
