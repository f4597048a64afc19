#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "coldplan/quantity/error.h"

namespace coldplan::study {

/// The first fault of a document that its schema has let through, in the keys and units of the
/// file: a number too large to be one of a study, two arms of one id, cycles that are not those of
/// the arm, an end before its beginning, a reading after the last minute of the protocol, a scored
/// value of muscle or fat without its depth.
[[nodiscard]] std::optional<Error> study_conflict(const nlohmann::json& document);

}  // namespace coldplan::study
