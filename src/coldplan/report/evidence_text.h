#pragma once

#include <string>

#include "coldplan/evidence/answer.h"
#include "coldplan/evidence/article.h"

/// What the trials say, for the terminal in 80 columns and as the page docs/evidence.md.
namespace coldplan::report {

/// What a reader wants to see of an answer.
struct EvidenceView {
  std::string kind;      ///< of pain; empty: every kind
  std::string form;      ///< empty: every form
  bool details = false;  ///< also citations, derivations, every step of certainty, sensitivity
};

/// The answer in one sentence, then by kind of pain and form: direction, size, certainty with its
/// steps, what was not pooled and why, reviews, harms.
[[nodiscard]] std::string evidence_text(const evidence::Answer& answer, const EvidenceView& view);

/// Every statement of the article with verdict, numbers and sources; numbers that were to be
/// predicted and are not say so.
[[nodiscard]] std::string article_text(const evidence::ArticleCheck& check);

/// Every trial with its source, what it found and how it was read.
[[nodiscard]] std::string trials_text(const evidence::Answer& answer);

/// docs/evidence.md: the answer for an adult of 45 and over in plain words, in Markdown.
[[nodiscard]] std::string evidence_page(const evidence::Answer& answer,
                                        const evidence::ArticleCheck& check);

}  // namespace coldplan::report
