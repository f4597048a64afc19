#include "coldplan/planning/person_draws.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "coldplan/facts/ids.h"
#include "coldplan/person/population.h"
#include "coldplan/posterior/calibrated.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::planning {
namespace {

// numerical: the seed of all draws under local forms.
constexpr std::uint64_t seed = 20;

/// What one draw is made from.
struct Raw {
  posterior::Scores scores{};
  person::BodyResiduals residuals;
  MissScores miss;
};

/// Spreads one number of all draws.
template <typename Number>
void spread(std::vector<Raw>& draws, const Number& number) {
  std::vector<double> values;
  std::transform(draws.begin(), draws.end(), std::back_inserter(values),
                 [&](Raw& each) { return number(each); });
  spread_evenly(values);
  for (std::size_t i = 0; i < draws.size(); ++i) {
    number(draws[i]) = values[i];
  }
}

void spread_all(std::vector<Raw>& draws) {
  const auto calibrated = posterior::calibrated_scores();
  for (std::size_t i = 0; i < posterior::score_count; ++i) {
    const auto score = static_cast<posterior::Score>(i);
    if (std::find(calibrated.begin(), calibrated.end(), score) == calibrated.end()) {
      spread(draws, [i](Raw& each) -> double& { return each.scores[i]; });
    }
  }
  using person::BodyResiduals;
  for (double BodyResiduals::*residual :
       {&BodyResiduals::lumbar_fat, &BodyResiduals::muscle_thickness, &BodyResiduals::muscle_fat}) {
    spread(draws, [residual](Raw& each) -> double& { return each.residuals.*residual; });
  }
  for (double MissScores::*score : {&MissScores::skin, &MissScores::under_skin}) {
    spread(draws, [score](Raw& each) -> double& { return each.miss.*score; });
  }
}

std::vector<Raw> raw_draws(person::Sex sex) {
  const person::Population alike = person::survey_population({.seed = seed, .sex = sex});
  std::vector<Raw> draws;
  for (std::uint64_t i = 0; i < person_draw_count; ++i) {
    // Residuals alone are hers: the measures of the virtual person are not.
    draws.push_back({posterior::draw(seed, i).scores, person::person_at(alike, i).residuals,
                     miss_scores(seed, i)});
  }
  spread_all(draws);
  return draws;
}

}  // namespace

void spread_evenly(std::span<double> scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [scores](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    scores[order[rank]] = posterior::normal_quantile((static_cast<double>(rank) + 0.5) /
                                                     static_cast<double>(order.size()));
  }
}

std::vector<PersonDraw> person_draws(const person::Person& person) {
  std::vector<PersonDraw> draws;
  for (Raw& raw : raw_draws(person.sex)) {
    PersonDraw each;
    each.draw = posterior::draw_of(raw.scores);
    raw.residuals.study_fat_factor = value(each.draw, facts::id::anatomy::study_fat_factor);
    each.build = anatomy::build_of(person, raw.residuals, each.draw);
    each.miss = miss_of(raw.miss, each.draw);
    draws.push_back(each);
  }
  return draws;
}

}  // namespace coldplan::planning
