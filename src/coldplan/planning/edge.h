#pragma once

#include <string>
#include <vector>

#include "coldplan/person/person.h"
#include "coldplan/simulation/session.h"

namespace coldplan::planning {

/// How much warmer one tissue is under the whole of the cold, its edge taken in, than under its
/// middle, at the moment when that differs most.
struct EdgeRow {
  std::string name;
  double warmer = 0.0;  ///< mean under the cold less what an endless one gives [K]
  double time = 0.0;    ///< when [s]
};

/// The effect of the edge by tissue, skin first, for a round piece of cold of the form's area
/// (simulation/edge.h, docs/edges.md has its errors). A dozen times the work of one session.
/// Errors: a session that cannot be simulated; a device that stops itself, or cold that freezes,
/// which the coupled columns do not follow.
[[nodiscard]] Expected<std::vector<EdgeRow>> edge_rows(const person::Person& person,
                                                       const simulation::Session& session);

}  // namespace coldplan::planning
