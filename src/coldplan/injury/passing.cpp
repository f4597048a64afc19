#include "coldplan/injury/passing.h"

#include <algorithm>
#include <vector>

namespace coldplan::injury {
namespace {

// numerical: one in twenty.
constexpr double few = 0.05;
// numerical: half of all.
constexpr double many = 0.5;

/// The time by which a share of all draws has passed, of the sorted times of those that do.
std::optional<double> by_share(const std::vector<double>& times, double share, std::size_t draws) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(draws));
  return place < times.size() ? std::optional{times[place]} : std::nullopt;
}

}  // namespace

Passing passing_of(std::span<const std::optional<double>> reached, double horizon) {
  std::vector<double> times;
  for (const auto& time : reached) {
    if (time) {
      times.push_back(*time);
    }
  }
  std::sort(times.begin(), times.end());
  return {static_cast<double>(times.size()) / static_cast<double>(reached.size()),
          by_share(times, few, reached.size()), by_share(times, many, reached.size()), horizon};
}

}  // namespace coldplan::injury
