#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "coldplan/quantity/error.h"

namespace coldplan::person {

/// JSON text (RFC 8259, UTF-8) as a value, read strictly: the whole text must be one JSON value, no
/// key may stand twice in an object, and no number may exceed what a double can hold.
///
/// An error names line and column where the text is not JSON, otherwise the dotted place of the
/// value:
///
///     line 3, column 7: "}" is not JSON at this place; look for a missing or extra comma, quote or
///     bracket person.age: the key stands twice; leave one of the two out
[[nodiscard]] Expected<nlohmann::json> parse_json(std::string_view text);

/// A value on one line and short enough for a message: 17, "tall", a list of 3, an object.
[[nodiscard]] std::string shown(const nlohmann::json& value);

/// A text without quotes, on one line and short enough for a message.
[[nodiscard]] std::string shown(std::string_view text);

/// Whether a byte of UTF-8 goes on with the character before it.
[[nodiscard]] bool continues_character(char byte);

}  // namespace coldplan::person
