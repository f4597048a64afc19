#pragma once

#include "coldplan/posterior/parameters.h"

namespace coldplan::study {

/// A prior that was fitted to a study, as it is when that study is left out.
struct Loosened {
  posterior::Score score = posterior::Score::contact;
  double mean = 0.0;
  double sd = 1.0;
};

}  // namespace coldplan::study
