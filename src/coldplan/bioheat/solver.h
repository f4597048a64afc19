#pragma once

#include <span>
#include <variant>
#include <vector>

#include "coldplan/bioheat/boundary.h"
#include "coldplan/bioheat/column.h"
#include "coldplan/bioheat/history.h"
#include "coldplan/quantity/error.h"

/// The reference solver of the Pennes bioheat equation in one column of tissue: plain, scalar,
/// double.
///
/// Finite volumes in space (second order), ESDIRK4 in time (fourth order, L-stable), on a fixed
/// graded mesh of steps that restarts at every change of boundary and at every event (a pack begins
/// to melt, its ice is gone, constriction has recovered), which is located on the dense output.
///
/// A step that would take tissue below its freezing point is not taken: the enthalpy solver
/// (freezing.h) goes on from its start, until all has thawed. Fronts want finer cells: a session
/// that freezes is solved again from its beginning on a finer grid (History::grid), and one with a
/// spray of seconds is solved there at once.
///
/// Accuracy at the default options: within 0.02 °C at every minute and depth of solutions on much
/// finer meshes and of CVODE on 300 random people, packs and schedules, where nothing freezes;
/// docs/accuracy.md has the measured figures, and those where tissue freezes. Cost: about 4 ms for
/// a 20-minute pack and an hour after.
///
///     const auto history = solve(column, Rest{air}, schedule);
///     if (!history) { … message(history.error()) … }
///     const double skin = history->surface_temperature.back();
namespace coldplan::bioheat {

/// Start from the resting profile under a boundary.
struct Rest {
  Boundary boundary;
};

/// Start from one temperature everywhere [°C], which is also the resting temperature.
struct Uniform {
  double temperature;
};

/// Start from given temperatures at the cell centres; a function of depth [m].
struct Profile {
  std::function<double(double depth)> temperature;
};

using Start = std::variant<Rest, Uniform, Profile>;

/// The graded time mesh of a stretch: the first step, the ratio of the next to it, the largest [s].
/// The whole is scaled so as to end exactly.
struct TimeMesh {
  double first = 1.0;
  double growth = 1.4;
  double largest = 75.0;
};

struct SolverOptions {
  GridOptions grid;
  TimeMesh mesh;
  double sample_interval = 60.0;    ///< [s]
  double energy_tolerance = 1e-10;  ///< a discrete balance that closes worse is an error
  AddedHeat added_heat;             ///< for manufactured solutions
  bool fine_cells = false;          ///< takes the finer grid whatever the phases
  /// Takes the enthalpy solver and its finer grid where nothing freezes too: what shows that the
  /// two solvers agree.
  bool enthalpy_throughout = false;
};

/// The grid on which tissue may freeze, and on which steep first seconds are solved: 16 times finer
/// at the skin.
[[nodiscard]] GridOptions fine_grid(const GridOptions& options);

/// First step on fine cells [s]: what a surface does a second after a jump is then 0.01 °C off.
inline constexpr double first_fine_step = 2e-3;

/// Nothing, or which phase of a schedule is unfit; an empty schedule is.
[[nodiscard]] Expected<void> check(std::span<const Phase> schedule);

/// Lengths [s] of the steps over a stretch of time.
[[nodiscard]] std::vector<double> step_lengths(const TimeMesh& mesh, double duration);

/// Whether a schedule is solved on the finer grid because its first seconds are steep: sprays,
/// devices that watch the skin, next to no resistance, short phases of large flux. Equal steps
/// (growth 1), which measure an order, stay on the grid that was asked for.
[[nodiscard]] bool needs_fine_cells(std::span<const Phase> schedule, const Column& column,
                                    const TimeMesh& mesh);

/// Solves one column over a schedule of phases. Errors: an unfit column or phase, an empty
/// schedule, or a solve that failed or whose energy does not close (ErrorCode::not_solved).
[[nodiscard]] Expected<History> solve(const Column& column, const Start& start,
                                      std::span<const Phase> schedule,
                                      const SolverOptions& options = {});

}  // namespace coldplan::bioheat
