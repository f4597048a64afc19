#pragma once

#include <string>
#include <vector>

#include "coldplan/applicator/form.h"

namespace coldplan::applicator {

/// One uncertain number of a form, and the form with it at the end that cools least and most (5th
/// and 95th percentile, assumed).
struct Variation {
  std::string name;  ///< "contact", "temperature", "jet", "evaporation"
  Form weak;
  Form strong;
};

/// The numbers of a form whose spread is known, for one way to use it: a nozzle with a dwell has
/// the spread of its spot. Independent of each other, as far as is known.
[[nodiscard]] std::vector<Variation> variations(const Form& form, const Use& use = {});

}  // namespace coldplan::applicator
