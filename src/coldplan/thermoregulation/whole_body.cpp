#include "coldplan/thermoregulation/whole_body.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <map>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/thermoregulation/body_batch.h"
#include "coldplan/thermoregulation/body_kernel.h"
#include "coldplan/thermoregulation/neutral.h"

namespace coldplan::thermoregulation {
namespace {

/// Temperature of a body before it is brought to rest [°C].
// numerical: a start of Newton's method.
constexpr double first_guess = 36.0;

Expected<void> check(const BodyTask& task) {
  const auto refused = [](std::string place, double seen, std::string allowed) {
    return tl::unexpected(Error{ErrorCode::out_of_range, std::move(place),
                                fmt::format("{:g}", seen), std::move(allowed), ""});
  };
  if (task.schedule.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "schedule", "", "", "has no stages"});
  }
  // numerical: the longest schedule that is taken for meant: two days [s].
  constexpr double longest = 172800.0;
  double whole = 0.0;
  for (const Stage& stage : task.schedule) {
    whole += stage.duration;
    if (!(stage.duration > 0.0 && whole <= longest)) {
      return refused("schedule.duration", stage.duration, "a time over 0 s, two days in all");
    }
    for (const Surrounding& around : stage.around) {
      // numerical: no gas is colder than absolute zero, no room hotter than this [°C].
      constexpr double coldest = -273.0;
      // numerical: as above.
      constexpr double hottest = 100.0;
      const double temperature = around.gas_temperature;
      if (!(temperature >= coldest && temperature <= hottest)) {
        return refused("schedule.gas_temperature", temperature,
                       "a temperature of gas (-273 to 100 °C)");
      }
      if (!(around.convection > 0.0 && std::isfinite(around.convection))) {
        return refused("schedule.convection", around.convection, "a conductance over 0 W/(m² K)");
      }
      if (around.in_water && !task.bath) {
        return tl::unexpected(Error{ErrorCode::missing, "bath", "", "", "what water is it in?"});
      }
    }
  }
  return {};
}

/// Lengths of the steps of a stage [s]: they grow with the time since its start. How many there are
/// hangs on the duration alone.
std::vector<double> step_lengths(double duration, const BodyMesh& mesh) {
  std::vector<double> lengths;
  double sum = 0.0;
  while (sum < duration) {
    const double length = std::min(std::max(mesh.first, mesh.growth * sum), mesh.largest);
    lengths.push_back(length);
    sum += length;
  }
  for (double& length : lengths) {
    length *= duration / sum;
  }
  return lengths;
}

/// What tasks must share to stand in one batch: how many steps each of their stages has.
using StepCounts = std::vector<std::size_t>;

/// A task with the steps of its stages.
struct Planned {
  std::size_t number = 0;
  std::vector<std::vector<double>> steps;
};

Planned planned(std::size_t number, const BodyTask& task, const BodyMesh& mesh) {
  Planned plan{number, {}};
  for (const Stage& stage : task.schedule) {
    plan.steps.push_back(step_lengths(stage.duration, mesh));
  }
  return plan;
}

StepCounts counts_of(const Planned& plan) {
  StepCounts counts;
  for (const auto& steps : plan.steps) {
    counts.push_back(steps.size());
  }
  return counts;
}

template <typename Real>
const BodyKernel<Real>& kernel_of(const BodyOptions& options) {
  const auto targets = body_targets();
  const auto found = std::find_if(targets.begin(), targets.end(), [&](const BodyTarget& target) {
    return options.target.empty() || target.name == options.target;
  });
  if (found == targets.end()) {
    throw std::invalid_argument("no instruction set " + std::string{options.target});
  }
  return found->template kernel<Real>();
}

