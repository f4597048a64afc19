#pragma once

#include <optional>
#include <vector>

#include "coldplan/applicator/nitrogen_room.h"
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
};

/// What of a person and a place decides on a hazard beside the session.
struct BodyCircumstances {
  std::optional<injury::RaynaudSeverity> raynaud;
  std::optional<applicator::NitrogenRoom> nitrogen;  ///< the room of a device that uses nitrogen
};

/// Runs the session under the draws of a person (planning/drawn_bodies.h), and again with nobody
/// leaving the cold. A draw that ends where skin freezes is read as far as it goes. Errors: those
/// of the session, of the room and of the model.
[[nodiscard]] Expected<BodyHazards> body_hazards(
    const person::Person& person, const simulation::BodySession& session,
    quantity::UnitSystem units = quantity::UnitSystem::metric,
    const BodyCircumstances& circumstances = {});

}  // namespace coldplan::planning
