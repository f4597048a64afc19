#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "coldplan/thermoregulation/body_batch.h"
#include "coldplan/thermoregulation/neutral.h"

namespace coldplan::thermoregulation {

/// A task with the steps of its stages.
struct Planned {
  std::size_t number = 0;                  ///< of the task
  std::vector<std::vector<double>> steps;  ///< of each stage [s]
};

/// Temperature of a body before it is brought to rest [°C].
// numerical: a start of Newton's method.
inline constexpr double first_guess = 36.0;

/// Takes batches of bodies through their schedules, one after the other. A recorder is called at
/// rest, `begin(run, plans)`, and after every step, `record(run, plans, ends_stage)`.
template <typename Real>
class Run {
 public:
  Run(const Layout& layout, const BodyKernel<Real>& kernel)
      : kernel_(kernel),
        state_(make_state<Real>(layout, kernel.lanes)),
        observed_(observed_count * kernel.lanes) {}

  template <typename Recorder>
  void operator()(std::span<const BodyTask> tasks, std::span<const Planned> plans,
                  Recorder& recorder) {
    settle_all(tasks, plans);
    recorder.begin(*this, plans);
    const std::size_t stages = plans.front().steps.size();
    for (std::size_t stage = 0; stage < stages; ++stage) {
      const std::size_t steps = plans.front().steps[stage].size();
      enter(tasks, plans, stage);
      for (std::size_t step = 0; step < steps; ++step) {
        for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
          const auto& lengths = plan_of(plans, lane).steps[stage];
          state_.body.length[lane] = static_cast<Real>(lengths[step]);
          state_.body.forecast[lane] =
              static_cast<Real>(step == 0 ? 0.0 : 0.5 * lengths[step] / lengths[step - 1]);
        }
        kernel_.step(state_);
        kernel_.observe(state_, observed_);
        recorder.record(*this, plans, step + 1 == steps);
      }
    }
  }

  [[nodiscard]] const BodyState<Real>& state() const { return state_; }
  [[nodiscard]] bool found(std::size_t lane) const { return found_[lane] != 0; }
  [[nodiscard]] const Neutral& neutral(std::size_t lane) const { return neutral_[lane]; }
  [[nodiscard]] double observed(std::size_t what, std::size_t lane) const {
    return static_cast<double>(observed_[what * state_.lanes + lane]);
  }

 private:
  /// Lanes without a task repeat the last one.
  static const Planned& plan_of(std::span<const Planned> plans, std::size_t lane) {
    return plans[std::min(lane, plans.size() - 1)];
  }

  void settle_all(std::span<const BodyTask> tasks, std::span<const Planned> plans) {
    // Nothing stays of those who stood here before: not the memory of their constriction, their
    // films, their last changes, their bath.
    state_ = make_state<Real>(*state_.layout, state_.lanes);
    std::vector<double> least_flow;
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      const Physique& physique = tasks[plan_of(plans, lane).number].physique;
      fill_lane(state_, lane, physique, first_guess);
      least_flow.push_back(physique.least_outer_flow);
    }
    neutral_ = settle(state_, kernel_, least_flow, found_);
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      const BodyTask& task = tasks[plan_of(plans, lane).number];
      add_everywhere(state_, lane, task.start_offset);
      if (task.bath) {
        const double capacity = std::min(task.bath->capacity, held_capacity);
        state_.body.bath[lane] = static_cast<Real>(task.bath->temperature);
        state_.body.bath_capacity[lane] = static_cast<Real>(capacity);
        state_.body.bath_loss[lane] = static_cast<Real>(task.bath->loss);
        state_.body.bath_room[lane] = static_cast<Real>(task.bath->room);
      }
    }
    kernel_.observe(state_, observed_);
  }

  void enter(std::span<const BodyTask> tasks, std::span<const Planned> plans, std::size_t stage) {
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      const Stage& own = tasks[plan_of(plans, lane).number].schedule[stage];
      set_surroundings(state_, lane, own.around);
      state_.body.cooling[lane] = static_cast<Real>(own.cooling ? 1.0 : 0.0);
    }
  }

  const BodyKernel<Real>& kernel_;
  BodyState<Real> state_;
  std::vector<Real> observed_;
  std::vector<char> found_;
  std::vector<Neutral> neutral_;
};

}  // namespace coldplan::thermoregulation
