#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coldplan/injury/exposure.h"

/// What may harm and has no number: a direction, a rule of a label or a precaution, with the reason
/// why there is none. Cases without a count of users are cases and never a rate.
namespace coldplan::injury {

struct Statement {
  std::string_view id;      ///< "irritation_by_menthol"
  std::string text;         ///< what to know or do, in one or two sentences
  std::string why;          ///< why no number is given
  std::string_view source;  ///< of the facts
};

/// Those that apply to a session that `check` has passed, the gravest first, and as the last one
/// what silence means.
[[nodiscard]] std::vector<Statement> statements(const Exposure& exposure);

}  // namespace coldplan::injury
