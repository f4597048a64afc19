#pragma once

#include <string_view>

namespace coldplan::person {

/// The text of `schema/case.schema.json`, as it was when the library was built.
[[nodiscard]] std::string_view case_schema_text();

}  // namespace coldplan::person
