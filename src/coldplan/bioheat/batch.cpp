#include "coldplan/bioheat/batch.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <stdexcept>
#include <string>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "coldplan/bioheat/batch_driver.h"
#include "coldplan/bioheat/batch_groups.h"
#include "coldplan/bioheat/batch_histories.h"
#include "coldplan/bioheat/batch_probes.h"

namespace coldplan::bioheat {
namespace {

const KernelTarget& target_named(std::string_view name) {
  const auto targets = kernel_targets();
  if (name.empty()) {
    return targets.front();
  }
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [name](const KernelTarget& each) { return each.name == name; });
  if (found == targets.end()) {
    throw std::invalid_argument("no instruction set " + std::string{name});
  }
  return *found;
}

int threads_of([[maybe_unused]] const BatchOptions& options) {
#ifdef _OPENMP
  return options.threads > 0 ? options.threads : omp_get_max_threads();
#else
  return 1;
#endif
}

/// Batches that are worth a thread of their own.
constexpr std::size_t batches_for_a_thread = 4;
/// Tasks that are worth one to be made ready.
constexpr std::size_t tasks_for_a_thread = 256;

/// Calls `work` with every number below `count`, on several threads where there are any and where
/// each gets at least `least` to do: starting threads takes longer than a few tasks. Which thread
/// takes which number leaves no trace in the results.
template <typename Work>
void for_each_number(std::size_t count, int threads, std::size_t least, const Work& work) {
  const auto numbers = static_cast<std::ptrdiff_t>(count);
  [[maybe_unused]] const int used = count / least < 2 ? 1 : threads;
  // An exception must not leave a thread that OpenMP made: the first one goes on from here.
  std::exception_ptr failure;
#pragma omp parallel for schedule(dynamic) num_threads(used) if (used > 1)
  for (std::ptrdiff_t i = 0; i < numbers; ++i) {
    try {
      work(static_cast<std::size_t>(i));
    } catch (...) {
#pragma omp critical
      failure = failure ? failure : std::current_exception();
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

/// The longest phase of the tasks that are fit [s].
double longest_phase(std::span<const Task> tasks, std::span<const char> fit) {
  double longest = 0.0;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    for (const Phase& phase : tasks[i].schedule) {
      longest = fit[i] != 0 ? std::max(longest, phase.duration) : longest;
    }
  }
  return longest;
}

/// Tables of steps, plain and fine. What a lane takes from one does not depend on how far it goes,
/// and it goes far enough for any restart within a phase.
struct StepTables {
  StepTable plain;
  StepTable fine;
};

StepTables make_tables(const BatchMesh& mesh, double longest) {
  constexpr double beyond = 4.0;
  const double span = beyond * longest + mesh.largest;
  return {make_step_table(mesh, span, false), make_step_table(mesh, span, true)};
}

/// Tasks as checked and planned.
struct Prepared {
  std::vector<Planned> plans;
  std::vector<char> fit;
  std::vector<Error> errors;  ///< of those that are not fit
};

Prepared prepare(std::span<const Task> tasks, const BatchOptions& options) {
  Prepared prepared{std::vector<Planned>(tasks.size()), std::vector<char>(tasks.size(), 0),
                    std::vector<Error>(tasks.size())};
  for_each_number(tasks.size(), threads_of(options), tasks_for_a_thread, [&](std::size_t i) {
    if (auto fit = check(tasks[i]); !fit) {
      prepared.errors[i] = fit.error();
      return;
    }
    prepared.fit[i] = 1;
    prepared.plans[i] = plan(tasks[i], options);
  });
  return prepared;
}

/// Runs every batch of fit tasks with a recorder of its own, and hands both to `keep`.
template <typename Real, typename MakeRecorder, typename Keep>
void run_batches(std::span<const Task> tasks, const Prepared& prepared, const BatchOptions& options,
                 const MakeRecorder& make_recorder, const Keep& keep) {
  const Kernel<Real>& kernel = target_named(options.target).kernel<Real>();
  const StepTables tables = make_tables(options.mesh, longest_phase(tasks, prepared.fit));
  const std::vector<Batches> runs = make_runs(prepared.plans, prepared.fit, kernel.lanes);
  for_each_number(runs.size(), threads_of(options), batches_for_a_thread, [&](std::size_t number) {
    const Shape& shape = prepared.plans[runs[number].front().front()].shape;
    Driver<Real> driver(kernel, shape.fine ? tables.fine : tables.plain, shape);
    auto recorder = make_recorder(shape);
    std::vector<const Task*> chosen;
    std::vector<const Planned*> plans;
    for (const std::vector<std::size_t>& members : runs[number]) {
      chosen.clear();
      plans.clear();
      for (const std::size_t i : members) {
        chosen.push_back(&tasks[i]);
        plans.push_back(&prepared.plans[i]);
      }
      driver.take_on({chosen, plans});
      driver.run(recorder);
      for (std::size_t lane = 0; lane < members.size(); ++lane) {
        keep(members[lane], driver.lanes[lane], recorder, lane);
      }
    }
  });
}

/// The numbers of those that are set.
std::vector<std::size_t> numbers_of(std::span<const char> set) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (set[i] != 0) {
      numbers.push_back(i);
    }
  }
  return numbers;
}

SolverOptions reference_options(const BatchOptions& options) {
  SolverOptions reference;
  reference.grid = options.reference_grid.value_or(reference.grid);
  reference.sample_interval = options.sample_interval;
  return reference;
}

Outcome outcome_of(const History& history, const Task& task) {
  Outcome outcome;
  outcome.solved = Solved::by_reference;
  outcome.phase_end = history.phase_end;
  outcome.melted = std::numeric_limits<double>::quiet_NaN();
  double begin = 0.0;
  for (std::size_t i = 0; i < history.phase_end.size(); ++i) {
    if (task.schedule[i].cooling) {
      outcome.removal = history.phase_end[i];
      // The samples at the ends of phases are exact.
      const auto taken_until = [&](double time) {
        const auto at = std::lower_bound(history.time.begin(), history.time.end(), time - 1e-6);
        return history.heat_taken[static_cast<std::size_t>(at - history.time.begin())];
      };
      outcome.heat_taken += taken_until(history.phase_end[i]) - taken_until(begin);
    }
    begin = history.phase_end[i];
  }
  for (const Event& event : history.events) {
    if (event.kind == EventKind::store_melted && std::isnan(outcome.melted)) {
      outcome.melted = event.time;
    }
    outcome.stopped = outcome.stopped || event.kind == EventKind::stop_temperature;
  }
  outcome.deepest_frozen = history.deepest_frozen;
  return outcome;
}

/// The history of a task that was handed over. What cells of the caller's choice do not solve the
/// reference's own may.
Expected<History> solve_by_reference(const Task& task, const BatchOptions& options) {
  SolverOptions reference = reference_options(options);
  auto history = solve(task.column, task.start, task.schedule, reference);
  if (!history && options.reference_grid) {
    reference.grid = SolverOptions{}.grid;
    history = solve(task.column, task.start, task.schedule, reference);
  }
  return history;
}

/// A task that tissue froze in, solved by the reference into the same places.
void probe_by_reference(const Task& task, const BatchOptions& options, std::size_t number,
                        Probes& probes) {
  const auto history = solve_by_reference(task, options);
  Outcome& outcome = probes.outcomes[number];
  if (!history) {
    outcome.error = history.error();
    return;
  }
  outcome = outcome_of(*history, task);
  for (std::size_t depth = 0; depth < probes.depths; ++depth) {
    float* const place = &probes.temperature[(number * probes.depths + depth) * probes.samples];
    for (std::size_t sample = 0; sample < history->samples; ++sample) {
      const double regular = history->time[sample] / options.sample_interval;
      const auto nearest = static_cast<std::size_t>(std::round(regular));
      if (std::abs(regular - std::round(regular)) < 1e-6 && nearest < probes.samples) {
        place[nearest] = static_cast<float>(temperature_at(*history, sample, task.depths[depth]));
      }
    }
  }
}

template <typename Real>
void probe_all(std::span<const Task> tasks, const Prepared& prepared, const BatchOptions& options,
               Probes& probes) {
  std::vector<char> handed_over(tasks.size(), 0);
  run_batches<Real>(
      tasks, prepared, options,
      [&](const Shape& shape) {
        return ProbeRecorder<Real>{
            options.sample_interval, probes.samples, shape.probe_rows, {}, {}, {}};
      },
      [&](std::size_t number, const Lane& lane, const ProbeRecorder<Real>& recorder,
          std::size_t index) {
        Outcome& outcome = probes.outcomes[number];
        handed_over[number] = lane.handed_over ? 1 : 0;
        if (lane.error || lane.handed_over) {
          outcome.error = lane.error;
          return;
        }
        outcome.solved = Solved::by_batch;
        outcome.removal = lane.removal;
        outcome.phase_end = lane.phase_ends;
        outcome.heat_taken = lane.heat_taken;
        outcome.melted = lane.melted;
        outcome.stopped = lane.ever_stopped;
        for (std::size_t depth = 0; depth < probes.depths; ++depth) {
          float* const place =
              &probes.temperature[(number * probes.depths + depth) * probes.samples];
          for (std::size_t sample = 0; sample < probes.samples; ++sample) {
            place[sample] = recorder.at(sample, depth, index);
          }
        }
      });
  const std::vector<std::size_t> left = numbers_of(handed_over);
  for_each_number(left.size(), threads_of(options), 1, [&](std::size_t i) {
    probe_by_reference(tasks[left[i]], options, left[i], probes);
  });
}

/// What is the caller's own fault, whatever the tasks.
void check_options(const BatchOptions& options) {
  const BatchMesh& mesh = options.mesh;
  if (!(options.sample_interval > 0.0)) {
    throw std::invalid_argument("the sampling interval must be over 0");
  }
  if (!(mesh.first > 0.0 && mesh.growth >= 1.0 && mesh.settled > 0.0 && mesh.slope >= 0.0 &&
        mesh.largest > 0.0)) {
    throw std::invalid_argument("the steps of a mesh must be over 0 and not shrink");
  }
}

void check_depths(std::span<const Task> tasks) {
  if (std::any_of(tasks.begin(), tasks.end(),
                  [&](const Task& task) { return task.depths.size() != tasks[0].depths.size(); })) {
    throw std::invalid_argument("tasks of one call have equally many depths");
  }
}

/// Whether the discrete balances close to rounding; a task in which they do not goes to the
/// reference solver.
bool closes(const History& history, const BatchOptions& options) {
  const double most = options.precision == Precision::twofold ? 1e-10 : 1e-4;
  return history.energy.closure <= most && history.energy.store_closure <= most;
}

template <typename Real>
std::vector<Expected<History>> solve_all(std::span<const Task> tasks, const Prepared& prepared,
                                         const BatchOptions& options) {
  std::vector<std::optional<Expected<History>>> solved(tasks.size());
  run_batches<Real>(
      tasks, prepared, options,
      [&](const Shape& /*shape*/) {
        return HistoryRecorder<Real>{options.sample_interval, {}, {}};
      },
      [&](std::size_t number, const Lane& lane, HistoryRecorder<Real>& recorder,
          std::size_t index) {
        if (lane.error) {
          solved[number] = tl::unexpected(*lane.error);
        } else if (!lane.handed_over && closes(recorder.histories[index], options)) {
          solved[number] = std::move(recorder.histories[index]);
        }
      });
  std::vector<char> handed_over(tasks.size(), 0);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (prepared.fit[i] == 0) {
      solved[i] = tl::unexpected(prepared.errors[i]);
    }
    handed_over[i] = solved[i] ? 0 : 1;
  }
  const std::vector<std::size_t> left = numbers_of(handed_over);
  for_each_number(left.size(), threads_of(options), 1, [&](std::size_t i) {
    solved[left[i]] = solve_by_reference(tasks[left[i]], options);
  });
  std::vector<Expected<History>> results;
  results.reserve(solved.size());
  for (auto& each : solved) {
    results.push_back(std::move(*each));
  }
  return results;
}

}  // namespace

