#pragma once

#include "oracle/draws.h"

#include "coldplan/simulation/session.h"

namespace coldplan::oracle {

/// A form at settings and contact anywhere in its ranges, held on and over barriers as it may be,
/// swept in any way, for half of its usual time to the longest that is allowed, in one to three
/// bouts with gaps; as simulation/ has it. Forms take turns by `turn`.
[[nodiscard]] simulation::Session random_session(Draws& draws, std::uint32_t turn,
                                                 double room_temperature);

/// For the log.
[[nodiscard]] std::string describe(const simulation::Session& session);

}  // namespace coldplan::oracle
