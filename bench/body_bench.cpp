#include <algorithm>
#include <atomic>
#include <span>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>

#include "coldplan/person/population.h"
#include "coldplan/simulation/body_session.h"

// What the whole body costs: one person's history of a chamber in double precision; and people of
// the survey, of each of whom a summary is kept, with and without the making of their bodies.
namespace coldplan {
namespace {

using simulation::BodySession;
using thermoregulation::BodyTask;

constexpr std::size_t people_at_once = 4096;

BodySession chamber(double minutes_after) {
  BodySession session = simulation::usual_body_session(applicator::electric_chamber());
  session.after = 60.0 * minutes_after;
  return session;
}

std::vector<person::VirtualPerson> everybody() {
  return person::people(person::survey_population(), 0, people_at_once);
}

BodyTask task_of(const person::VirtualPerson& each, const BodySession& session,
                 const thermoregulation::Layout& layout) {
  const simulation::BodySubject subject{each.person, anatomy::build_of(each.person, each.residuals),
                                        each.body.body_fat_fraction};
  return simulation::body_task(subject, session, layout);
}

std::vector<BodyTask> tasks_of(std::span<const person::VirtualPerson> all) {
  const BodySession session = chamber(82.0);
  const thermoregulation::Layout layout = thermoregulation::make_layout();
  std::vector<BodyTask> tasks;
  tasks.reserve(all.size());
  for (const person::VirtualPerson& each : all) {
    tasks.push_back(task_of(each, session, layout));
  }
  return tasks;
}

/// One person, three minutes in a chamber and two hours after it, on one core.
void one_chamber_session(benchmark::State& state) {
  const std::vector<person::VirtualPerson> one = person::people(person::survey_population(), 0, 1);
  const BodySession session = chamber(120.0);
  const thermoregulation::Layout layout = thermoregulation::make_layout();
  thermoregulation::BodyOptions options;
  options.threads = 1;
  for (auto _ : state) {
    const BodyTask task = task_of(one.front(), session, layout);
    benchmark::DoNotOptimize(thermoregulation::simulate({&task, 1}, options));
  }
}
BENCHMARK(one_chamber_session)->Unit(benchmark::kMillisecond);

bool are_summarized(const std::vector<BodyTask>& tasks, int threads) {
  thermoregulation::BodyOptions options;
  options.threads = threads;
  const auto summaries = thermoregulation::summarize(tasks, options);
  return std::all_of(summaries.begin(), summaries.end(),
                     [](const auto& summary) { return summary.has_value(); });
}

/// Their 85 minutes alone.
void made_people(benchmark::State& state) {
  const std::vector<BodyTask> tasks = tasks_of(everybody());
  for (auto _ : state) {
    if (!are_summarized(tasks, static_cast<int>(state.range(0)))) {
      state.SkipWithError("of a person no neutral state was found");
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(people_at_once));
}
BENCHMARK(made_people)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

/// With the making of their bodies, each thread some hundreds at a time.
void people_made_too(benchmark::State& state) {
  const std::vector<person::VirtualPerson> all = everybody();
  constexpr std::size_t together = 256;
  for (auto _ : state) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t first = next.fetch_add(together); first < all.size();
           first = next.fetch_add(together)) {
        benchmark::DoNotOptimize(
            are_summarized(tasks_of(std::span{all}.subspan(first, together)), 1));
      }
    };
    std::vector<std::jthread> threads;
    for (std::int64_t i = 1; i < state.range(0); ++i) {
      threads.emplace_back(work);
    }
    work();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(people_at_once));
}
BENCHMARK(people_made_too)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coldplan
