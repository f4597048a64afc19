#pragma once

#include <span>
#include <vector>

#include "coldplan/injury/frost_grade.h"
#include "coldplan/planning/person_draws.h"
#include "coldplan/simulation/session.h"

/// Courses beside the spine of one session under the draws of a person, the model's miss added:
/// what effects and injuries are read from.
namespace coldplan::planning {

/// One draw.
struct DrawnCourses {
  std::vector<double> time;        ///< from the start of the cold [s]
  double removal = 0.0;            ///< [s]
  std::vector<double> skin;        ///< surface [°C]
  std::vector<double> under_skin;  ///< where skin ends: the shallowest that a nerve lies [°C]
  std::vector<double> interface;   ///< where fat meets muscle [°C]
  std::vector<std::vector<double>> muscle;  ///< at 1, 2 and 3 cm [°C]
  std::vector<double> skin_flow;            ///< blood flow of the dermis, relative to rest
  std::vector<double> muscle_metabolism;    ///< mean of the three depths, relative to rest
  std::vector<double> depth;                ///< of the cells [m]
  std::vector<double> coldest;              ///< of each over the session [°C]; without the miss
  double skin_thickness = 0.0;              ///< [m]
};

/// Solves the session under every draw, with so many seconds between samples, as
/// planning/drawn_numbers.h does. Errors: of the first draw that failed.
[[nodiscard]] Expected<std::vector<DrawnCourses>> drawn_courses(std::span<const PersonDraw> draws,
                                                                const simulation::Session& session,
                                                                double interval);

}  // namespace coldplan::planning
