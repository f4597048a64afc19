#include "coldplan/posterior/calibrated.h"

#include "coldplan/posterior/calibrated_table.h"

namespace coldplan::posterior {

const Provenance& provenance() {
  return calibrated_table::provenance;
}

std::span<const Score> calibrated_scores() {
  return calibrated_table::scores;
}

std::size_t calibrated_count() {
  return calibrated_table::scores.empty()
             ? 0
             : calibrated_table::draws.size() / calibrated_table::scores.size();
}

std::span<const double> calibrated_draw(std::size_t number) {
  const std::size_t width = calibrated_table::scores.size();
  return std::span{calibrated_table::draws}.subspan(number * width, width);
}

void apply_calibrated(Scores& scores, std::size_t number) {
  const std::span<const Score> calibrated = calibrated_scores();
  const std::span<const double> draw = calibrated_draw(number);
  for (std::size_t i = 0; i < calibrated.size(); ++i) {
    scores[place_of(calibrated[i])] = draw[i];
  }
}

}  // namespace coldplan::posterior
