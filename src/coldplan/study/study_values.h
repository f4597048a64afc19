#pragma once

#include <nlohmann/json.hpp>

#include "coldplan/study/study.h"

namespace coldplan::study {

/// The study of a document that its schema has let through.
[[nodiscard]] Study study_from(const nlohmann::json& document);

}  // namespace coldplan::study
