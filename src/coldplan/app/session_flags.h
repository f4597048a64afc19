#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/App.hpp>

#include "coldplan/quantity/error.h"
#include "coldplan/simulation/session.h"

namespace coldplan::app {

/// A session as flags give it.
struct SessionOptions {
  std::string form;
  std::optional<std::filesystem::path> device;  ///< a file with a person's own device instead
  std::optional<double> minutes;                ///< empty: the form's usual protocol
  std::optional<double> after;                  ///< minutes followed up; empty: the usual
  int repeat = 1;                               ///< bouts
  std::optional<double> gap;                    ///< minutes between them
  std::string temperature;                      ///< of the source, with its unit; empty: usual
  std::string mass;                             ///< of the pack or ice, with its unit
  std::string area;                             ///< on the skin, with its unit
  std::optional<double> dwell;                  ///< share of the time over a spot
  std::vector<std::string> barriers;
  std::string hold = "usual";
  std::string room;  ///< with its unit; empty: that of the facts
};

/// Adds the flags of the form, its settings and its protocol to a verb.
void add_session_flags(CLI::App& verb, SessionOptions& options);

/// Adds those of how it is put on.
void add_use_flags(CLI::App& verb, SessionOptions& options);

/// The session that they describe: a form or a device file, its settings, its protocol and how it
/// is put on. Errors name the flag.
[[nodiscard]] Expected<simulation::Session> session_of(const SessionOptions& options);

/// The error with the flag as its place.
[[nodiscard]] Error at_flag(std::string_view flag, Error error);

}  // namespace coldplan::app
