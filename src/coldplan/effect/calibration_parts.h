#pragma once

#include <limits>
#include <vector>

#include "coldplan/effect/calibration.h"
#include "coldplan/facts/facts.h"

/// The parts that calibration.cpp joins; for the sources of the table alone.
namespace coldplan::effect::points {

using Points = std::vector<CalibrationPoint>;

inline constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

void add_nerve(Points& points);
void add_sensation(Points& points);
void add_analgesia(Points& points);
void add_strength(Points& points);
void add_tissue(Points& points);

/// A point whose measured value and source are those of a fact; a spread of one SD where it has
/// one.
[[nodiscard]] CalibrationPoint point_of(std::string_view id, std::string_view text, facts::Id fact);

/// The same with a band around it.
[[nodiscard]] CalibrationPoint within(CalibrationPoint point, double below, double above,
                                      std::string_view spread);

/// What the model gives for it.
[[nodiscard]] CalibrationPoint modelled(CalibrationPoint point, double model, bool is_source);

/// Listed alone, with the reason; the model's value stays where there is one.
[[nodiscard]] CalibrationPoint not_tested(CalibrationPoint point, std::string_view why);

}  // namespace coldplan::effect::points
