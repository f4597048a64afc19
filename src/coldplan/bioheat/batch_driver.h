#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "coldplan/bioheat/batch_lane.h"
#include "coldplan/bioheat/batch_plan.h"

/// Steps one batch from start to end. What is kept of it is the recorder's:
///
///     start(state, lanes)             all lanes at rest, before any phase
///     opened(state, i, lane)          a phase of lane i began
///     step(state, lanes, taken)       a step was solved and not yet taken over
///     happened(i, lane, event)        an event came at the end of the step of lane i
///     closed(state, i, lane)          a phase of lane i ended
namespace coldplan::bioheat {

/// A batch to be solved: tasks of one shape, at most as many as the kernel has lanes.
struct Batch {
  std::span<const Task* const> tasks;
  std::span<const Planned* const> plans;
};

template <typename Real>
struct Driver {
  const Kernel<Real>& kernel;
  const StepTable& table;
  BatchState<Real> state;
  std::vector<Lane> lanes;
  LaneArray<Real> taken;
  std::vector<Grid> grids;

  /// A driver for batches of this shape, one after the other: its memory is used again.
  Driver(const Kernel<Real>& with, const StepTable& steps, const Shape& shape)
      : kernel(with),
        table(steps),
        state(make_batch_state<Real>(with.lanes, shape.sections, shape.memories)),
        taken(with.lanes) {}

  void take_on(const Batch& batch) {
    renew(state);
    lanes.assign(batch.tasks.size(), {});
    grids.resize(batch.tasks.size());
    Grid spare;
    for (std::size_t i = 0; i < state.lanes; ++i) {
      // Lanes without a task idle along with the first one's numbers.
      const std::size_t of = i < lanes.size() ? i : 0;
      Grid& grid = i < lanes.size() ? grids[i] : spare;
      fill_lane(state, i, *batch.tasks[of], batch.plans[of]->cuts, grid);
      Lane idle;
      Lane& lane = i < lanes.size() ? lanes[i] : idle;
      lane.task = batch.tasks[of];
      lane.active = i < lanes.size();
      lane.watches_skin =
          std::any_of(lane.task->schedule.begin(), lane.task->schedule.end(),
                      [](const Phase& phase) { return phase.stop_temperature.has_value(); });
      lane.outer_resistance = grid.outer_resistance[0];
      lane.freezing = freezing_watch(lane.task->column);
      lane.melted = std::numeric_limits<double>::quiet_NaN();
      put_to_rest(i, lane);
    }
    kernel.rest(state);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      hand_over_restless(i);
      take_given_start(i);
      hand_over_frozen(i);
    }
    kernel.set_neutral(state);
  }

  void put_to_rest(std::size_t index, const Lane& lane) {
    const auto* rest = std::get_if<Rest>(&lane.task->start);
    const Boundary& first = lane.task->schedule[0].boundary;
    face_rest(state, index, lane, rest != nullptr ? rest->boundary : first);
    state.length[index] = Real{1};
  }

  void take_given_start(std::size_t index) {
    const Start& start = lanes[index].task->start;
    const auto* uniform = std::get_if<Uniform>(&start);
    const auto* profile = std::get_if<Profile>(&start);
    if (uniform == nullptr && profile == nullptr) {
      return;
    }
    for (std::size_t cell = 0; cell < state.cells; ++cell) {
      const double t = uniform != nullptr ? uniform->temperature
                                          : profile->temperature(grids[index].centre_depth[cell]);
      state.temperature[state.at(cell + 1, index)] = static_cast<Real>(t);
    }
  }

  /// A state of rest that Newton's last update still moved was not found: whether there is one is
  /// for the reference solver to say.
  void hand_over_restless(std::size_t index) {
    constexpr auto at_rest = static_cast<Real>(1e-2);  // [K]
    for (std::size_t row = 1; row <= state.cells; ++row) {
      const Real update = state.stage[0][state.at(row, index)];
      if (std::holds_alternative<Rest>(lanes[index].task->start) && !(std::abs(update) < at_rest)) {
        lanes[index].handed_over = true;
        lanes[index].active = false;
      }
    }
  }

  /// Tissue that starts colder than it freezes is the reference solver's from the start.
  void hand_over_frozen(std::size_t index) {
    Lane& lane = lanes[index];
    for (std::size_t row = 1; row <= state.cells; ++row) {
      if (state.temperature[state.at(row, index)] < static_cast<Real>(lane.freezing)) {
        lane.handed_over = true;
        lane.active = false;
      }
    }
  }

  template <typename Recorder>
  void open(std::size_t index, Recorder& recorder) {
    Lane& lane = lanes[index];
    open_phase(state, index, lane, table);
    if (lane.active) {
      recorder.opened(state, index, lane);
    }
    if (lane.active && lane.stopped) {
      close(index, recorder);
    }
  }

  /// Ends a phase, and opens the next if there is one.
  template <typename Recorder>
  void close(std::size_t index, Recorder& recorder) {
    Lane& lane = lanes[index];
    if (!lane.stopped) {
      lane.time = lane.phase_end;
    }
    if (lane.now().cooling) {
      lane.removal = lane.time;
    }
    if (lane.watches_skin) {
      lane.phase_ends.push_back(lane.time);
    }
    recorder.closed(state, index, lane);
    ++lane.phase;
    if (lane.phase == lane.task->schedule.size()) {
      lane.active = false;
      return;
    }
    open(index, recorder);
  }

  /// Lengths of the next step of all lanes; false if none is under way.
  bool set_lengths() {
    bool any = false;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      Lane& lane = lanes[i];
      if (!lane.active) {
        continue;
      }
      any = true;
      if (!lane.truncated) {
        lane.length = table.length[lane.step] * lane.scale;
      }
      state.length[i] = static_cast<Real>(lane.length);
    }
    return any;
  }

  void judge(bool needs_look) {
    std::fill(taken.begin(), taken.end(), Real{0});
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      if (lanes[i].active) {
        const bool takes = !needs_look || look_at(state, i, lanes[i]) == Verdict::take;
        taken[i] = takes ? Real{1} : Real{0};
      }
    }
  }

  template <typename Recorder>
  void advance(std::size_t index, Recorder& recorder) {
    Lane& lane = lanes[index];
    lane.heat += static_cast<double>(state.heat[index]);
    lane.heat_taken += lane.now().cooling ? static_cast<double>(state.heat[index]) : 0.0;
    lane.time += lane.length;
    lane.step += lane.truncated ? 0 : 1;
    const bool at_end = !lane.truncated && lane.step == lane.last_step;
    lane.time = at_end ? lane.phase_end : lane.time;
    lane.truncated = false;
    update_enthalpy(state, index, lane);
    if (lane.due) {
      const Event event = *std::exchange(lane.due, std::nullopt);
      recorder.happened(index, lane, event);
      happen(state, index, lane, event, table);
    }
    if (at_end || lane.stopped || lane.phase_end - lane.time < negligible) {
      close(index, recorder);
    }
  }

  template <typename Recorder>
  void run(Recorder& recorder) {
    recorder.start(state, lanes, grids);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      if (lanes[i].active) {
        open(i, recorder);
      }
    }
    while (set_lengths()) {
      judge(kernel.step(state));
      recorder.step(kernel, state, lanes, taken);
      kernel.accept(state, taken);
      for (std::size_t i = 0; i < lanes.size(); ++i) {
        if (taken[i] > Real{0}) {
          advance(i, recorder);
        }
      }
    }
  }

  /// Shorter than this [s] nothing is left to solve but rounding.
  static constexpr double negligible = 1e-9;
};

}  // namespace coldplan::bioheat
