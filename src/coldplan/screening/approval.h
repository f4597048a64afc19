#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "coldplan/quantity/error.h"

namespace coldplan::screening {

/// That a clinician read the rules and stands for them.
struct Approval {
  std::string approved_by;
  std::string profession;
  std::string licence;  ///< number and who gave it
  std::string date;     ///< YYYY-MM-DD
  std::string rules;    ///< the hash of the rules that were read (screening/tables.h)
};

/// Reads an approval file: an object with the five members above as texts, and no others. It has to
/// name the rules that are compiled in; those of another version are an error that names both.
/// docs/safety.md says how to make one.
[[nodiscard]] Expected<Approval> read_approval(std::string_view json_text);

/// The line that every result carries: who approved the rules, or that nobody has.
[[nodiscard]] std::string approval_line(const std::optional<Approval>& approval);

}  // namespace coldplan::screening
