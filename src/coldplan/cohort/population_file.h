#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coldplan/person/person.h"
#include "coldplan/quantity/error.h"

namespace coldplan::cohort {

/// Reads a researcher's own people from comma-separated text. The first line names the columns, in
/// any order, by the keys of a case file (schema/case.schema.json, which also holds the limits):
/// sex, age, height_cm or height_in, weight_kg or weight_lb, and, if they were measured,
/// lumbar_skinfold_mm and lumbar_fat_mm, whose cells may be empty. Numbers have a point; cells may
/// stand in quotes; lines may end as on any system; blank lines are passed over.
///
///     sex,age,height_cm,weight_kg,lumbar_skinfold_mm
///     female,58,165,78,34
///
/// Errors name file, line and column: `people.csv:7: height_cm: 17 is not a height in cm (100 to
/// 230)`. Costs about 1 µs a cell.
[[nodiscard]] Expected<std::vector<person::Person>> read_people(std::string_view text,
                                                                const std::string& file);

}  // namespace coldplan::cohort
