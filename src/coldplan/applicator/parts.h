#pragma once

#include "coldplan/applicator/source.h"
#include "coldplan/facts/facts.h"

/// What several forms are made of.
namespace coldplan::applicator {

/// Ice and water with the room behind it; mass, area, start and contact are still to be given.
[[nodiscard]] Pack pack_of_ice();

/// Value and range of a fact.
[[nodiscard]] Spread spread_of(facts::Id fact);

/// A contact of which a value with its range is all that was found.
[[nodiscard]] Contact contact_from(facts::Id conductance);

/// A fitted value with ends in proportion to the spread (1.645 SD, a normal taken for granted) of
/// the skin's fall that it was fitted to.
[[nodiscard]] Spread like_the_measured_drop(facts::Id fitted, facts::Id measured_drop);

}  // namespace coldplan::applicator
