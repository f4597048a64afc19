#include "coldplan/posterior/draw.h"

#include <span>

#include "coldplan/posterior/random_draws.h"

namespace coldplan::posterior {
namespace {

// numerical: slots of random numbers under this one belong to the virtual population.
constexpr std::uint32_t first_slot = 0x10000;

}  // namespace

const Draw& median() {
  static const Draw at_median = draw_of(Scores{});
  return at_median;
}

Draw draw(std::uint64_t seed, std::uint64_t index) {
  Scores scores{};
  for (std::size_t i = 0; i < score_count; i += 2) {
    const auto slot = first_slot + static_cast<std::uint32_t>(i / 2);
    const std::array<double, 2> shares = uniform_pair(seed, index, slot);
    scores[i] = normal_quantile(shares[0]);
    if (i + 1 < score_count) {
      scores[i + 1] = normal_quantile(shares[1]);
    }
  }
  return draw_of(scores);
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
