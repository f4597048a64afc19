#pragma once

#include <array>
#include <span>
#include <vector>

#include "oracle/whole_body_rhs.h"

#include "coldplan/thermoregulation/whole_body.h"

namespace coldplan::oracle {

/// A body at one moment [°C].
struct BodyMoment {
  double time = 0.0;  ///< [s]
  std::array<double, site_count> surface{};
  double central = 0.0, pelvis = 0.0, head = 0.0;  ///< blood, cores
  double mean_skin = 0.0;
  double bath = 0.0;
};

struct BodySolution {
  BodyMoment rest;  ///< in the air in which the product found the body neutral
  std::vector<BodyMoment> moments;
  int forgotten = 0;  ///< doses of constriction that were, after the cold
};

/// Solves a session by CVODE, from the steady state of these equations in still air of the given
/// temperature with the given factor on outer flow, which are all that is taken from the product's
/// search. `times` rise.
[[nodiscard]] BodySolution solve_by_cvode(const thermoregulation::BodyTask& task,
                                          const thermoregulation::Neutral& neutral,
                                          std::span<const double> times, double tolerance = 1e-7);

}  // namespace coldplan::oracle
