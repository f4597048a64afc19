#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/drawing/session_picture.h"
#include "coldplan/planning/body_outcome.h"

/// Whole-body cold as text, JSON and picture.
namespace coldplan::report {

/// The answer for a terminal, within 80 columns.
[[nodiscard]] std::string body_text(const planning::BodyOutcome& outcome);

/// The same for machines; intervals as {"median", "p05", "p95"}, every quantity at every minute and
/// at the exit.
[[nodiscard]] nlohmann::ordered_json body_json(const planning::BodyOutcome& outcome);

/// Curves of skin and core over the depth-time map of the person's own lower back.
[[nodiscard]] drawing::SessionPicture body_picture(const planning::BodyOutcome& outcome);

/// The form in one line: "30 s at -60 °C, then -110 °C displayed, for 3 min; 2 h after it …".
[[nodiscard]] std::string body_use_line(const planning::BodyOutcome& outcome);

}  // namespace coldplan::report
