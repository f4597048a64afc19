#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/planning/person_draws.h"
#include "coldplan/simulation/session.h"

/// Local sessions under the draws of a person, by the fast batch (bioheat/batch.h).
namespace coldplan::planning {

/// Tissues that are shown: skin to muscle of the paraspinal column, the joint of the midline last.
[[nodiscard]] const std::vector<std::string>& shown_landmarks();

/// What one draw gives of one session, its miss added.
struct DrawnNumbers {
  /// In the order of `shown_landmarks`; the skin alone where a form tells no more.
  std::vector<simulation::Summary> tissues;
  double time_below_analgesia = 0.0;  ///< of the skin [s]
  bool below_analgesia_at_end = false;
  double heat_taken = 0.0;    ///< until the cold is off for good [J]
  double frozen_depth = 0.0;  ///< deepest frozen tissue [m]; misses freeze nothing
  bioheat::Boundary cold;     ///< that the skin met, for what drives an interval
};

/// Every session under every draw, in that order. The same bits whatever else is asked for and on
/// any number of threads. Sessions are checked (simulation::check). Errors of the solver stand in
/// the place of their session.
[[nodiscard]] std::vector<Expected<std::vector<DrawnNumbers>>> drawn_numbers(
    std::span<const PersonDraw> draws, std::span<const simulation::Session> sessions);

}  // namespace coldplan::planning
