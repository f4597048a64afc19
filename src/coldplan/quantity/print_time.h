#pragma once

#include <string>

namespace coldplan::quantity {

/// How long something takes, for a reader: "12 s" below a minute, else minutes with so many
/// decimals, "2.5 min". What rounds to a minute is one.
[[nodiscard]] std::string print_time(double seconds, int decimals);

}  // namespace coldplan::quantity
