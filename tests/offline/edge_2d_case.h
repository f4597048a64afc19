#pragma once

#include <string>
#include <vector>

#include "offline/plane.h"

#include "coldplan/bioheat/coupled.h"

/// The cases of edge_2d.json, and what the columns make of them.
namespace coldplan::offline {

/// One case with its results in two dimensions.
struct SolvedCase {
  std::string name;
  PlaneCase problem;
  PlaneSolution plane;
  double error = 0.0;  ///< of the solution in two dimensions [K]
};

/// Every case of the file. Throws where it cannot be read.
[[nodiscard]] std::vector<SolvedCase> read_cases();

/// The same tissue as a column, which is a cylinder for a limb.
[[nodiscard]] bioheat::Column column_of(const PlaneCase& problem);

[[nodiscard]] bioheat::Cover cover_of(const PlaneCase& problem);

/// At rest in the air.
[[nodiscard]] bioheat::Rest rest_of(const PlaneCase& problem);

/// What the covered part, and what the bare part faces.
[[nodiscard]] std::vector<bioheat::Phase> cold_phases(const PlaneCase& problem);
[[nodiscard]] std::vector<bioheat::Phase> bare_phases(const PlaneCase& problem);

/// Largest deviations from two dimensions [K], over every reported time, by depth.
struct Deviations {
  std::vector<double> coupled_covered;  ///< of coupled columns from the means of both parts
  std::vector<double> coupled_bare;
  std::vector<double> endless_centre;  ///< of one column from the centre line
  std::vector<double> endless_mean;    ///< of one column from the mean under the cold
};

/// Solves the case with coupled columns and with one, at the default options.
[[nodiscard]] Deviations deviations_of(const SolvedCase& solved);

}  // namespace coldplan::offline
