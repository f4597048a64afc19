#pragma once

#include <vector>

#include "coldplan/effect/calibration.h"

/// What was measured beside what this room computes: the table that says how far to trust it.
namespace coldplan::injury {

/// One published number, as of effect/calibration.h.
///
/// A tested point has a model of this room that could come out otherwise, and a range that its
/// source states: rounding of what is printed, the 90 % interval of Wilson (1927) of a share of so
/// many people, or the spread of the fit. A number that was taken over as a limit, that is of
/// animals, or whose temperature nobody measured, is listed with the reason why it is not tested.
/// Of a point that is missed `why_not` says what that means.
using effect::CalibrationPoint;

/// Whether the model of a tested point lies outside of the spread.
[[nodiscard]] bool is_missed(const CalibrationPoint& point);

/// All: freezing, grade, contact and wind, nerves, machines, core, oxygen, Raynaud's, circulation.
[[nodiscard]] std::vector<CalibrationPoint> calibration_points();

}  // namespace coldplan::injury
