#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "coldplan/bioheat/run.h"

namespace coldplan::bioheat {

/// An event to come, as a value of the state and the time that is below 0 until it happens.
struct Watched {
  Event event;
  std::function<double(const State& state, double time)> gap;
};

/// What may happen from here: the stop of a device, a store's next branch, constriction recovered.
/// Refers to the run, which must outlive it.
[[nodiscard]] std::vector<Watched> watched_events(const Run& run);

/// The first event that a step runs into, as a share of the step.
struct Crossing {
  Event event;
  double share = 0.0;
};

/// A step that was solved and not yet taken over.
struct Tried {
  const State& end;
  double length = 0.0;
  std::function<State(double share)> state_at;  ///< within the step
  int bits = 0;                                 ///< of the share that are worth finding
};

[[nodiscard]] std::optional<Crossing> first_crossing(const Run& run, const Tried& step);

/// Lets an event happen to the run, now.
void apply(Run& run, Event event);

}  // namespace coldplan::bioheat
