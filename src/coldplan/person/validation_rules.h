#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "coldplan/quantity/error.h"

/// What the sources of validation.h share: a schema with the document that its references lead
/// through, and the rules by their kind.
namespace coldplan::person::rules {

using Violation = std::optional<Error>;

/// A schema that is no reference itself.
struct Schema {
  const nlohmann::json* rules = nullptr;
  const nlohmann::json* document = nullptr;  ///< holds the definitions
};

/// The schema of a document.
[[nodiscard]] Schema schema_of(const nlohmann::json& document);
/// A schema that stands in another; where it is a reference, what it leads to.
[[nodiscard]] Schema part_of(const Schema& schema, const nlohmann::json& part);

/// The value of a keyword; null, which has neither keys nor entries, where it is not given.
[[nodiscard]] const nlohmann::json& keyword(const nlohmann::json& rules, const char* name);

/// Whether the value is of the type, or of one of the types, that the schema names; of any if none.
[[nodiscard]] bool has_type(const nlohmann::json& value, const Schema& schema);

/// A value that its schema does not accept.
[[nodiscard]] Error wrong(ErrorCode code, const nlohmann::json& value, const Schema& schema);
/// As person::accepted.
[[nodiscard]] std::string accepted(const Schema& schema);

/// As person::violation.
[[nodiscard]] Violation violation(const nlohmann::json& value, const Schema& schema);
/// Of a word of a list, a number or a text.
[[nodiscard]] Violation scalar_violation(const nlohmann::json& value, const Schema& schema);
/// Of schemas that hold together: oneOf, allOf and if.
[[nodiscard]] Violation combination_violation(const nlohmann::json& value, const Schema& schema);

/// Whether a rule of `allOf` is a choice of keys, whose violation names the keys.
[[nodiscard]] bool is_choice_of_keys(const nlohmann::json& rule);

/// "a, b or c"; in quotes if a word is several.
[[nodiscard]] std::string listed(const std::vector<std::string>& words);
/// Whether a message lists the words.
[[nodiscard]] bool is_listed(const std::vector<std::string>& words);
/// The words of a schema's enum; null and numbers as they stand in JSON.
[[nodiscard]] std::vector<std::string> words_of(const nlohmann::json& rules);

}  // namespace coldplan::person::rules
