#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "coldplan/cohort/plan.h"
#include "coldplan/cohort/row.h"
#include "coldplan/cohort/subject.h"
#include "coldplan/simulation/session.h"

/// The people of a part through one arm: where all the time of a cohort is spent.
namespace coldplan::cohort {

/// What an arm gave for some people.
struct ArmRows {
  std::vector<Row> rows;  ///< one a person, in their order
  /// Temperatures [°C]: people × `history_times` × `history_landmarks`, the last running fastest;
  /// empty unless the plan wants them. NaN for a person whose session was not solved.
  std::vector<float> histories;

  friend bool operator==(const ArmRows&, const ArmRows&) = default;
};

/// Places whose temperatures a history holds, from the skin inward.
[[nodiscard]] const std::vector<std::string>& history_landmarks();

/// People `slice` of the plan's crowd through arm `arm` on some threads. The bits do not depend on
/// threads nor on how people are cut into slices. A person whose session the solver refuses has a
/// row without results, Status::not_solved; nothing stops for her.
[[nodiscard]] ArmRows rows_of(const Plan& plan, const Crowd& crowd, const Slice& slice,
                              std::size_t arm, int threads);

/// What computes them, as it enters the fingerprint of a plan: results are the same bits only from
/// the same engine.
[[nodiscard]] std::string_view engine();

}  // namespace coldplan::cohort
