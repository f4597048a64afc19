#include "coldplan/evidence/subgroup.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"

namespace coldplan::evidence {
namespace {

std::vector<std::string> names_of(std::span<const std::string> groups) {
  std::vector<std::string> names(groups.begin(), groups.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Moderators indicators(std::span<const std::string> groups, const std::vector<std::string>& names) {
  Moderators columns;
  columns.names.assign(names.begin() + 1, names.end());
  columns.values.resize(static_cast<Eigen::Index>(groups.size()),
                        static_cast<Eigen::Index>(names.size()) - 1);
  for (std::size_t study = 0; study < groups.size(); ++study) {
    for (std::size_t j = 1; j < names.size(); ++j) {
      columns.values(static_cast<Eigen::Index>(study), static_cast<Eigen::Index>(j) - 1) =
          groups[study] == names[j] ? 1.0 : 0.0;
    }
  }
  return columns;
}

Expected<Subgroup> pool_group(std::span<const Effect> effects, std::span<const std::string> groups,
                              const std::string& name, const ModelOptions& options) {
  std::vector<Effect> own;
  for (std::size_t study = 0; study < groups.size(); ++study) {
    if (groups[study] == name) {
      own.push_back(effects[study]);
    }
  }
  return pool(own, options).map([&](Fit fit) { return Subgroup{name, std::move(fit)}; });
}

// A group whose error is 0 (knha of studies that agree) outweighs all: the others differ from it or
// do not.
Omnibus between(const std::vector<Subgroup>& groups) {
  std::vector<Effect> means;
  for (const Subgroup& group : groups) {
    const Coefficient& mean = group.fit.coefficients.front();
    const double floor = std::numeric_limits<double>::min();
    means.push_back({mean.estimate, std::max(floor, mean.standard_error * mean.standard_error)});
  }
  double sum = 0.0;
  double weighted = 0.0;
  for (const Effect& mean : means) {
    sum += 1.0 / mean.variance;
    weighted += mean.estimate / mean.variance;
  }
  double q = 0.0;
  for (const Effect& mean : means) {
    const double distance = mean.estimate - weighted / sum;
    q += distance * distance / mean.variance;
  }
  const double df = static_cast<double>(groups.size()) - 1.0;
  return {q, df, std::nullopt, chi_squared_p(q, df)};
}

}  // namespace

Expected<SubgroupAnalysis> analyse_subgroups(std::span<const Effect> effects,
                                             std::span<const std::string> groups,
                                             const ModelOptions& options) {
  const auto names = names_of(groups);
  if (groups.size() != effects.size()) {
    return tl::unexpected(Error{ErrorCode::conflict, "groups", fmt::format("{}", groups.size()),
                                fmt::format("a name for each of {} studies", effects.size()), ""});
  }
  if (names.size() < 2) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "groups", fmt::format("{}", names.size()),
                                "at least two groups", "there is nothing to compare"});
  }
  SubgroupAnalysis analysis;
  const auto common = pool(effects, options, indicators(groups, names));
  if (!common) {
    return tl::unexpected(under("groups", common.error()));
  }
  analysis.common_tau2 = *common;
  for (const std::string& name : names) {
    auto group = pool_group(effects, groups, name, options);
    if (!group) {
      return tl::unexpected(under("groups." + name, group.error()));
    }
    analysis.groups.push_back(std::move(*group));
  }
  analysis.between_own_tau2 = between(analysis.groups);
  return analysis;
}

}  // namespace coldplan::evidence
