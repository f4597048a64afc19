#pragma once

#include <vector>

#include "coldplan/evidence/bias_rules.h"
#include "coldplan/evidence/grade.h"
#include "coldplan/evidence/questions.h"
#include "coldplan/evidence/records.h"

/// Everything bundled that an answer is made from.
namespace coldplan::evidence {

struct Library {
  std::vector<Trial> trials;
  std::vector<Review> reviews;
  Questions questions;
  BiasRules bias_rules;
  GradeRules grade_rules;
};

[[nodiscard]] Library read_library();

/// The review of that id; it throws where there is none.
[[nodiscard]] const Review& review_named(const std::vector<Review>& reviews, const std::string& id);

}  // namespace coldplan::evidence
