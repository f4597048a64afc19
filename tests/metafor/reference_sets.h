#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "coldplan/evidence/model.h"

/// Data sets and what metafor says of them, as make_reference.R wrote them.
namespace metafor {

struct Set {
  std::string name;  ///< number, kind, studies
  std::vector<coldplan::evidence::Effect> effects;
  coldplan::evidence::Moderators moderators;
  nlohmann::json
      raw;  ///< the tables of counts or means that the effects come from; null: there are none
  nlohmann::json answers;  ///< metafor's
  double scale = 0.0;  ///< a variance: the mean of sampling and the spread of estimates, together
};

[[nodiscard]] const std::vector<Set>& sets();

/// Whether metafor said nothing but an error here, and its words.
[[nodiscard]] bool has_failed(const nlohmann::json& answer);
[[nodiscard]] std::string words_of_failure(const nlohmann::json& answer);

/// Options as tight as metafor's were.
[[nodiscard]] coldplan::evidence::ModelOptions options_of(const std::string& method,
                                                          const std::string& test);

}  // namespace metafor
