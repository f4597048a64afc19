#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/bioheat/solver.h"

/// Many columns at once: the fast twin of the reference solver (bioheat/solver.h).
///
/// Lanes of SIMD registers are tasks: people, candidates, draws, each with a column, a schedule and
/// minutes of its own. The step is rational and linearly implicit (bioheat/batch_weights.h) on a
/// fixed graded mesh that restarts at every change of boundary; constriction is split off to second
/// order; events are located on the dense output, and a lane that meets one repeats its own step
/// up to it. A task whose tissue would freeze is handed to the reference solver.
///
/// A task has the same bits whoever shares its batch, in any order, on any number of threads.
/// Between instruction sets temperatures differ by rounding alone (tests/batch: 0.005 °C at most).
///
/// Accuracy at the default options, single precision: within 0.02 °C of the reference at every
/// minute and depth (docs/performance.md has the measured figures). Cost: some microseconds a task.
///
///     std::vector<Task> tasks{{column, Rest{air}, schedule, {0.0, 0.02}}};
///     const Probes probes = probe(tasks);
///     const float skin = probes.at(0, 0, 20);   // task 0, first depth, minute 20
namespace coldplan::bioheat {

enum class Precision { single, twofold };

/// The graded mesh of a batch: the step after a change of boundary [s], the ratio of the next to
/// it, and the longest, which grows with the time t since that change: settled + slope t, at most
/// `largest`.
struct BatchMesh {
  double first = 4.0;
  double growth = 1.3;
  double settled = 55.0;
  double slope = 0.04;
  double largest = 240.0;
};

struct BatchOptions {
  /// Cells are fewer than the reference's: errors of grid and steps share the 0.02 °C.
  GridOptions grid{2e-4, 0.06, 1};
  /// Numbers of cells between two depths are rounded up to those of a short ladder, so that people
  /// with other layers share batches.
  bool cells_on_ladder = true;
  /// Cells of the reference solver for a task that is handed to it; its own where none are given.
  std::optional<GridOptions> reference_grid = std::nullopt;
  BatchMesh mesh;
  double sample_interval = 60.0;  ///< [s]
  Precision precision = Precision::single;
  int threads = 0;               ///< 0: as many as the machine has
  std::string_view target = {};  ///< an instruction set of `batch_targets`; empty: the best
};

/// For intervals over many draws some of which freeze: cells of the reference so wide that a frozen
/// task costs a tenth. Against its own cells temperatures differ by 0.05 °C and the frozen depth by
/// a hundredth of a millimetre (tests in planning/drawn_numbers_test.cpp).
[[nodiscard]] BatchOptions coarse_where_frozen_options();

/// Double precision on finer cells and steps, for one answer rather than thousands: within 0.01 °C
/// of the reference, energy closed to 1e-10. Costs about six times as much.
[[nodiscard]] BatchOptions precise_options();

/// One column over one schedule.
struct Task {
  Column column;
  Start start;
  std::vector<Phase> schedule;
  /// Where `probe` looks, from the skin surface [m]: over 0 they become faces between cells.
  std::vector<double> depths = {};
};

/// How a task was solved.
enum class Solved { no, by_batch, by_reference };

/// What became of one task beside its temperatures.
struct Outcome {
  Solved solved = Solved::no;
  std::optional<Error> error = std::nullopt;  ///< of one that was not solved
  double removal = 0.0;                       ///< when its last phase of cooling ended [s]
  std::vector<double> phase_end = {};  ///< of each phase [s], where a device watches the skin
  double heat_taken = 0.0;             ///< out of the skin while cooling [J/m²]
  double melted = 0.0;          ///< when the ice of a store was gone first [s]; NaN: it was not
  bool stopped = false;         ///< whether a device stopped itself
  double deepest_frozen = 0.0;  ///< innermost depth that was ever frozen [m]
};

/// Temperatures of many tasks, at regular samples from 0 on.
struct Probes {
  std::size_t depths = 0;
  std::size_t samples = 0;
  std::vector<float> temperature;  ///< task × depth × sample [°C]; NaN beyond a task's end
  std::vector<Outcome> outcomes;   ///< by task

  [[nodiscard]] float at(std::size_t task, std::size_t depth, std::size_t sample) const {
    return temperature[(task * depths + depth) * samples + sample];
  }
  [[nodiscard]] std::span<const float> trace(std::size_t task, std::size_t depth) const {
    return std::span{temperature}.subspan((task * depths + depth) * samples, samples);
  }
};

/// Solves tasks and keeps the temperatures at their depths; all tasks have equally many. An unfit
/// task fails alone. Throws std::invalid_argument for tasks with unequal numbers of depths, for an
/// unknown instruction set, for a sampling interval that is not positive and for steps that are
/// not.
[[nodiscard]] Probes probe(std::span<const Task> tasks, const BatchOptions& options = {});

/// Solves tasks and keeps everything that the reference keeps. Costs more than solving.
[[nodiscard]] std::vector<Expected<History>> solve(std::span<const Task> tasks,
                                                   const BatchOptions& options = {});

/// Instruction sets that this machine has, the best first, the portable one last.
[[nodiscard]] std::vector<std::string_view> batch_targets();

}  // namespace coldplan::bioheat
