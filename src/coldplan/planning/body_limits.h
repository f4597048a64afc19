#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/thermoregulation/whole_body.h"

namespace coldplan::planning {

/// A temperature that matters, and when it is passed.
struct BodyLimit {
  std::string id;    ///< "lumbar_numb", "hand_freezing", "coldest_warning", "hypothermia"
  std::string name;  ///< "skin of the lower back"
  double temperature = 0.0;
  double share = 0.0;              ///< of the draws that pass it
  double untold_share = 0.0;       ///< of those that end by frozen skin elsewhere before they do
  std::optional<double> earliest;  ///< when one draw in twenty has passed it [s]
  std::optional<double> half;      ///< when half of them have [s]
};

/// When skin froze in draws.
struct FrozenSkin {
  double share = 0.0;              ///< of the draws
  std::optional<double> earliest;  ///< when it has in one draw in twenty [s]
  std::optional<double> half;      ///< when it has in half of them [s]
  thermoregulation::Site site = thermoregulation::Site::head;  ///< where in most of them
};

/// When draws of a body pass each limit: skin of the lower back, of the hands and of whatever place
/// is first under those of skin_limits.h, and central blood where hypothermia begins. A time is
/// linear between samples. Those that do not pass count as passing later than all that is told.
[[nodiscard]] std::vector<BodyLimit> body_limits(
    std::span<const thermoregulation::BodyHistory> draws);

[[nodiscard]] FrozenSkin frozen_skin(std::span<const thermoregulation::BodyHistory> draws);

}  // namespace coldplan::planning
