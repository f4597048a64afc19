#include "coldplan/study/posterior_table.h"

#include "coldplan/posterior/calibrated.h"

namespace coldplan::study {

PosteriorTable current_posterior() {
  PosteriorTable table;
  const auto scores = posterior::calibrated_scores();
  table.scores.assign(scores.begin(), scores.end());
  for (std::size_t number = 0; number < posterior::calibrated_count(); ++number) {
    const auto draw = posterior::calibrated_draw(number);
    table.draws.emplace_back(draw.begin(), draw.end());
  }
  return table;
}

}  // namespace coldplan::study
