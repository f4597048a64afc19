#include "coldplan/drawing/label_layout.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace coldplan::drawing {
namespace {

/// Non-decreasing sequence nearest to `values` in least squares.
std::vector<double> monotone_regression(std::span<const double> values) {
  struct Pool {
    double sum;
    std::size_t count;
    [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Pool> pools;
  for (const double value : values) {
    pools.push_back({value, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  std::vector<double> fitted;
  for (const Pool& pool : pools) {
    fitted.insert(fitted.end(), pool.count, pool.mean());
  }
  return fitted;
}

}  // namespace

std::optional<std::vector<double>> spread_labels(std::span<const LabelWish> wishes, double top,
                                                 double bottom, double gap) {
  if (wishes.empty()) {
    return std::vector<double>{};
  }
  std::vector<std::size_t> order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wishes[i].centre; });

  // offset[k] is where the k-th label would be centred if all stood packed at the top.
  std::vector<double> offset;
  std::vector<double> slack;
  double used = 0.0;
  for (const std::size_t i : order) {
    offset.push_back(used + wishes[i].height / 2.0);
    slack.push_back(wishes[i].centre - offset.back());
    used += wishes[i].height + gap;
  }
  used -= gap;
  if (used > bottom - top) {
    return std::nullopt;
  }
  const std::vector<double> fitted = monotone_regression(slack);
  std::vector<double> centres(wishes.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    centres[order[k]] = std::clamp(fitted[k], top, bottom - used) + offset[k];
  }
  return centres;
}

}  // namespace coldplan::drawing
