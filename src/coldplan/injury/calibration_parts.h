#pragma once

#include <string_view>
#include <vector>

#include "coldplan/facts/facts.h"
#include "coldplan/injury/calibration.h"

/// What the parts of the table of calibration.h share; nothing for users of the room.
namespace coldplan::injury {

/// The spread of a measured number.
struct Spread {
  double low = 0.0;
  double high = 0.0;
};

/// The rounding of a number that its source prints whole.
[[nodiscard]] Spread rounding(facts::Id fact);

/// A factor up and down.
[[nodiscard]] Spread within_factor(double measured, double factor);

/// So much up and down.
[[nodiscard]] Spread within(double measured, double distance);

/// The 90 % interval of a share of `people`, after Wilson (1927, J Am Stat Assoc 22:209).
[[nodiscard]] Spread of_people(double share, double people);

[[nodiscard]] CalibrationPoint tested(std::string_view id, std::string_view text,
                                      facts::Id measured, Spread spread, double model,
                                      std::string_view missed = "");

/// A point that is listed. Its model is NaN where the room has none.
[[nodiscard]] CalibrationPoint listed(std::string_view id, std::string_view text,
                                      facts::Id measured, std::string_view why, double model);
[[nodiscard]] CalibrationPoint listed(std::string_view id, std::string_view text,
                                      facts::Id measured, std::string_view why);

/// Freezing, its grade, contact and wind.
[[nodiscard]] std::vector<CalibrationPoint> skin_points();

/// Nerves, machines, core, oxygen, Raynaud's, circulation.
[[nodiscard]] std::vector<CalibrationPoint> body_points();

}  // namespace coldplan::injury
