#pragma once

#include <span>
#include <vector>

#include "coldplan/planning/body_outcome.h"

namespace coldplan::planning {

/// The 5th and 95th percentile of draws beside a median.
[[nodiscard]] Interval interval_of(double median, std::vector<double> draws);

/// Every quantity over time: the first history is the median, the others are draws with the same
/// times. Draws in which skin froze count as far as they go.
[[nodiscard]] std::vector<BodySeries> all_series(
    std::span<const thermoregulation::BodyHistory> histories);

}  // namespace coldplan::planning
