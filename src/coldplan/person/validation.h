#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "coldplan/quantity/error.h"

namespace coldplan::person {

/// The keywords that validation looks at. Beside them stand those that only tell: $schema,
/// $comment, title, description.
inline constexpr std::array<std::string_view, 24> known_keywords{
    "$ref",        "additionalProperties",
    "allOf",       "const",
    "definitions", "else",
    "enum",        "exclusiveMinimum",
    "format",      "if",
    "items",       "maxItems",
    "maxLength",   "maximum",
    "minItems",    "minLength",
    "minimum",     "oneOf",
    "pattern",     "properties",
    "required",    "then",
    "type",        "uniqueItems"};

/// The first way in which a value breaks its schema, or nothing.
///
/// The schema is JSON Schema draft 7, of which known_keywords are known; others are not looked at.
/// Of some a part is known: `$ref` leads within the schema, to "#/definitions/…", and what
/// stands beside it is not looked at; `format` is "date"; `additionalProperties` is false or true;
/// `pattern` is of ASCII alone, otherwise it is not looked at, and a text of more than 1000 bytes
/// breaks it. What a condition (`if`) finds ends with the values that the condition asks about. Own
/// keywords make the messages and rules of the field:
///
/// - `x-noun`: what the value is, "a height in cm"; with its range it follows "is not";
/// - `x-order`: "descending", a list whose numbers fall;
/// - `x-elsewhere`: keys that are given at another place, by that place.
///
/// Within an object unknown keys come first, then missing ones, then the values in the order of
/// their keys: a misspelt key is named, not the one that it leaves missing.
[[nodiscard]] std::optional<Error> violation(const nlohmann::json& value,
                                             const nlohmann::json& schema);

/// What a schema accepts, to follow "is not": "a height in cm (100 to 230)"; without a noun of its
/// own by its type, "a number of at least 0 or null".
[[nodiscard]] std::string accepted(const nlohmann::json& schema);

/// Whether the text is a day of the calendar, YYYY-MM-DD (ISO 8601).
[[nodiscard]] bool is_date(std::string_view text);

}  // namespace coldplan::person
