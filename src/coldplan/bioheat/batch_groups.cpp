#include "coldplan/bioheat/batch_groups.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace coldplan::bioheat {
namespace {

/// Batches of one shape that one thread takes one after the other.
constexpr std::size_t batches_in_a_run = 8;

/// Tasks of each shape, in their order.
std::vector<std::vector<std::size_t>> alike(std::span<const Planned> plans,
                                            std::span<const char> fit) {
  std::map<std::size_t, std::vector<std::vector<std::size_t>>> by_hash;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (fit[i] == 0) {
      continue;
    }
    auto& groups = by_hash[hash_of(plans[i].shape)];
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& members) {
      return plans[members.front()].shape == plans[i].shape;
    });
    if (group == groups.end()) {
      groups.push_back({i});
    } else {
      group->push_back(i);
    }
  }
  std::vector<std::vector<std::size_t>> all;
  for (auto& [hash, groups] : by_hash) {
    std::move(groups.begin(), groups.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace

std::vector<Batches> make_runs(std::span<const Planned> plans, std::span<const char> fit,
                               std::size_t lanes) {
  std::vector<Batches> runs;
  for (const std::vector<std::size_t>& members : alike(plans, fit)) {
    Batches run;
    for (std::size_t begin = 0; begin < members.size(); begin += lanes) {
      const std::size_t end = std::min(begin + lanes, members.size());
      run.emplace_back(members.begin() + static_cast<std::ptrdiff_t>(begin),
                       members.begin() + static_cast<std::ptrdiff_t>(end));
      if (run.size() == batches_in_a_run || end == members.size()) {
        runs.push_back(std::move(run));
        run = {};
      }
    }
  }
  return runs;
}

}  // namespace coldplan::bioheat
