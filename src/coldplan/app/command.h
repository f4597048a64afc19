#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "coldplan/person/case_file.h"
#include "coldplan/quantity/error.h"

namespace coldplan::app {

/// What a verb does once the command line is read: the text to print, or why not.
using Action = std::function<Expected<std::string>()>;

/// Exit statuses of the program.
inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;  ///< a solve or an output failed
inline constexpr int exit_bad_input = 2;

/// The status that an error ends the program with.
[[nodiscard]] int exit_status(const Error& error);

/// The whole text of a file, or of standard input for "-".
[[nodiscard]] Expected<std::string> read_text(const std::filesystem::path& path);

/// The same error, said of a file: "case.json: person.height_cm".
[[nodiscard]] Error in_file(const std::filesystem::path& path, Error error);

/// A case file; its errors begin with its name: "case.json: person.height_cm: 17 is not …".
[[nodiscard]] Expected<person::Case> read_case_file(const std::filesystem::path& path);

/// JSON for standard output: indented by one space, a newline at the end.
[[nodiscard]] std::string json_text(const auto& json) {
  return json.dump(1) + "\n";
}

}  // namespace coldplan::app
