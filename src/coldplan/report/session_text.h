#pragma once

#include <span>
#include <string>

#include "coldplan/planning/comparison.h"
#include "coldplan/planning/consequences.h"
#include "coldplan/planning/edge.h"

namespace coldplan::report {

/// A comparison of one session for a terminal: the table of tissues, then the temperatures minute
/// by minute (every minute while the cold is on, every fifth afterwards), "outside" being what
/// faces the skin: the room, then the pack, then the room.
/// Between the two stands what the session does and how near it comes to harm; with `all` what that
/// rests on, too.
[[nodiscard]] std::string session_text(const planning::Comparison& comparison,
                                       const planning::Consequences& consequences,
                                       bool all = false);

/// What the edge of the cold takes from it, by tissue: one paragraph.
[[nodiscard]] std::string edge_text(std::span<const planning::EdgeRow> rows,
                                    quantity::UnitSystem units);

}  // namespace coldplan::report
