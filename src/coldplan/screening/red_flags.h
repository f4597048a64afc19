#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coldplan/person/case_file.h"
#include "coldplan/screening/tables.h"

/// Warning signs of a case, by urgency.
namespace coldplan::screening {

/// A flag that is up, was looked into, or was answered with "unsure".
struct RaisedFlag {
  const Flag* flag = nullptr;
  Urgency urgency = Urgency::none;  ///< by its signs; what it would be, had nobody looked into it
  bool is_unsure = false;
  std::optional<std::string> reviewed;  ///< the day; then it does not lock anybody out
  std::vector<std::string> signs;
};

/// All that was said of warning signs.
struct Warnings {
  Urgency urgency = Urgency::none;  ///< the most urgent of those that nobody has looked into
  std::vector<RaisedFlag> raised;   ///< most urgent first, in the order of the file
  std::vector<const Flag*> open;    ///< not answered
};

/// Yes has the urgency of its signs, or that of the flag where none are named; unsure that of the
/// flag for emergency and same day, and of the others it is mentioned as routine. Signs that are
/// named say yes, whatever else was answered. One that a clinician has looked into is recorded and
/// raises nothing; one that is said to be looked into after `today` (YYYY-MM-DD; empty: not known)
/// was not.
[[nodiscard]] Warnings warnings_of(const person::Pain& pain, std::string_view today = "");

}  // namespace coldplan::screening
