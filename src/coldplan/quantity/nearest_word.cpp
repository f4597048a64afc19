#include "coldplan/quantity/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace coldplan::quantity {
namespace {

using Row = std::vector<std::size_t>;

std::size_t cheapest_edit(std::string_view from, std::string_view to, std::size_t i, std::size_t j,
                          const Row& before, const Row& above, const Row& row) {
  const std::size_t replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
  const std::size_t best = std::min({replaced, above[j] + 1, row[j - 1] + 1});
  const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
  return swapped ? std::min(best, before[j - 2] + 1) : best;
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to) {
  Row before(to.size() + 1);
  Row above(to.size() + 1);
  Row row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      row[j] = cheapest_edit(from, to, i, j, before, above, row);
    }
  }
  return row.back();
}

std::string nearest_word(std::string_view word, std::span<const std::string> known) {
  const auto nearest =
      std::min_element(known.begin(), known.end(), [word](const auto& left, const auto& right) {
        return edit_distance(word, left) < edit_distance(word, right);
      });
  return nearest == known.end() ? std::string{} : *nearest;
}

bool looks_like(std::string_view word, std::string_view known) {
  return 2 * edit_distance(word, known) <= std::max(word.size(), known.size());
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
  const std::string nearest = nearest_word(word, known);
  const bool near = !nearest.empty() && looks_like(word, nearest);
  return near ? "did you mean " + nearest + "?" : std::string{};
}

}  // namespace coldplan::quantity
