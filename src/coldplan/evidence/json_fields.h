#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

/// Fields of the room's own data, which their schemas vouch for at build: a fault throws.
namespace coldplan::evidence {

/// A text; empty where the field is not there or null.
[[nodiscard]] inline std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? "" : found->get<std::string>();
}

/// A number; empty where the field is not there or null.
template <typename Number>
[[nodiscard]] std::optional<Number> number_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) {
    return std::nullopt;
  }
  return found->get<Number>();
}

/// Words in their order; none where the field is not there or null.
[[nodiscard]] inline std::vector<std::string> words_of(const nlohmann::json& object,
                                                       const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? std::vector<std::string>{}
                                                   : found->get<std::vector<std::string>>();
}

}  // namespace coldplan::evidence
