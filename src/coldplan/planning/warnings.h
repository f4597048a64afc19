#pragma once

#include <string>
#include <vector>

#include "coldplan/simulation/session.h"

namespace coldplan::planning {

/// What a reader must mind about a session: cold for longer than protocols know (bouts without a
/// gap are one stretch), hours of it, a nozzle held nearly still, a small piece, a room that the
/// model was not checked in.
[[nodiscard]] std::vector<std::string> warnings_of(const simulation::Session& session);

}  // namespace coldplan::planning
