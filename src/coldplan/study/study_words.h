#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "coldplan/study/study.h"

/// What the words of a study file mean. Each throws std::logic_error on a word that the schema does
/// not allow.
namespace coldplan::study {

[[nodiscard]] Tissue tissue_from(const nlohmann::json& word);
[[nodiscard]] DepthFrom depth_from(const nlohmann::json& word);
[[nodiscard]] State state_from(const nlohmann::json& word);
[[nodiscard]] SexOfAll sex_from(const nlohmann::json& word);

/// The word of a tissue: "muscle".
[[nodiscard]] std::string_view word_of(Tissue tissue);

}  // namespace coldplan::study
