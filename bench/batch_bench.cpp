#include <algorithm>
#include <array>
#include <vector>

#include "work_a/work_a.h"
#include <benchmark/benchmark.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/bioheat/batch.h"
#include "coldplan/cohort/part_rows.h"

// What the batch costs: work A; work A with all of the program's own physiology (constriction with
// memory, the reflex, quotients of its own resting temperatures, a pack that warms and melts);
// backs as they are drawn, with all their layers; and a cohort, from a person's index to her row.
// Items are columns, or people.
namespace coldplan {
namespace {

constexpr std::size_t tasks_at_once = 16384;

bioheat::Task work_a_task(std::size_t index) {
  const work_a::Person each = work_a::person(index);
  const auto depth = each.depth();
  const auto phases = work_a::phases_of(each);
  return {work_a::column_of(each),
          bioheat::Rest{work_a::air()},
          {phases.begin(), phases.end()},
          {depth.begin(), depth.end()}};
}

/// The people and minutes of work A with the flow of this program, under a pack that melts within
/// the session.
bioheat::Task living_task(std::size_t index) {
  using tissue::FlowControl;
  bioheat::Task task = work_a_task(index);
  bioheat::Column& column = task.column;
  const std::array controls{FlowControl::constriction_and_reflex, FlowControl::constriction,
                            FlowControl::temperature_quotient, FlowControl::temperature_quotient};
  for (std::size_t layer = 0; layer < controls.size(); ++layer) {
    tissue::Tissue& tissue = column.layers[layer].tissue;
    tissue.flow_control = controls[layer];
    tissue.flow_q10 = 1.5;
    tissue.quotient_reference.reset();
  }
  column.law = tissue::perfusion_law(58.0);
  column.reflex_signal_per_kelvin = 0.4;
  bioheat::Boundary& pack = task.schedule[0].boundary;
  pack.store = bioheat::HeatStore{4000.0, 8000.0, 3e5, 0.0, -12.0, 8.0, 23.0};
  return task;
}

cohort::Plan plan_of(double minutes, double after) {
  simulation::Session session = simulation::usual_session(applicator::gel_pack());
  session.duration = 60.0 * minutes;
  session.after = 60.0 * after;
  return {.seed = 7, .people = tasks_at_once, .own_people = {}, .arms = {{"gel_pack", session}}};
}

/// The paraspinal column of a virtual person under a gel pack that melts.
bioheat::Task drawn_task(const cohort::Crowd& crowd, const cohort::Arm& arm, std::size_t index) {
  const cohort::Subject subject = crowd.subject_at(index);
  const simulation::Session session = cohort::session_for(arm, subject);
  anatomy::NamedColumn named = anatomy::paraspinal_column(subject.build, subject.draw);
  named.column.reflex_signal_per_kelvin =
      simulation::reflex_signal_per_kelvin(session.form.area, subject.build.body_surface);
  bioheat::Task task{named.column,
                     bioheat::Rest{applicator::room_air(session.use.room_temperature)},
                     simulation::schedule_of(session, subject.draw)};
  for (const anatomy::Landmark& landmark : named.landmarks) {
    task.depths.push_back(landmark.depth);
  }
  return task;
}

void run(benchmark::State& state, const std::vector<bioheat::Task>& tasks) {
  bioheat::BatchOptions options;
  options.threads = static_cast<int>(state.range(0));
  bioheat::Probes probes;
  for (auto _ : state) {
    probes = bioheat::probe(tasks, options);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tasks.size()));
  if (!std::all_of(probes.outcomes.begin(), probes.outcomes.end(), [](const auto& outcome) {
        return outcome.solved == bioheat::Solved::by_batch;
      })) {
    state.SkipWithError("a column was not solved by the batch");
  }
}

void work_a_columns(benchmark::State& state) {
  std::vector<bioheat::Task> tasks;
  for (std::size_t i = 0; i < tasks_at_once; ++i) {
    tasks.push_back(work_a_task(i));
  }
  run(state, tasks);
}
BENCHMARK(work_a_columns)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

void full_physiology_columns(benchmark::State& state) {
  std::vector<bioheat::Task> tasks;
  for (std::size_t i = 0; i < tasks_at_once; ++i) {
    tasks.push_back(living_task(i));
  }
  run(state, tasks);
}
BENCHMARK(full_physiology_columns)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

void drawn_backs(benchmark::State& state) {
  const cohort::Plan plan = plan_of(25.0, 60.0);
  const cohort::Crowd crowd{plan};
  std::vector<bioheat::Task> tasks;
  for (std::size_t i = 0; i < tasks_at_once; ++i) {
    tasks.push_back(drawn_task(crowd, plan.arms[0], i));
  }
  run(state, tasks);
}
BENCHMARK(drawn_backs)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

void cohort_people(benchmark::State& state) {
  const cohort::Plan plan = plan_of(20.0, 40.0);
  const cohort::Crowd crowd{plan};
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        cohort::rows_of(plan, crowd, {0, tasks_at_once}, 0, static_cast<int>(state.range(0))));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tasks_at_once));
}
BENCHMARK(cohort_people)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coldplan
