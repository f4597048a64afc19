#pragma once

#include <iosfwd>
#include <string_view>

#include <nlohmann/json.hpp>

#include "coldplan/quantity/error.h"

namespace coldplan::app {

/// Leads somebody through the screens of screening that can still change the outcome. `document` is
/// a case file; the answers are written into it. What is asked goes to `out`, answers are read from
/// `in`, a line each: of a list the numbers of what applies ("2 5", "2?" for unsure, an empty line
/// for none), of a question the number of its answer, a number, or a pressure ("138/84"). An answer
/// that is none is asked for again; where the input ends the rest stays open.
[[nodiscard]] Expected<nlohmann::json> ask(nlohmann::json document, std::string_view today,
                                           std::istream& in, std::ostream& out);

}  // namespace coldplan::app
