#include "coldplan/quantity/print_time.h"

#include <cmath>

#include <fmt/format.h>

#include "coldplan/quantity/units.h"

namespace coldplan::quantity {

std::string print_time(double seconds, int decimals) {
  const double whole = std::round(seconds);
  return whole < seconds_per_minute
             ? fmt::format("{:.0f} s", whole)
             : fmt::format("{:.{}f} min", seconds / seconds_per_minute, decimals);
}

}  // namespace coldplan::quantity
