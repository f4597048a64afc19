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
  std::optional<std::filesystem::path> device;  ///< a file with a person's own device instead
  std::optional<double> minutes;                ///< empty: the form's usual protocol
  std::optional<double> after;                  ///< minutes followed up; empty: the usual
  int repeat = 1;                               ///< bouts
  std::optional<double> gap;                    ///< minutes between them
  std::string temperature;                      ///< of the source, with its unit; empty: usual
  std::string mass;                             ///< of the pack or ice, with its unit
  std::string area;                             ///< on the skin, with its unit
  std::optional<double> dwell;                  ///< share of the time over a spot
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
  bool edge = false;  ///< what the edge of the cold takes from it, too
  bool json = false;
  std::optional<std::filesystem::path> picture;
};

/// One form on one person given by flags. The person passes through the same checks as a case file,
/// its errors naming the flag.
[[nodiscard]] Expected<std::string> run_simulate(const SimulateOptions& options);

}  // namespace coldplan::app
