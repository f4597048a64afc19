#pragma once

#include <span>
#include <string_view>
#include <vector>

/// The measurements that the models of effect and injury were made from or can be compared with,
/// and what the models give for each.
///
/// Agreement shows less than it seems to where a model took its coefficients from that very
/// measurement: `is_source` says so. Spreads are those that the measurement or the model's
/// description states; where none was stated the text says what stands for it. Injury has points of
/// its own in the same form (`injury::calibration_points`).
namespace coldplan::effect {

struct CalibrationPoint {
  std::string_view id;       ///< "nerve_velocity_at_20"
  std::string_view text;     ///< what was measured, in whom
  double measured = 0.0;     ///< in `unit`
  double low = 0.0;          ///< ends of the stated spread around `measured`
  double high = 0.0;         ///< as above
  std::string_view spread;   ///< whose spread that is: "between persons 0.8 to 2.0 m/s per °C"
  std::string_view unit;     ///< SI or °C, as of facts
  double model = 0.0;        ///< what the functions of the room give; NaN where they give nothing
  bool is_source = false;    ///< the model was fitted to this number or took it over
  bool is_tested = true;     ///< false: outside the model, listed alone
  std::string_view why_not;  ///< of those: why
  std::string_view source;   ///< citation
};

/// Whether what the model gives lies within the stated spread. False where it gives nothing.
[[nodiscard]] bool is_within(const CalibrationPoint& point);

/// Every point of the effects: nerve, sensation, dulled pain, strength, flow and metabolism, whole
/// body; those outside the model among them.
[[nodiscard]] std::vector<CalibrationPoint> calibration_points();

}  // namespace coldplan::effect
