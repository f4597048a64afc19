#pragma once

#include <string>

/// Files of data/evidence/ and the article's statements, compiled in.
namespace coldplan::evidence {

[[nodiscard]] std::string trials_text();
[[nodiscard]] std::string reviews_text();
[[nodiscard]] std::string questions_text();
[[nodiscard]] std::string judgement_rules_text();
[[nodiscard]] std::string article_answers_text();
[[nodiscard]] std::string article_claims_text();
[[nodiscard]] std::string article_references_text();

/// schema/judgements.schema.json
[[nodiscard]] std::string judgements_schema_text();

}  // namespace coldplan::evidence
