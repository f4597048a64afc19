#include "coldplan/thermoregulation/whole_body.h"

#include <algorithm>
#include <array>
#include <exception>
#include <limits>
#include <map>
#include <stdexcept>

#include <fmt/format.h>

#ifdef _OPENMP
#include <omp.h>
#endif

#include "coldplan/thermoregulation/body_kernel.h"
#include "coldplan/thermoregulation/body_recorders.h"

namespace coldplan::thermoregulation {
namespace {

// numerical: no gas is colder than absolute zero, no room hotter than this [°C].
constexpr double coldest = -273.0;
// numerical: as above.
constexpr double hottest = 100.0;

/// A number of a task with its place and the range that it must be in.
struct Ranged {
  const char* place;
  double seen;
  double least;
  double most;
  const char* allowed;
};

/// Nothing, or the first that is out of its range or no number.
Expected<void> check(std::span<const Ranged> numbers) {
  for (const Ranged& number : numbers) {
    if (!(number.seen >= number.least && number.seen <= number.most)) {
      return tl::unexpected(Error{ErrorCode::out_of_range, number.place,
                                  fmt::format("{:g}", number.seen), number.allowed, ""});
    }
  }
  return {};
}

// numerical: the smallest number over 0 and the largest number.
constexpr double over_nothing = std::numeric_limits<double>::min();
// numerical: as above.
constexpr double any = std::numeric_limits<double>::max();

Expected<void> check(const Surrounding& around) {
  return check(std::array<Ranged, 6>{
      {{"schedule.gas_temperature", around.gas_temperature, coldest, hottest,
        "a temperature of gas (-273 to 100 °C)"},
       {"schedule.wall_temperature", around.wall_temperature, coldest, hottest,
        "a temperature of walls (-273 to 100 °C)"},
       {"schedule.convection", around.convection, over_nothing, any,
        "a conductance over 0 W/(m² K)"},
       {"schedule.emissivity", around.emissivity, 0.0, any, "an emissivity of 0 or more"},
       {"schedule.clothing", around.clothing, 0.0, any, "a resistance of 0 m² K/W or more"},
       {"schedule.vapour_pressure", around.vapour_pressure, 0.0, any,
        "a pressure of 0 Pa or more"}}});
}

Expected<void> check(const Bath& bath) {
  // Water that is held may have infinite capacity.
  constexpr double endless = std::numeric_limits<double>::infinity();
  return check(std::array<Ranged, 4>{
      {{"bath.temperature", bath.temperature, coldest, hottest, "a temperature (-273 to 100 °C)"},
       {"bath.capacity", bath.capacity, over_nothing, endless, "a heat capacity over 0 J/K"},
       {"bath.loss", bath.loss, 0.0, any, "a conductance of 0 W/K or more"},
       {"bath.room", bath.room, coldest, hottest, "a temperature (-273 to 100 °C)"}}});
}

Expected<void> check(const BodyTask& task) {
  if (task.schedule.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "schedule", "", "", "has no stages"});
  }
  // numerical: the longest schedule that is taken for meant: two days [s].
  constexpr double longest = 172800.0;
  double left = longest;
  for (const Stage& stage : task.schedule) {
    const Ranged duration{"schedule.duration", stage.duration, over_nothing, left,
                          "a time over 0 s, two days in all"};
    if (auto sound = check({&duration, 1}); !sound) {
      return sound;
    }
    left -= stage.duration;
    for (const Surrounding& around : stage.around) {
      if (auto sound = check(around); !sound) {
        return sound;
      }
      if (around.in_water && !task.bath) {
        return tl::unexpected(Error{ErrorCode::missing, "bath", "", "", "what water is it in?"});
      }
    }
  }
  return task.bath ? check(*task.bath) : Expected<void>{};
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

int threads_of([[maybe_unused]] const BodyOptions& options) {
#ifdef _OPENMP
  return options.threads > 0 ? options.threads : omp_get_max_threads();
#else
  return 1;
#endif
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
  [[maybe_unused]] const int threads = threads_of(options);
  // An exception must not leave a thread that OpenMP made.
  std::exception_ptr failure;
#pragma omp parallel num_threads(threads) if (threads > 1 && count > 1)
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
  // numerical: steps a third as long.
  constexpr BodyMesh fine{0.1, 0.05, 20.0};
  return fine;
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
