#pragma once

#include <cstdint>
#include <span>

#include "coldplan/bioheat/boundary.h"
#include "coldplan/posterior/draw.h"

/// What the model misses under a local form, and how persons differ beside what is drawn of their
/// bodies: a temperature that each draw adds to its courses, one for skin and one for all that lies
/// under it.
///
///     T(t) + m (1 − exp(−t/τ)) F/(F + F½),   m = z √(σ_model² + σ_person²)
///
/// which is z₁ σ_model + z₂ σ_person of two independent normal numbers. t counts from the start of
/// the cold, τ is observation.discrepancy_rise, F is how far the temperature has fallen, F½
/// observation.discrepancy_fall: what hardly cools is hardly missed. Both σ are of the draw
/// (observation.discrepancy_*, person_*).
namespace coldplan::planning {

/// The misses of one draw once they have grown [K]. One sign for all depths of a group: a model
/// that is too warm at 1 cm is so at 2 cm.
struct Miss {
  double skin = 0.0;
  double under_skin = 0.0;  ///< of fat, muscle, joint and disc
};

/// The standard normal number z of both groups.
struct MissScores {
  double skin = 0.0;
  double under_skin = 0.0;
};

/// Those of draw `index` of a seed: functions of the two alone.
[[nodiscard]] MissScores miss_scores(std::uint64_t seed, std::uint64_t index);

/// The misses with these scores, under the spreads of a draw.
[[nodiscard]] Miss miss_of(const MissScores& scores, const posterior::Draw& draw);

/// The coldest that anything can get under a schedule [°C]: its coldest source, or what a device
/// that watches the skin stops at, if that is warmer. Minus infinity where a liquid evaporates,
/// whose cold has no temperature.
[[nodiscard]] double coldest_source(std::span<const bioheat::Phase> schedule);

/// Adds a miss [K] to a course [°C], whose `time` [s] begins with the cold and whose first value is
/// that at rest. A miss takes nothing below `coldest` [°C] and nothing above its start; what the
/// model has beyond them stays as it is.
void add_miss(std::span<double> temperature, std::span<const double> time, double miss,
              double coldest);

}  // namespace coldplan::planning
