#pragma once

#include <string>
#include <vector>

#include "coldplan/applicator/nitrogen_room.h"
#include "coldplan/quantity/units.h"

namespace coldplan::app {

/// What the formulas of oxygen in a room leave out, each a paragraph that names its source.
[[nodiscard]] std::vector<std::string> left_out_of_oxygen();

/// The answer as text: every mode that was asked for, then what is left out.
[[nodiscard]] std::string oxygen_text(const applicator::NitrogenRoom& room,
                                      const applicator::OxygenInRoom& answer,
                                      quantity::UnitSystem units);

/// The same for `--json`: percent, litres and m³ per hour.
[[nodiscard]] std::string oxygen_json(const applicator::NitrogenRoom& room,
                                      const applicator::OxygenInRoom& answer);

}  // namespace coldplan::app
