#pragma once

#include <span>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/applicator/form.h"
#include "coldplan/bioheat/solver.h"
#include "coldplan/simulation/trace.h"

/// One person, one session -> histories: joins anatomy, applicator and bioheat.
namespace coldplan::simulation {

/// One use of a form of cold and the time after it; or several bouts of it with pauses between.
struct Session {
  applicator::Form form;
  applicator::Use use;
  double duration = 0.0;  ///< cold on the skin in one bout [s]
  double after = 0.0;     ///< simulated afterwards [s]
  int bouts = 1;
  /// Between two bouts, bare skin in the room [s]. Each bout has a fresh pack or a filled tank;
  /// with a gap of 0 it is changed at once.
  double gap = 0.0;
};

/// A stretch of time [s].
struct Interval {
  double from = 0.0;
  double to = 0.0;
};

/// The form at its usual protocol, over what it is always used over, in the room of the facts; an
/// hour is followed up, ten minutes after a spray of seconds.
[[nodiscard]] Session usual_session(const applicator::Form& form);

/// Nothing, or why the session cannot be simulated: times that are not positive (the gap may be 0),
/// no bout or too many, a use that the form does not know. The place is "session.duration",
/// "session.use.barriers" and so on.
[[nodiscard]] Expected<void> check(const Session& session);

/// The phases of a checked session: bouts of cold, gaps and the time after it, barriers and wraps
/// as they were drawn.
[[nodiscard]] std::vector<bioheat::Phase> schedule_of(
    const Session& session, const posterior::Draw& draw = posterior::median());

/// The schedule as it was kept, given when its phases ended [s]: those that a device ended have the
/// time that they took, and do not watch the skin again.
[[nodiscard]] std::vector<bioheat::Phase> kept_schedule(std::span<const bioheat::Phase> planned,
                                                        std::span<const double> phase_end);

/// Between samples [s], close enough for curves and for the time below a temperature, or `sparser`
/// times longer: a whole part of the bout of cold, so that its end is a sample.
[[nodiscard]] double sample_interval_of(const Session& session, double sparser = 1.0);

/// What a session does to a back. Sample 0 is at rest, just before the cold; one sample is at the
/// removal.
struct BackHistory {
  std::vector<double> time;    ///< of the samples [s]
  std::vector<Interval> cold;  ///< when it was on; a device that stops itself ends it sooner
  double removal = 0.0;        ///< when the cold is taken off for good [s]
  bool stopped = false;        ///< whether a device stopped itself at its skin temperature
  std::vector<Trace>
      traces;  ///< skin to muscle from the paraspinal column, facet to disc from the midline
  std::vector<double> pack_temperature;  ///< of what faces the skin [°C]
  double heat_taken = 0.0;               ///< out of the skin while the cold was on [J]
  bioheat::History paraspinal;
  bioheat::History midline;
};

/// Simulates both columns of a back under the same cold. A device that watches the skin watches it
/// beside the spine; the midline then has the same times. Errors: those of `check` and of the
/// solver. A draw is that of tissue, blood flow, depths and barriers; the build and the form are
/// drawn before (anatomy::build_of, applicator::drawn).
[[nodiscard]] Expected<BackHistory> simulate(const anatomy::Build& build, const Session& session,
                                             const posterior::Draw& draw = posterior::median());

/// A back, what is done to it, and the draw that both are seen under.
struct Subject {
  anatomy::Build build;
  Session session;
  posterior::Draw draw = posterior::median();
};

/// The same for many at once, in batches (bioheat/batch.h): each result is what `simulate` gives,
/// bit for bit, whoever else is asked for.
[[nodiscard]] std::vector<Expected<BackHistory>> simulate_all(std::span<const Subject> subjects);

/// Constriction signal of the whole body for each kelvin that skin under an area [m²] of cold
/// falls: JOS-3's cold signal with the receptor weight of Back and Pelvis spread evenly over their
/// area (the lumbar region lies on both), the areas scaled to the person's surface.
[[nodiscard]] double reflex_signal_per_kelvin(double cooled_area, double body_surface);

/// The trace with this name. Throws std::out_of_range for a name that is not there.
[[nodiscard]] const Trace& trace_of(const BackHistory& history, const std::string& name);

}  // namespace coldplan::simulation
