#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/quantity/error.h"

namespace coldplan::person {

/// The first way in which a value breaks its schema, or nothing.
///
/// The schema is JSON Schema draft 7, of which these keywords are known: type, enum, minimum,
/// maximum, minLength, maxLength, format "date", items (one schema, or one for each place),
/// minItems, maxItems, uniqueItems, properties, required, additionalProperties (false), and allOf
/// of oneOf of required (one of several keys). Others are not looked at. Own keywords make the
/// messages and rules of the field:
///
/// - `x-noun`: what the value is, "a height in cm"; with its range it follows "is not";
/// - `x-order`: "descending", a list whose numbers fall;
/// - `x-elsewhere`: keys that are given at another place, by that place.
///
/// Within an object unknown keys come first, then missing ones, then the values in the order of
/// their keys: a misspelt key is named, not the one that it leaves missing.
[[nodiscard]] std::optional<Error> violation(const nlohmann::json& value,
                                             const nlohmann::json& schema);

/// What a schema accepts, to follow "is not": "a height in cm (100 to 230)".
[[nodiscard]] std::string accepted(const nlohmann::json& schema);

/// Whether the text is a day of the calendar, YYYY-MM-DD (ISO 8601).
[[nodiscard]] bool is_date(std::string_view text);

}  // namespace coldplan::person
