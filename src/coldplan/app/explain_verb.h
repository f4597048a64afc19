#pragma once

#include <string>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan explain [WHAT] [--json]`: a topic, a form, or one fact by its id; without WHAT the
/// list of topics. An unknown word is an error with the nearest known one.
[[nodiscard]] Expected<std::string> explain_text(const std::string& what);
[[nodiscard]] Expected<std::string> explain_json(const std::string& what);

}  // namespace coldplan::app
