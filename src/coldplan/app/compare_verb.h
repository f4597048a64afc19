#pragma once

#include <filesystem>
#include <optional>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan compare CASE.json [--details] [--json] [--picture FILE]`.
struct CompareOptions {
  std::filesystem::path case_file;
  bool json = false;
  std::optional<std::filesystem::path> picture = std::nullopt;
  bool details = false;  ///< a table for every form
};

/// Reads the case, compares the forms, writes the picture if one is asked for, and returns the
/// text. A picture's ending is checked before anything is computed; after an error no file is left.
[[nodiscard]] Expected<std::string> run_compare(const CompareOptions& options);

}  // namespace coldplan::app
