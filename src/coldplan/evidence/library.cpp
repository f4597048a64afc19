#include "coldplan/evidence/library.h"

#include <algorithm>
#include <stdexcept>

namespace coldplan::evidence {

Library read_library() {
  return {read_trials(), read_reviews(), read_questions(), read_bias_rules(), read_grade_rules()};
}

const Review& review_named(const std::vector<Review>& reviews, const std::string& id) {
  const auto found = std::find_if(reviews.begin(), reviews.end(),
                                  [&](const Review& review) { return review.id == id; });
  if (found == reviews.end()) {
    throw std::logic_error("no review is called " + id);
  }
  return *found;
}

}  // namespace coldplan::evidence
