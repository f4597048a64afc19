#pragma once

#include <optional>
#include <string>

#include <CLI/App.hpp>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan bath --litres 200 --from 20C --to 10C`.
struct BathOptions {
  std::string litres;             ///< of water: "200", "200L" or "53gal"
  std::string from;               ///< with its unit
  std::string to;                 ///< with its unit
  std::optional<double> minutes;  ///< of a person in it; none: the usual time
  bool us_units = false;
  bool json = false;
};

void add_bath_flags(CLI::App& verb, BathOptions& options);

/// Ice for a bath, and to hold it against the heat of one person; what is not known is said.
[[nodiscard]] Expected<std::string> run_bath(const BathOptions& options);

}  // namespace coldplan::app
