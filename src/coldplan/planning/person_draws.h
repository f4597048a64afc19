#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/person/person.h"
#include "coldplan/planning/miss.h"
#include "coldplan/posterior/draw.h"

/// What is not known when one person is predicted, drawn: she stays who she is by her measures, and
/// differs from draw to draw in all that they leave open.
///
/// The draws are spread evenly (Latin hypercube; McKay, Beckman & Conover 1979, Technometrics
/// 21:239): of each score that has its prior, of her residuals and of the misses, each N-th part of
/// the distribution is met once. Calibrated scores come together from the posterior, as they are.
/// So medians of a few dozen draws lie where those of thousands do.
namespace coldplan::planning {

/// One draw for a person.
struct PersonDraw {
  posterior::Draw draw;  ///< of all people and devices
  anatomy::Build build;  ///< her back, with residuals where it was not measured
  Miss miss;
};

// numerical: how many draws stand behind an interval under a local form. Its ends are order
// statistics (planning/interval.h); 39 is the fewest with draws beyond both.
inline constexpr std::size_t person_draw_count = 95;

/// Gives standard normal numbers, in the order that they have, the middles of as many equal shares
/// of the distribution.
void spread_evenly(std::span<double> scores);

/// The draws of a person, the same in every call and under every form: forms are compared on one
/// back after the other.
[[nodiscard]] std::vector<PersonDraw> person_draws(const person::Person& person);

}  // namespace coldplan::planning
