#pragma once

#include <string_view>

#include "coldplan/quantity/error.h"
#include "coldplan/study/study.h"

namespace coldplan::study {

/// Reads a study from the text of its file (schema/study.schema.json). The first fault found is the
/// error, with its place in the keys and units of the file: text that is not JSON, a key that
/// stands twice, an unknown or missing key, a value that the schema does not allow, values that
/// contradict each other (study_conflicts.h). Costs 30 ms for the longest file (dykstra2009).
///
///     const auto read = read_study(text);
///     if (!read) { … message(read.error()) …
///         // arms[0].cooling_min: "20" is not a number of at least 0 or null }
[[nodiscard]] Expected<Study> read_study(std::string_view json_text);

}  // namespace coldplan::study
