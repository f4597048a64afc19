#pragma once

#include <string>

#include "coldplan/facts/facts.h"
#include "coldplan/quantity/error.h"

namespace coldplan::app {

/// What `coldplan facts [WORD] [--subject S] [--assumed] [--article]` was asked for.
struct FactsOptions {
  std::string word;      ///< in the id, the name or the source, whatever its case; empty for all
  std::string subject;   ///< "tissue", "perfusion", …; empty for all
  bool assumed = false;  ///< only values without a source
  bool article = false;  ///< the article's statements in place of the facts
};

/// The facts asked for, each with value, spread, source and how it was read; then how many there
/// are of each reading, how many are assumed and how many were not found; then where the article
/// and the facts disagree. Lines of 80 columns, longer only where one address is. Errors: an
/// unknown subject; a word that nothing has; `article` with anything that chooses among facts.
[[nodiscard]] Expected<std::string> facts_text(const FactsOptions& options);

/// The same as one JSON object: `facts` (SI, with what was printed), `counts`, `article` and
/// `data_hash`. Numbers that are not known are null. Errors as of facts_text.
[[nodiscard]] Expected<std::string> facts_json(const FactsOptions& options);

}  // namespace coldplan::app
