#include "coldplan/planning/person_draws.h"

#include "coldplan/facts/ids.h"
#include "coldplan/person/population.h"

namespace coldplan::planning {
namespace {

// numerical: the seed of all draws under local forms.
constexpr std::uint64_t seed = 20;

}  // namespace

std::vector<PersonDraw> person_draws(const person::Person& person) {
  const person::Population alike = person::survey_population({.seed = seed, .sex = person.sex});
  std::vector<PersonDraw> draws;
  for (std::uint64_t i = 0; i < person_draw_count; ++i) {
    PersonDraw each;
    each.draw = posterior::draw(seed, i);
    // Residuals alone are hers: the measures of the virtual person are not.
    person::BodyResiduals residuals = person::person_at(alike, i).residuals;
    residuals.study_fat_factor = value(each.draw, facts::id::anatomy::study_fat_factor);
    each.build = anatomy::build_of(person, residuals, each.draw);
    each.miss = miss_of(seed, i, each.draw);
    draws.push_back(each);
  }
  return draws;
}

}  // namespace coldplan::planning
