#pragma once

#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/planning/consequences.h"

namespace coldplan::report {

/// What a session does and how near it comes to each limit, in sentences; with `all` also the
/// effects and hazards without a number, with the reasons, and what each number rests on.
[[nodiscard]] std::string consequences_text(const planning::Consequences& found, bool all = false);

/// Hazards and what has no number, under "How near it comes to harm:".
[[nodiscard]] std::string hazards_text(std::span<const planning::HazardRow> hazards,
                                       std::span<const injury::Statement> statements,
                                       bool all = false);

/// The same for machines: `hazards[]` and `statements[]`.
[[nodiscard]] nlohmann::ordered_json hazards_json(std::span<const planning::HazardRow> hazards,
                                                  std::span<const injury::Statement> statements);

/// The same for machines: `effects[]`, `no_number[]`, `hazards[]`, `statements[]`.
[[nodiscard]] nlohmann::ordered_json consequences_json(const planning::Consequences& found);

}  // namespace coldplan::report
