#pragma once

#include <cstddef>
#include <vector>

#include "coldplan/person/person.h"
#include "coldplan/simulation/body_session.h"

/// Sessions of the whole body under draws of what is not known.
namespace coldplan::planning {

// numerical: how many draws stand behind an interval of the whole body.
inline constexpr std::size_t body_draw_count = 95;

/// The likeliest values first, then the draws, and last what the room alone does, if it is told.
[[nodiscard]] std::vector<thermoregulation::BodyTask> body_tasks(
    const person::Person& person, const simulation::BodySession& session,
    const thermoregulation::Layout& layout);

}  // namespace coldplan::planning
