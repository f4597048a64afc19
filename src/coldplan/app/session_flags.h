#pragma once

#include <string_view>

#include "coldplan/app/simulate_verb.h"
#include "coldplan/simulation/session.h"

namespace coldplan::app {

/// The session that the flags of `simulate` describe: a form or a device file, its settings, its
/// protocol and how it is put on. Errors name the flag.
[[nodiscard]] Expected<simulation::Session> session_of(const SimulateOptions& options);

/// The error with the flag as its place.
[[nodiscard]] Error at_flag(std::string_view flag, Error error);

}  // namespace coldplan::app
