#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "coldplan/bioheat/batch.h"
#include "coldplan/bioheat/batch_state.h"
#include "coldplan/bioheat/history.h"

/// One lane under way: its clock, its place in the schedule, the source that faces it.
namespace coldplan::bioheat {

/// Steps of a stretch that never ends, which stretches of any length take from, scaled so as to end
/// exactly.
struct StepTable {
  std::vector<double> length;  ///< [s]
  std::vector<double> before;  ///< sum of those before; one more entry
};

/// The table of a mesh, long enough for `duration`. A fine one begins with milliseconds.
[[nodiscard]] StepTable make_step_table(const BatchMesh& mesh, double duration, bool fine);

/// A sample meant for the end of a phase must not slip past it by rounding: this share of the
/// interval.
inline constexpr double sample_slack = 1e-9;

/// Where a lane stands.
struct Lane {
  const Task* task = nullptr;
  bool active = false;
  bool watches_skin = false;  ///< a device of the schedule does
  bool handed_over = false;   ///< tissue would freeze: the reference solver is to solve it
  std::optional<Error> error;

  // The clock.
  std::size_t phase = 0;
  double time = 0.0;          ///< [s]
  double phase_end = 0.0;     ///< [s]
  std::size_t step = 0;       ///< in the table
  std::size_t last_step = 0;  ///< one past the last of this stretch
  double scale = 1.0;         ///< of the table's lengths
  double length = 0.0;        ///< of the step under way [s]
  std::optional<Event> due;   ///< the step under way ends with it
  bool truncated = false;     ///< and was shortened for it

  // The source.
  StoreBranch branch = StoreBranch::thawed;
  double enthalpy = 0.0;          ///< of a store [J/m²]
  double outer_resistance = 0.0;  ///< of the first cell [m² K/W]
  double freezing = 0.0;          ///< the warmest freezing point of the column [°C]
  bool stopped = false;           ///< by a device, in this phase
  bool ever_stopped = false;

  // Sums.
  double heat = 0.0;               ///< out of the skin since 0 [J/m²]
  double heat_taken = 0.0;         ///< the same while cooling
  std::vector<double> phase_ends;  ///< so far [s], where a device watches the skin
  double removal = 0.0;            ///< end of the last phase of cooling [s]
  double melted = 0.0;             ///< NaN until the ice of a store is gone
  std::size_t next_sample = 1;

  [[nodiscard]] const Phase& now() const { return task->schedule[phase]; }
};

/// Begins a stretch of steps at the table's step `first` that ends with the phase.
void start_stretch(Lane& lane, const StepTable& table, std::size_t first);

/// Faces a lane's skin with a boundary as it is at rest: a temperature that is held.
template <typename Real>
void face_rest(BatchState<Real>& state, std::size_t index, const Lane& lane,
               const Boundary& boundary);

/// Opens the phase that the lane stands at: boundary, dose, thresholds, steps.
template <typename Real>
void open_phase(BatchState<Real>& state, std::size_t index, Lane& lane, const StepTable& table);

/// What the step that was just solved comes to in one lane.
enum class Verdict {
  take,    ///< the step is good
  repeat,  ///< up to an event, which is now due
  leave,   ///< the lane is done for: frozen tissue or no number
};

/// Looks at a lane whose step may have met something.
template <typename Real>
[[nodiscard]] Verdict look_at(const BatchState<Real>& state, std::size_t index, Lane& lane);

/// Lets the lane's event happen; it stands at the end of a step that was taken over.
template <typename Real>
void happen(BatchState<Real>& state, std::size_t index, Lane& lane, const Event& event,
            const StepTable& table);

/// Enthalpy of the lane's store now [J/m²], after a step was taken over.
template <typename Real>
void update_enthalpy(BatchState<Real>& state, std::size_t index, Lane& lane);

}  // namespace coldplan::bioheat
