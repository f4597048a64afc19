#pragma once

#include <optional>
#include <string_view>

#include "coldplan/applicator/nitrogen_room.h"

/// Too little oxygen in a room where nitrogen evaporates. The physics is applicator/nitrogen_room.h
/// alone; here is what its answer means.
///
/// Low oxygen gives no warning that a person could act on: coma was put at 40 s at 4 to 6 %. Bands
/// of symptoms are an approximate table for workers at sea level; people with diseases of heart,
/// lung or circulation may have them one band earlier. A room that is mixed well is assumed: near
/// the rim of a cabin there is less.
namespace coldplan::injury {

/// How far oxygen stays above the alarm of 19.5 %, as a volume fraction; negative under it.
[[nodiscard]] double oxygen_margin(double oxygen);

/// When a leak brings a closed room down to the alarm [s]; none without such a leak.
[[nodiscard]] std::optional<double> time_to_oxygen_limit(const applicator::OxygenInRoom& answer);

/// Symptoms at an oxygen level, a volume fraction, in words; empty where none are told. The table
/// has gaps (14 to 15, 19 to 19.5 %): there the band below them is told of, or the mildest one. An
/// end that two bands share belongs to the milder.
[[nodiscard]] std::string_view oxygen_symptoms(double oxygen);

}  // namespace coldplan::injury
