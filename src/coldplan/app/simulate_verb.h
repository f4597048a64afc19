#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan simulate --form ice_bag --minutes 20 --age 58 --sex female --height 165cm --weight
/// 78kg`.
struct SimulateOptions {
  std::string form;
  std::optional<double> minutes;  ///< empty: the form's usual protocol
  double after = 60.0;            ///< minutes followed up
  std::optional<double> age;
  std::string sex;
  std::string height;  ///< with its unit
  std::string weight;
  std::string skinfold;  ///< lumbar, with its unit; empty: not measured
  std::string fat;       ///< beside the spine by ultrasound; empty: not measured
  std::vector<std::string> barriers;
  std::string hold = "usual";
  std::string room;  ///< with its unit; empty: that of the facts
  bool us_units = false;
  bool json = false;
  std::optional<std::filesystem::path> picture;
};

/// One form on one person given by flags. The person passes through the same checks as a case file,
/// its errors naming the flag.
[[nodiscard]] Expected<std::string> run_simulate(const SimulateOptions& options);

}  // namespace coldplan::app
