#pragma once

#include <span>
#include <vector>

#include "coldplan/planning/body_outcome.h"

namespace coldplan::planning {

/// How many samples are told of draws: to the last at which at most one in twenty has ended by
/// frozen skin.
[[nodiscard]] std::size_t told_samples(std::span<const thermoregulation::BodyHistory> draws);

/// Every quantity over so many samples. All draws have the same times; one that ended by frozen
/// skin counts with the last that was told of it.
[[nodiscard]] std::vector<BodySeries> all_series(
    std::span<const thermoregulation::BodyHistory> draws, std::size_t samples);

}  // namespace coldplan::planning
