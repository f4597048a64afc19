#include "coldplan/evidence/sensitivity.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace coldplan::evidence {

Expected<std::vector<Fit>> leave_one_out(std::span<const Effect> effects,
                                         const ModelOptions& options) {
  if (effects.size() < 2) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "studies",
                                fmt::format("{}", effects.size()), "at least two",
                                "nothing is left without it"});
  }
  std::vector<Fit> fits;
  fits.reserve(effects.size());
  for (std::size_t left_out = 0; left_out < effects.size(); ++left_out) {
    std::vector<Effect> rest(effects.begin(), effects.end());
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
    auto fit = pool(rest, options);
    if (!fit) {
      return tl::unexpected(under(fmt::format("without studies[{}]", left_out), fit.error()));
    }
    fits.push_back(std::move(*fit));
  }
  return fits;
}

Expected<std::vector<Fit>> accumulate(std::span<const Effect> effects, const ModelOptions& options,
                                      std::span<const std::size_t> order) {
  std::vector<std::size_t> sequence(effects.size());
  std::iota(sequence.begin(), sequence.end(), std::size_t{0});
  if (!order.empty()) {
    if (!std::is_permutation(order.begin(), order.end(), sequence.begin(), sequence.end())) {
      return tl::unexpected(Error{ErrorCode::conflict, "order", fmt::format("{}", order.size()),
                                  fmt::format("each study of {} once", effects.size()), ""});
    }
    sequence.assign(order.begin(), order.end());
  }
  std::vector<Fit> fits;
  std::vector<Effect> so_far;
  for (const std::size_t study : sequence) {
    so_far.push_back(effects[study]);
    auto fit = pool(so_far, options);
    if (!fit) {
      return tl::unexpected(under(fmt::format("the first {}", so_far.size()), fit.error()));
    }
    fits.push_back(std::move(*fit));
  }
  return fits;
}

}  // namespace coldplan::evidence
