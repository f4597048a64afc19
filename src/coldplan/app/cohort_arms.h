#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/app/session_flags.h"
#include "coldplan/cohort/plan.h"

namespace coldplan::app {

/// How the arms of a cohort are given: a single session by flags, several in short, or a file.
struct ArmOptions {
  SessionOptions session;           ///< holds for all arms that do not say otherwise
  std::vector<std::string> shorts;  ///< FORM[:MINUTES][+BARRIER…]: "ice_bag:20+dry_towel"
  std::optional<std::filesystem::path> file;  ///< schema/arms.schema.json
};

/// The arms: those of the file, then the short ones; without either the one session of the flags,
/// named by its form. Errors name flag or file: `arms.json: arms[1].minutes: …`.
[[nodiscard]] Expected<std::vector<cohort::Arm>> arms_of(const ArmOptions& options);

}  // namespace coldplan::app
