#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan screen CASE.json [--ask [--save FILE]] [--details] [--json] [--approval FILE] [--date
/// DAY]`.
struct ScreenOptions {
  std::filesystem::path case_file;
  bool ask = false;
  bool json = false;
  bool details = false;
  bool rules = false;  ///< print the hash of the rules, which an approval has to name
  std::optional<std::filesystem::path> save = std::nullopt;      ///< the case with its new answers
  std::optional<std::filesystem::path> approval = std::nullopt;  ///< of a clinician
  std::string date = {};                                         ///< empty: today
};

void add_screen_flags(CLI::App& verb, ScreenOptions& options);

/// Screens a case: nothing of the session is computed. With `ask` the questions that can still
/// change the outcome are asked first, on `out`, and read from `in`; with `ask` and `json` the next
/// of them are given and nothing is asked. An approval that is configured and does not hold is an
/// error.
[[nodiscard]] Expected<std::string> run_screen(const ScreenOptions& options, std::istream& in,
                                               std::ostream& out);

}  // namespace coldplan::app