BatchOptions coarse_where_frozen_options() {
  BatchOptions options;
  options.reference_grid = {9.6e-4, 0.24, 1};
  return options;
}

BatchOptions precise_options() {
  BatchOptions options;
  options.grid = {1.5e-4, 0.05, 2};
  options.mesh = {2.0, 1.25, 30.0, 0.03, 160.0};
  options.precision = Precision::twofold;
  return options;
}

Probes probe(std::span<const Task> tasks, const BatchOptions& options) {
  check_options(options);
  check_depths(tasks);
  Probes probes;
  probes.outcomes.resize(tasks.size());
  if (tasks.empty()) {
    return probes;
  }
  const Prepared prepared = prepare(tasks, options);
  double longest = 0.0;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    longest = prepared.fit[i] != 0 ? std::max(longest, duration_of(tasks[i])) : longest;
  }
  probes.depths = tasks[0].depths.size();
  probes.samples = 1 + static_cast<std::size_t>(longest / options.sample_interval + 1e-9);
  probes.temperature.assign(tasks.size() * probes.depths * probes.samples,
                            std::numeric_limits<float>::quiet_NaN());
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (prepared.fit[i] == 0) {
      probes.outcomes[i].error = prepared.errors[i];
    }
  }
  options.precision == Precision::single ? probe_all<float>(tasks, prepared, options, probes)
                                         : probe_all<double>(tasks, prepared, options, probes);
  return probes;
}

std::vector<Expected<History>> solve(std::span<const Task> tasks, const BatchOptions& options) {
  check_options(options);
  const Prepared prepared = prepare(tasks, options);
  return options.precision == Precision::single ? solve_all<float>(tasks, prepared, options)
                                                : solve_all<double>(tasks, prepared, options);
}

std::vector<std::string_view> batch_targets() {
  std::vector<std::string_view> names;
  for (const KernelTarget& target : kernel_targets()) {
    names.push_back(target.name);
  }
  return names;
}

}  // namespace coldplan::bioheat
