#include "coldplan/posterior/draw.h"

#include <algorithm>
#include <span>
#include <vector>

#include "coldplan/posterior/calibrated.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::posterior {
namespace {

// numerical: slots of random numbers under this one belong to the virtual population.
constexpr std::uint32_t first_slot = 0x10000;
// numerical: the slot that says where a seed enters the posterior.
constexpr std::uint32_t entry_slot = 0x20000;

Scores prior_scores(std::uint64_t seed, std::uint64_t index) {
  Scores scores{};
  for (std::size_t i = 0; i < score_count; i += 2) {
    const auto slot = first_slot + static_cast<std::uint32_t>(i / 2);
    const std::array<double, 2> shares = uniform_pair(seed, index, slot);
    scores[i] = normal_quantile(shares[0]);
    if (i + 1 < score_count) {
      scores[i + 1] = normal_quantile(shares[1]);
    }
  }
  return scores;
}

/// Which draw of the posterior belongs to an index.
std::size_t number_of(std::uint64_t seed, std::uint64_t index, std::size_t count) {
  const double entry = uniform_pair(seed, 0, entry_slot)[0] * static_cast<double>(count);
  return visited(static_cast<std::uint64_t>(entry), index, count);
}

/// The median of each calibrated score, the others 0.
Scores central_scores() {
  Scores scores{};
  const std::span<const Score> calibrated = calibrated_scores();
  std::vector<double> values(calibrated_count());
  for (std::size_t i = 0; i < calibrated.size() && !values.empty(); ++i) {
    for (std::size_t number = 0; number < values.size(); ++number) {
      values[number] = calibrated_draw(number)[i];
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    scores[place_of(calibrated[i])] = *middle;
  }
  return scores;
}

}  // namespace

const Draw& median() {
  static const Draw at_median = draw_of(Scores{});
  return at_median;
}

const Draw& central() {
  static const Draw middle = draw_of(central_scores());
  return middle;
}

Draw draw(std::uint64_t seed, std::uint64_t index) {
  Scores scores = prior_scores(seed, index);
  if (const std::size_t count = calibrated_count(); count > 0) {
    apply_calibrated(scores, number_of(seed, index, count));
  }
  return draw_of(scores);
}

Draw prior_draw(std::uint64_t seed, std::uint64_t index) {
  return draw_of(prior_scores(seed, index));
}

Draw draw_of(const Scores& scores) {
  Draw made{scores, {}};
  const std::span<const Parameter, parameter_count> drawn = parameters();
  for (std::size_t i = 0; i < parameter_count; ++i) {
    made.values[i] = at(drawn[i].prior, scores[place_of(drawn[i].score)]);
  }
  return made;
}

double value(const Draw& draw, facts::Id fact) {
  const std::size_t place = parameter_of(fact);
  return place < parameter_count ? draw.values[place] : facts::value(fact);
}

double score(const Draw& draw, Score score) {
  return draw.scores[place_of(score)];
}

}  // namespace coldplan::posterior
