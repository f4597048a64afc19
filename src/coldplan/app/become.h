#pragma once

#include <string_view>

#include "coldplan/quantity/error.h"

namespace coldplan::app {

/// Becomes a program that stands beside this one, with the same words, and brings libraries whose
/// loading would cost every other call; only where that fails does this return.
[[nodiscard]] Expected<std::string> become(std::string_view program, char** argv);

}  // namespace coldplan::app
