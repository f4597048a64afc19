#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coldplan/person/case_file.h"

/// What counts as effect of a session: which tissue is to fall by how much, and how long a pinprick
/// is to feel dull afterwards. Thermal surrogates: reaching them is never called relief of pain,
/// which trials alone can show.
///
///     const Goal goal = goal_of(subject);
///     // a strain: muscle by 2 K, a pinprick dull for 3 min; each with its why and its source
namespace coldplan::planning {

/// Where a part of a goal comes from.
struct GoalBasis {
  std::string why;         ///< in words
  std::string source;      ///< a citation; empty: none
  std::string read_as;     ///< how the source was read, or "our choice"
  bool is_ours = false;    ///< our choice: no source names it
  bool is_wished = false;  ///< set in the case; the rest is then empty
};

struct Goal {
  person::TargetTissue target = person::TargetTissue::skin;
  double degrees = 0.0;       ///< fall of the target below its temperature before [K]
  double dull_minutes = 0.0;  ///< after the removal of the cold [min]
  GoalBasis target_basis;
  GoalBasis degrees_basis;
  GoalBasis dull_basis;
};

/// The goal of a case: what it wishes, else the default of data/goals.json by kind and cause of the
/// pain. The degrees are those of the target, also where that alone was wished. A case without a
/// kind of pain gets the entry that holds for any.
[[nodiscard]] Goal goal_of(const person::Case& given);

/// "skin", "muscle", "facet joint", "disc".
[[nodiscard]] std::string_view words(person::TargetTissue target);

}  // namespace coldplan::planning
