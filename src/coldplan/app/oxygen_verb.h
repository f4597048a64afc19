#pragma once

#include <optional>
#include <string>

#include <CLI/App.hpp>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan oxygen --room 30m3 --litres 8`.
struct OxygenOptions {
  std::string room;                         ///< volume of its air, with its unit
  std::string litres;                       ///< liquid nitrogen of a session; empty: as the facts
  std::optional<double> sessions_per_hour;  ///< steady use; none: one session only
  std::optional<double> air_changes;        ///< an hour, of fresh air; none: a closed room
  std::string leak;                         ///< liquid nitrogen an hour; empty: none
  std::string dewar;                        ///< liquid nitrogen released at once; empty: none
  bool us_units = false;
  bool json = false;
};

void add_oxygen_flags(CLI::App& verb, OxygenOptions& options);

/// Oxygen in a room with a nitrogen device, and what the formulas leave out.
[[nodiscard]] Expected<std::string> run_oxygen(const OxygenOptions& options);

}  // namespace coldplan::app
