#pragma once

#include <string>

#include "coldplan/app/cohort_verb.h"

namespace coldplan::app {

/// The tables of a cohort for a terminal, in 80 columns up to ten million people: for every arm who
/// gets how cold, each share with how many of how many, and the coldest temperatures.
[[nodiscard]] std::string cohort_text(const cohort::Plan& plan, const cohort::Tally& tally,
                                      const CohortOptions& options);

}  // namespace coldplan::app
