#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/study/validation.h"

namespace coldplan::report {

/// Scores by tissue, form and study, the rows that are farthest off, what was not predicted and
/// why, files that could not be read, and what all of it rests on. At most 80 columns.
[[nodiscard]] std::string validation_text(const study::Validation& validation);

/// The same for machines: `rows[]` of {study, arm, quantity, tissue, depth_mm, minute, measured,
/// measured_sd, n, predicted: {median, p05, p25, p75, p95}, scored, why_not}, `totals`,
/// `noise_floor`, `people_one_by_one`.
[[nodiscard]] nlohmann::ordered_json validation_json(const study::Validation& validation);

}  // namespace coldplan::report
