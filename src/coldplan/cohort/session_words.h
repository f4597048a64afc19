#pragma once

#include <string>

#include "coldplan/simulation/session.h"

namespace coldplan::cohort {

/// How a session is used, for the attributes of a file: "Ice bag, dry: 20 min, over a dry towel, 60
/// min followed up, room 23 °C".
[[nodiscard]] std::string session_words(const simulation::Session& session);

/// The words of its barriers on the command line, "dry_towel thin_cloth"; "none" without any.
[[nodiscard]] std::string barrier_words(const simulation::Session& session);

}  // namespace coldplan::cohort
