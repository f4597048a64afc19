#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/anatomy/back.h"
#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/variation.h"
#include "coldplan/bioheat/batch.h"
#include "coldplan/person/population.h"
#include "coldplan/posterior/draw.h"
#include "coldplan/simulation/session.h"

/// The batch against the reference on people of the virtual population, draws of what is uncertain,
/// and every form of cold.
namespace coldplan::tests {
namespace {

using bioheat::Solved;
using bioheat::Task;

/// Both columns of a virtual person under a form, as drawn.
std::vector<Task> tasks_of(const person::Population& people, std::uint64_t index,
                           const applicator::Form& form) {
  const person::VirtualPerson someone = person::person_at(people, index);
  const posterior::Draw draw = posterior::prior_draw(3, index);
  const anatomy::Build build = anatomy::build_of(someone.person, someone.residuals, draw);
  simulation::Session session = simulation::usual_session(form);
  session.form = applicator::drawn(form, session.use, draw);
  const double signal = simulation::reflex_signal_per_kelvin(form.area, build.body_surface);
  std::vector<Task> tasks;
  for (anatomy::NamedColumn named :
       {anatomy::paraspinal_column(build, draw), anatomy::midline_column(build, draw)}) {
    named.column.reflex_signal_per_kelvin = signal;
    Task task{named.column, bioheat::Rest{applicator::room_air(session.use.room_temperature)},
              simulation::schedule_of(session, draw)};
    const std::size_t depths = 4;
    for (std::size_t i = 0; i < depths; ++i) {
      task.depths.push_back(named.landmarks[i].depth);
    }
    tasks.push_back(task);
  }
  return tasks;
}

/// Largest difference at any minute and depth [°C].
double difference(const Task& task, const bioheat::Probes& probes, std::size_t number) {
  const bioheat::History history = bioheat::solve(task.column, task.start, task.schedule).value();
  double worst = 0.0;
  for (std::size_t sample = 0; sample < history.samples; ++sample) {
    const double minute = history.time[sample] / 60.0;
    if (std::abs(minute - std::round(minute)) > 1e-9) {
      continue;
    }
    for (std::size_t depth = 0; depth < task.depths.size(); ++depth) {
      const double there = bioheat::temperature_at(history, sample, task.depths[depth]);
      const double here = probes.at(number, depth, static_cast<std::size_t>(std::round(minute)));
      worst = std::abs(here - there) <= worst ? worst : std::abs(here - there);
    }
  }
  return worst;
}

class Agreement : public testing::TestWithParam<applicator::Form> {};

TEST_P(Agreement, IsWithinTwoHundredthsOfADegreeOfTheReferenceAtEveryMinuteAndDepth) {
  constexpr std::uint64_t count = 10;
  const person::Population people = person::survey_population({.seed = 11});
  std::vector<Task> tasks;
  for (std::uint64_t i = 0; i < count; ++i) {
    for (Task& task : tasks_of(people, i, GetParam())) {
      tasks.push_back(std::move(task));
    }
  }
  const bioheat::Probes probes = bioheat::probe(tasks);
  double worst = 0.0;
  std::size_t by_batch = 0;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    ASSERT_NE(probes.outcomes[i].solved, Solved::no) << message(*probes.outcomes[i].error);
    if (probes.outcomes[i].solved == Solved::by_batch) {
      ++by_batch;
      worst = std::max(worst, difference(tasks[i], probes, i));
    }
  }
  fmt::print("{} of {} columns by the batch, within {:.4f} C\n", by_batch, tasks.size(), worst);
  EXPECT_LE(worst, 0.02);
}

std::vector<applicator::Form> predictable_forms() {
  std::vector<applicator::Form> forms;
  for (const applicator::Form& form : applicator::all_forms()) {
    if (applicator::is_predictable(form)) {
      forms.push_back(form);
    }
  }
  return forms;
}

INSTANTIATE_TEST_SUITE_P(Forms, Agreement, testing::ValuesIn(predictable_forms()),
                         [](const testing::TestParamInfo<applicator::Form>& given) {
                           return given.param.id;
                         });

}  // namespace
}  // namespace coldplan::tests
