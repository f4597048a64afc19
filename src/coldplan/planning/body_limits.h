#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/planning/interval.h"
#include "coldplan/thermoregulation/whole_body.h"

namespace coldplan::planning {

/// A temperature that matters, and when it is passed.
struct BodyLimit {
  std::string id;    ///< "lumbar_numb", "hand_freezing", "coldest_warning", "hypothermia"
  std::string name;  ///< "skin of the lower back"
  double temperature = 0.0;
  double share = 0.0;                 ///< of the draws that pass it
  double untold_share = 0.0;          ///< of the draws that end by frozen skin before they pass it
  std::optional<double> median_time;  ///< of the median [s]; none: not passed
  std::optional<Interval> times;      ///< of the draws that pass it [s]
};

/// When a body passes each limit: skin of the lower back, of the gloved hands and of the coldest
/// place under those of skin_limits.h, and central blood where hypothermia begins. The first
/// history is the median, the others are draws. A time is linear between samples.
[[nodiscard]] std::vector<BodyLimit> body_limits(
    std::span<const thermoregulation::BodyHistory> histories);

}  // namespace coldplan::planning
