#pragma once

#include <filesystem>
#include <optional>

#include "coldplan/quantity/error.h"
#include "coldplan/screening/approval.h"

namespace coldplan::app {

/// The approval of the rules that a call names, or else the variable COLDPLAN_APPROVAL; none where
/// neither does. One that does not hold is an error that begins with the name of its file.
[[nodiscard]] Expected<std::optional<screening::Approval>> configured_approval(
    const std::optional<std::filesystem::path>& named = std::nullopt);

}  // namespace coldplan::app
