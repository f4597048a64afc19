#pragma once

#include <string_view>
#include <vector>

/// What was measured beside what this room computes: the table that says how far to trust it.
namespace coldplan::injury {

/// One published number. Absent numbers are NaN.
///
/// A tested point has a model of this room that could come out otherwise, and a range that its
/// source states: rounding of what is printed, the 90 % interval of Wilson (1927) of a share of so
/// many people, or the spread of the fit. A number that was taken over as a limit, that is of
/// animals, or whose temperature nobody measured, is listed with the reason why it is not tested.
struct CalibrationPoint {
  std::string_view id;    ///< "frostnip_time_30_16"
  std::string_view text;  ///< what was measured, in words
  double measured = 0.0;
  double low = 0.0;  ///< its stated spread
  double high = 0.0;
  std::string_view unit;  ///< SI or degC
  double model = 0.0;     ///< with all coefficients at their medians
  bool is_tested = false;
  /// Of a point that is not tested, why; of one that is missed, what it means.
  std::string_view why_not;
};

/// Whether the model of a tested point lies outside of the spread.
[[nodiscard]] bool is_missed(const CalibrationPoint& point);

/// All: freezing, grade, contact and wind, nerves, machines, core, oxygen, Raynaud's, circulation.
[[nodiscard]] std::vector<CalibrationPoint> calibration_points();

}  // namespace coldplan::injury
