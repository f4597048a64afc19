#pragma once

#include <string_view>

namespace coldplan::applicator {

/// The text of `schema/device.schema.json`, as it was when the library was built.
[[nodiscard]] std::string_view device_schema_text();

}  // namespace coldplan::applicator
