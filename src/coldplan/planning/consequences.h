#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/effect/directions.h"
#include "coldplan/effect/outcomes.h"
#include "coldplan/injury/statement.h"
#include "coldplan/person/person.h"
#include "coldplan/planning/hazard_rows.h"
#include "coldplan/planning/interval.h"
#include "coldplan/quantity/units.h"
#include "coldplan/simulation/session.h"

/// What a local session does to nerve, feeling and muscle, and how near it comes to each limit.
///
/// The session is run under the draws of a person (planning/person_draws.h), each with a draw of
/// the coefficients of effect/ and injury/. It is run a second time with the cold left on, which
/// tells when a limit would be reached. Nothing here is relief, nor a rate of injury: an interval
/// holds nine draws of ten.
namespace coldplan::planning {

/// One effect over all draws.
struct EffectRow {
  effect::OutcomeId id = effect::OutcomeId::nerve_velocity;
  Interval interval;     ///< in the unit of its kind (effect::kind_of)
  std::string sentence;  ///< for a reader
};

struct Consequences {
  std::vector<EffectRow> effects;             ///< none of a form that claims nothing under the skin
  std::vector<effect::Direction> directions;  ///< effects without a number, and why
  std::vector<HazardRow> hazards;
  std::vector<injury::Statement> statements;  ///< what may harm and has no number, and why
};

/// What of a local session harms and no course shows.
struct Circumstances {
  bool over_shallow_nerve = false;  ///< the cold lies where a nerve runs just under the skin
  bool has_salicylate = false;      ///< a rub that contains methyl salicylate
};

/// Runs a local session on a person, about 200 columns. Errors: those of the session and of the
/// solver.
[[nodiscard]] Expected<Consequences> consequences(
    const person::Person& person, const simulation::Session& session,
    quantity::UnitSystem units = quantity::UnitSystem::metric,
    const Circumstances& circumstances = {});

}  // namespace coldplan::planning
