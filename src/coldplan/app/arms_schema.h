#pragma once

#include <string_view>

namespace coldplan::app {

/// The text of `schema/arms.schema.json`, as it was when the program was built.
[[nodiscard]] std::string_view arms_schema_text();

}  // namespace coldplan::app
