#pragma once

#include <optional>
#include <vector>

#include "coldplan/injury/raynaud.h"
#include "coldplan/injury/statement.h"
#include "coldplan/planning/hazard_rows.h"
#include "coldplan/simulation/body_session.h"

namespace coldplan::planning {

/// How near a session of the whole body comes to each limit: coldest skin anywhere, core, cold
/// shock, blood pressure; and what has no number.
struct BodyHazards {
  std::vector<HazardRow> hazards;
  std::vector<injury::Statement> statements;
  double left_on = 0.0;  ///< how long the cold was followed without an exit [s]
};

/// Runs the session under the draws of a person (planning/drawn_bodies.h), and again with nobody
/// leaving the cold. A draw that ends where skin freezes is read as far as it goes. With the
/// severity of Raynaud's of this person also how near her fingers come to where arteries close.
/// Errors: those of the session and of the model.
[[nodiscard]] Expected<BodyHazards> body_hazards(
    const person::Person& person, const simulation::BodySession& session,
    quantity::UnitSystem units = quantity::UnitSystem::metric,
    std::optional<injury::RaynaudSeverity> raynaud = std::nullopt);

}  // namespace coldplan::planning
