#pragma once

#include <string_view>

namespace coldplan::screening {

/// The text of schema/approval.schema.json.
[[nodiscard]] std::string_view approval_schema_text();

}  // namespace coldplan::screening