/// Runs a batch: `begin(lane, neutral)` at rest, `record(state, observed, stage_ends)` after every
/// step.
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
        recorder.record(*this, plans, stage, step + 1 == steps);
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
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      fill_lane(state_, lane, tasks[plan_of(plans, lane).number].physique, first_guess);
    }
    for (LaneArray<Real>* lanes :
         {&state_.body.time, &state_.body.forecast, &state_.body.bath_change}) {
      std::fill(lanes->begin(), lanes->end(), Real{0});
    }
    neutral_ = settle(state_, kernel_, found_);
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      const BodyTask& task = tasks[plan_of(plans, lane).number];
      add_everywhere(state_, lane, task.start_offset);
      if (task.bath) {
        const double capacity = std::min(task.bath->capacity, 1e30);
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

Error no_rest() {
  return {ErrorCode::not_solved, "person", "", "",
          "no state was found in which this body is thermally neutral; check height and weight"};
}

/// Whether skin froze in a lane, when and where.
template <typename Real>
std::optional<Freezing> freezing_of(const BodyState<Real>& state, std::size_t lane) {
  const auto time = static_cast<double>(state.body.frozen_time[lane]);
  // numerical: a time that is not after all sessions.
  constexpr double never = 1e29;
  if (time > never) {
    return std::nullopt;
  }
  const auto place = static_cast<std::size_t>(std::lround(state.body.frozen_site[lane]));
  return Freezing{time, all_sites().at(place)};
}

/// Keeps everything.
class HistoryRecorder {
 public:
  HistoryRecorder(std::span<const BodyTask> tasks, std::vector<Expected<BodyHistory>>& out)
      : tasks_(tasks), out_(out) {}

  void begin(const Run<double>& run, std::span<const Planned> plans) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      const std::size_t number = plans[lane].number;
      if (!run.found(lane)) {
        out_[number] = tl::unexpected(no_rest());
        continue;
      }
      BodyHistory history;
      history.neutral = run.neutral(lane);
      history.probes.resize(tasks_[number].probes.size());
      history.lumbar_depth = tasks_[number].physique.at(Site::lumbar).grid.centre_depth;
      out_[number] = std::move(history);
      add_sample(run, number, lane);
    }
    begin_heat_.assign(run.state().lanes, 0.0);
    made_.assign(run.state().lanes, 0.0);
    lost_.assign(run.state().lanes, 0.0);
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      begin_heat_[lane] = stored_heat(run.state(), lane);
    }
  }

  void record(const Run<double>& run, std::span<const Planned> plans, std::size_t /*stage*/,
              bool ends_stage) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      auto& out = out_[plans[lane].number];
      if (!out || out->freezing) {
        continue;
      }
      count(run, lane, *out);
      if (const auto frozen = freezing_of(run.state(), lane)) {
        out->freezing = frozen;
        continue;
      }
      add_sample(run, plans[lane].number, lane);
      if (ends_stage) {
        out->stage_end.push_back(run.state().body.time[lane]);
        out->lumbar.push_back(column_of(run.state(), lane, Site::lumbar));
      }
    }
  }

 private:
  static std::vector<double> column_of(const BodyState<double>& state, std::size_t lane,
                                       Site site) {
    const SiteRows& rows = state.layout->at(site);
    std::vector<double> column;
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      column.push_back(state.row.temperature[row * state.lanes + lane]);
    }
    return column;
  }

  void add_sample(const Run<double>& run, std::size_t number, std::size_t lane) {
    BodyHistory& history = *out_[number];
    const BodyState<double>& state = run.state();
    history.time.push_back(state.body.time[lane]);
    for (std::size_t what = 0; what < observed_count; ++what) {
      history.observed[what].push_back(run.observed(what, lane));
    }
    const BodyTask& task = tasks_[number];
    for (std::size_t i = 0; i < task.probes.size(); ++i) {
      const BodyProbe& probe = task.probes[i];
      const std::vector<double> column = column_of(state, lane, probe.site);
      const double surface = state.site[place_of(probe.site)].surface[lane];
      const double inner = probe.site == Site::lumbar
                               ? state.site[place_of(Site::back)].artery[lane]
                               : column.back();
      history.probes[i].push_back(bioheat::temperature_at(
          task.physique.at(probe.site).grid, column.data(), surface, inner, probe.depth));
    }
  }

  /// Adds up the heats of a step.
  void count(const Run<double>& run, std::size_t lane, BodyHistory& history) {
    const auto heat = [&](Observed what) {
      return run.observed(static_cast<std::size_t>(what), lane) * run.state().body.length[lane];
    };
    made_[lane] += heat(Observed::metabolism);
    lost_[lane] += heat(Observed::loss) + heat(Observed::evaporation) + heat(Observed::respiration);
    history.heat_into_bath += heat(Observed::into_bath);
    const double gained = stored_heat(run.state(), lane) - begin_heat_[lane];
    history.energy_closure = std::abs(gained - (made_[lane] - lost_[lane])) / made_[lane];
  }

  std::span<const BodyTask> tasks_;
  std::vector<Expected<BodyHistory>>& out_;
  std::vector<double> begin_heat_, made_, lost_;
};

/// Keeps extremes.
class SummaryRecorder {
 public:
  explicit SummaryRecorder(std::vector<Expected<BodySummary>>& out) : out_(out) {}

