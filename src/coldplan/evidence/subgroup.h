#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/evidence/model.h"

/// Whether kinds of studies differ.
namespace coldplan::evidence {

struct Subgroup {
  std::string name;
  Fit fit;  ///< of its studies alone, with a tau^2 of their own
};

struct SubgroupAnalysis {
  /// One tau^2 for all: a meta-regression on a column a group but the first, 1 in it and 0
  /// elsewhere. Its intercept is the first group's effect, `moderation` the test between groups.
  Fit common_tau2;
  std::vector<Subgroup> groups;  ///< in the order of their names
  /// Cochran's Q of the groups' own effects with their own standard errors (Borenstein and Higgins
  /// 2013, Prev Sci 14:134): the test between groups where each has its own tau^2.
  Omnibus between_own_tau2;
};

/// `groups` names each study's group. Errors: those of `pool`; a name for each study is not given;
/// fewer than two groups.
[[nodiscard]] Expected<SubgroupAnalysis> analyse_subgroups(std::span<const Effect> effects,
                                                           std::span<const std::string> groups,
                                                           const ModelOptions& options);

}  // namespace coldplan::evidence
