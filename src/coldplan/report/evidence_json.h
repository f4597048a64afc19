#pragma once

#include <nlohmann/json.hpp>

#include "coldplan/evidence/answer.h"
#include "coldplan/evidence/article.h"

/// What the trials say, for machines: schema/evidence.schema.json.
namespace coldplan::report {

[[nodiscard]] nlohmann::json evidence_json(const evidence::Answer& answer);

/// The article's statements: `statements` of the same schema.
[[nodiscard]] nlohmann::json article_json(const evidence::ArticleCheck& check);

/// The trials: `trials` of the same schema.
[[nodiscard]] nlohmann::json trials_json(const evidence::Answer& answer);

}  // namespace coldplan::report