  void begin(const Run<float>& run, std::span<const Planned> plans) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      auto& out = out_[plans[lane].number];
      if (!run.found(lane)) {
        out = tl::unexpected(no_rest());
        continue;
      }
      BodySummary summary;
      summary.lowest_mean_skin = summary.lowest_lumbar_skin = summary.lowest_rectal =
          summary.lowest_central = first_guess * 2.0;
      out = summary;
      take(run, lane, *out);
    }
  }

  void record(const Run<float>& run, std::span<const Planned> plans, std::size_t /*stage*/,
              bool /*ends_stage*/) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      auto& out = out_[plans[lane].number];
      if (!out || out->freezing) {
        continue;
      }
      out->freezing = freezing_of(run.state(), lane);
      if (!out->freezing) {
        take(run, lane, *out);
      }
    }
  }

 private:
  static void take(const Run<float>& run, std::size_t lane, BodySummary& summary) {
    const auto seen = [&](Observed what) {
      return run.observed(static_cast<std::size_t>(what), lane);
    };
    const auto time = static_cast<double>(run.state().body.time[lane]);
    const auto lower = [&](double value, double& lowest, double* when) {
      if (value < lowest) {
        lowest = value;
        if (when != nullptr) {
          *when = time;
        }
      }
    };
    lower(seen(Observed::mean_skin), summary.lowest_mean_skin, nullptr);
    const std::size_t lumbar =
        static_cast<std::size_t>(Observed::first_surface) + place_of(Site::lumbar);
    lower(run.observed(lumbar, lane), summary.lowest_lumbar_skin, nullptr);
    lower(seen(Observed::pelvis_core), summary.lowest_rectal, &summary.lowest_rectal_time);
    lower(seen(Observed::central_blood), summary.lowest_central, &summary.lowest_central_time);
    summary.highest_shivering = std::max(summary.highest_shivering, seen(Observed::shivering));
  }

  std::vector<Expected<BodySummary>>& out_;
};

/// Batches of tasks whose stages have the same numbers of steps.
std::vector<std::vector<Planned>> make_batches(std::span<const BodyTask> tasks,
                                               std::span<const char> fit, const BodyMesh& mesh,
                                               std::size_t lanes) {
  std::map<StepCounts, std::vector<Planned>> open;
  std::vector<std::vector<Planned>> batches;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (fit[i] == 0) {
      continue;
    }
    Planned plan = planned(i, tasks[i], mesh);
    auto& batch = open[counts_of(plan)];
    batch.push_back(std::move(plan));
    if (batch.size() == lanes) {
      batches.push_back(std::move(batch));
      batch.clear();
    }
  }
  for (auto& [counts, batch] : open) {
    if (!batch.empty()) {
      batches.push_back(std::move(batch));
    }
  }
  return batches;
}

template <typename Real, typename Result, typename MakeRecorder>
std::vector<Expected<Result>> run_all(std::span<const BodyTask> tasks, const BodyOptions& options,
                                      const MakeRecorder& make_recorder) {
  std::vector<Expected<Result>> results(tasks.size());
  std::vector<char> fit(tasks.size(), 1);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (auto sound = check(tasks[i]); !sound) {
      results[i] = tl::unexpected(sound.error());
      fit[i] = 0;
    }
  }
  const Layout layout = make_layout(options.refinement);
  const BodyKernel<Real>& kernel = kernel_of<Real>(options);
  const auto batches = make_batches(tasks, fit, options.mesh, kernel.lanes);
  const auto count = static_cast<std::ptrdiff_t>(batches.size());
  // An exception must not leave a thread that OpenMP made.
  std::exception_ptr failure;
#pragma omp parallel num_threads(options.threads) if (options.threads > 1 && count > 1)
  {
    Run<Real> run(layout, kernel);
#pragma omp for schedule(dynamic)
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      try {
        auto recorder = make_recorder(results);
        run(tasks, batches[static_cast<std::size_t>(i)], recorder);
      } catch (...) {
#pragma omp critical
        failure = std::current_exception();
      }
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return results;
}

}  // namespace

BodyMesh precise_mesh() {
  // numerical: steps half as long and less.
  return {0.1, 0.06, 20.0};
}

std::vector<Expected<BodyHistory>> simulate(std::span<const BodyTask> tasks,
                                            const BodyOptions& options) {
  return run_all<double, BodyHistory>(tasks, options, [tasks](auto& results) {
    return HistoryRecorder{tasks, results};
  });
}

std::vector<Expected<BodySummary>> summarize(std::span<const BodyTask> tasks,
                                             const BodyOptions& options) {
  return run_all<float, BodySummary>(tasks, options,
                                     [](auto& results) { return SummaryRecorder{results}; });
}

std::vector<std::string_view> body_target_names() {
  std::vector<std::string_view> names;
  for (const BodyTarget& target : body_targets()) {
    names.push_back(target.name);
  }
  return names;
}

}  // namespace coldplan::thermoregulation
