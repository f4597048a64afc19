#include "coldplan/injury/calibration.h"

#include <cmath>
#include <limits>

#include "coldplan/injury/calibration_parts.h"
#include "coldplan/posterior/distribution.h"

namespace coldplan::injury {

Spread rounding(facts::Id fact) {
  const facts::Fact& printed = facts::fact(fact);
  const double unit = printed.value / printed.printed_value;
  return within(printed.value, 0.5 * unit);
}

Spread within_factor(double measured, double factor) {
  return {measured / factor, measured * factor};
}

Spread within(double measured, double distance) {
  return {measured - distance, measured + distance};
}

Spread of_people(double share, double people) {
  const double z = posterior::score_p95;
  const double middle = share + z * z / (2.0 * people);
  const double half =
      z * std::sqrt(share * (1.0 - share) / people + z * z / (2.0 * people) / (2.0 * people));
  const double scale = 1.0 + z * z / people;
  return {(middle - half) / scale, (middle + half) / scale};
}

CalibrationPoint tested(std::string_view id, std::string_view text, facts::Id measured,
                        Spread spread, double model, std::string_view missed) {
  const facts::Fact& fact = facts::fact(measured);
  CalibrationPoint point;
  point.id = id;
  point.text = text;
  point.measured = fact.value;
  point.low = spread.low;
  point.high = spread.high;
  point.unit = fact.unit;
  point.model = model;
  point.why_not = missed;
  point.source = fact.source;
  return point;
}

CalibrationPoint listed(std::string_view id, std::string_view text, facts::Id measured,
                        std::string_view why, double model) {
  const facts::Fact& fact = facts::fact(measured);
  const bool has_range = !std::isnan(fact.low) && !std::isnan(fact.high);
  const Spread spread = has_range ? Spread{fact.low, fact.high} : within(fact.value, fact.sd);
  CalibrationPoint point = tested(id, text, measured, spread, model, why);
  point.is_tested = false;
  return point;
}

CalibrationPoint listed(std::string_view id, std::string_view text, facts::Id measured,
                        std::string_view why) {
  return listed(id, text, measured, why, std::numeric_limits<double>::quiet_NaN());
}

bool is_missed(const CalibrationPoint& point) {
  return point.is_tested && !effect::is_within(point);
}

std::vector<CalibrationPoint> calibration_points() {
  std::vector<CalibrationPoint> points = skin_points();
  const std::vector<CalibrationPoint> body = body_points();
  points.insert(points.end(), body.begin(), body.end());
  return points;
}

}  // namespace coldplan::injury
