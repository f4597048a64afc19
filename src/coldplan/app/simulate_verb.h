#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "coldplan/app/command.h"
#include "coldplan/app/session_flags.h"

namespace coldplan::app {

/// `coldplan simulate --form ice_bag --minutes 20 --age 58 --sex female --height 165cm --weight
/// 78kg`.
struct SimulateOptions {
  SessionOptions session;
  std::optional<double> age;
  std::string sex;
  std::string height;  ///< with its unit
  std::string weight;
  std::string skinfold;  ///< lumbar, with its unit; empty: not measured
  std::string fat;       ///< beside the spine by ultrasound; empty: not measured
  bool us_units = false;
  std::string gas;                      ///< measured at the skin, with its unit
  std::optional<double> air_speed;      ///< of a chamber [m/s]
  std::optional<std::string> immersed;  ///< how far in a bath: neck, waist or hip
  bool over_nerve = false;              ///< a nerve runs just under the cooled skin
  bool salicylate = false;              ///< the rub contains methyl salicylate
  std::string nitrogen_room;            ///< volume of the room of a cryosauna, with its unit
  std::optional<std::string> raynaud;   ///< mild, moderate or severe
  std::optional<double> clothes;        ///< worn after the whole body's cold [clo]
  bool held = false;                    ///< the bath keeps its temperature
  bool edge = false;                    ///< what the edge of the cold takes from it, too
  bool details = false;                 ///< what effects and hazards rest on, too
  bool json = false;
  std::optional<std::filesystem::path> picture;
};

/// The person that the flags describe. Errors name the flag.
[[nodiscard]] Expected<person::Person> person_of(const SimulateOptions& options);

/// One form on one person given by flags. The person passes through the same checks as a case file,
/// its errors naming the flag.
[[nodiscard]] Expected<std::string> run_simulate(const SimulateOptions& options);

}  // namespace coldplan::app
