#pragma once

#include <string>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan forms [--json]`: every form with its numbers, the study that each fitted one was
/// fitted to, and the weakest point of its data.
[[nodiscard]] std::string forms_text();
[[nodiscard]] std::string forms_json();

}  // namespace coldplan::app
