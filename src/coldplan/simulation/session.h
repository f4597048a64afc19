#pragma once

#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/applicator/pack.h"
#include "coldplan/bioheat/solver.h"
#include "coldplan/simulation/trace.h"

/// One person, one session -> histories: joins anatomy, applicator and bioheat.
namespace coldplan::simulation {

/// One use of a form of cold and the time after it.
struct Session {
  applicator::Form form;
  applicator::Use use;
  double duration = 0.0;  ///< cold on the skin [s]
  double after = 0.0;     ///< simulated afterwards [s]
};

/// The form at its usual protocol, on bare skin, in the room of the facts; an hour is followed up.
[[nodiscard]] Session usual_session(const applicator::Form& form);

/// What a session does to a back. Sample 0 is at rest, just before the cold; one sample is at the
/// removal.
struct BackHistory {
  std::vector<double> time;  ///< of the samples [s]
  double removal = 0.0;      ///< when the cold is taken off [s]
  std::vector<Trace>
      traces;  ///< skin to muscle from the paraspinal column, facet to disc from the midline
  std::vector<double> pack_temperature;  ///< of what faces the skin [°C]
  double heat_taken = 0.0;               ///< out of the skin under the pack until removal [J]
  bioheat::History paraspinal;
  bioheat::History midline;
};

/// Simulates both columns of a back under the same pack. Errors: a duration that is not positive
/// ("session.duration"); skin that would freeze, which this solver does not know (not_solved); and
/// those of the solver.
[[nodiscard]] Expected<BackHistory> simulate(const anatomy::Build& build, const Session& session);

/// Constriction signal of the whole body for each kelvin that skin under an area [m²] of cold
/// falls: JOS-3's cold signal with the receptor weight of Back and Pelvis spread evenly over their
/// area (the lumbar region lies on both), the areas scaled to the person's surface.
[[nodiscard]] double reflex_signal_per_kelvin(double cooled_area, double body_surface);

/// The trace with this name. Throws std::out_of_range for a name that is not there.
[[nodiscard]] const Trace& trace_of(const BackHistory& history, const std::string& name);

}  // namespace coldplan::simulation
