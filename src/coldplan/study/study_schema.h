#pragma once

#include <string_view>

namespace coldplan::study {

/// schema/study.schema.json, as it was at build.
[[nodiscard]] std::string_view study_schema_text();

}  // namespace coldplan::study
