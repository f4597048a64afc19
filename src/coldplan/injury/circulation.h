#pragma once

#include <optional>

#include "coldplan/injury/coefficients.h"
#include "coldplan/thermoregulation/cardiovascular.h"

/// Heart, breathing and blood pressure in the first minutes. What was measured stands in
/// thermoregulation/cardiovascular.h; here is what a draw makes of it.
///
/// There is no limit to be near: how large a rise harms whom was not found, nor how often anybody
/// fainted. A person's own blood pressure is asked for before (screening), and the rise here is
/// what comes on top.
namespace coldplan::injury {

/// Cold shock in the first 30 s in water of this temperature [°C], for one draw: the means of 13
/// young men times a person's factor (±30 %, assumed). None above 15 °C, where nothing was read.
[[nodiscard]] std::optional<thermoregulation::ColdShock> drawn_cold_shock(
    double water, const Coefficients& drawn);

/// Rhythm of the heart may be disturbed where cold water meets a wet face or a held breath: flagged
/// under 15 °C for the first 2 min (Shattock & Tipton 2012). How often was not in the text read.
[[nodiscard]] bool may_disturb_rhythm(double water);

/// For how long that is [s].
[[nodiscard]] double rhythm_time();

/// The highest systolic rise that was seen in one person, in cold wind on the face [mmHg]: of eight
/// healthy men (Gavhed 2000).
[[nodiscard]] double highest_systolic_rise();

}  // namespace coldplan::injury
