#include "coldplan/effect/calibration.h"

#include <cmath>

#include "coldplan/effect/calibration_parts.h"

namespace coldplan::effect {
namespace points {

CalibrationPoint point_of(std::string_view id, std::string_view text, facts::Id fact) {
  const facts::Fact& found = facts::fact(fact);
  CalibrationPoint point;
  point.id = id;
  point.text = text;
  point.measured = found.value;
  point.unit = found.unit;
  point.source = found.source;
  point.model = nothing;
  const double spread = std::isnan(found.sd) ? 0.0 : found.sd;
  point.low = found.value - spread;
  point.high = found.value + spread;
  point.spread = std::isnan(found.sd) ? "none stated" : "one standard deviation";
  return point;
}

CalibrationPoint within(CalibrationPoint point, double below, double above,
                        std::string_view spread) {
  point.low = point.measured - below;
  point.high = point.measured + above;
  point.spread = spread;
  return point;
}

CalibrationPoint modelled(CalibrationPoint point, double model, bool is_source) {
  point.model = model;
  point.is_source = is_source;
  return point;
}

CalibrationPoint not_tested(CalibrationPoint point, std::string_view why) {
  point.is_tested = false;
  point.why_not = why;
  return point;
}

}  // namespace points

bool is_within(const CalibrationPoint& point) {
  return point.low <= point.model && point.model <= point.high;
}

std::vector<CalibrationPoint> calibration_points() {
  points::Points all;
  points::add_nerve(all);
  points::add_sensation(all);
  points::add_analgesia(all);
  points::add_strength(all);
  points::add_tissue(all);
  return all;
}

}  // namespace coldplan::effect
