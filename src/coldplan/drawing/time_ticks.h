#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/drawing/scale.h"

/// Times as a reader says them: seconds of a spray, minutes of a pack, hours of a machine.
namespace coldplan::drawing {

/// The marks of a time axis.
struct TimeTicks {
  std::vector<double> minutes;      ///< where they stand, ascending
  std::vector<std::string> labels;  ///< "0", "30" or, in parts of hours, "1:30"
  std::string unit;                 ///< "s", "min" or "h"
};

/// About `wanted` ticks inside the minutes: seconds where they span less than two minutes, hours
/// where they span more than three hours, at multiples that clocks have.
[[nodiscard]] TimeTicks time_ticks(const Interval& minutes, int wanted);

/// "5 s", "20 min", "2.5 min", "2 h", "3 h 30 min".
[[nodiscard]] std::string print_minutes(double minutes);

/// When the cold is on, in a few words: "cold on for 20 min", "cold on 3 × 20 min", "cold on 2
/// times, 50 min in all". Nothing where it never is.
[[nodiscard]] std::string print_cold(std::span<const Interval> cold);

}  // namespace coldplan::drawing
