#pragma once

#include <optional>
#include <string>

#include "coldplan/injury/hazard.h"
#include "coldplan/injury/passing.h"
#include "coldplan/quantity/units.h"

/// A hazard over all draws, in one or two plain sentences for a reader of any trade.
///
/// "In nine of ten calculations" speaks of the draws of what is not known about one body and one
/// pack. It is no rate of injury among people, and no sentence here says that something is safe.
namespace coldplan::injury {

/// A median with the ends that hold nine draws of ten, in the unit of the hazard.
struct Range {
  double median = 0.0;
  double p05 = 0.0;
  double p95 = 0.0;
};

/// How near: "The coldest skin stays 8.1 °C (6.9 to 9.4) above where it may begin to freeze."
[[nodiscard]] std::string sentence(Hazard hazard, const Range& range,
                                   quantity::UnitSystem units = quantity::UnitSystem::metric);

/// The same of any value with these three members.
template <typename Interval>
[[nodiscard]] std::string sentence(Hazard hazard, const Interval& interval,
                                   quantity::UnitSystem units = quantity::UnitSystem::metric) {
  return sentence(hazard, Range{interval.median, interval.p05, interval.p95}, units);
}

/// When it would be reached: "With the cold left on from its start, one calculation in twenty would
/// reach this within 31 min, and half of them within 44 min." Empty where nobody looked.
[[nodiscard]] std::string passing_sentence(const std::optional<Passing>& passing);

}  // namespace coldplan::injury
