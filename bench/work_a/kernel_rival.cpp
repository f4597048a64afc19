#include "work_a/kernel_rival.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "work_a/work_a.h"
#include <omp.h>

#include "coldplan/bioheat/batch.h"
#include "coldplan/bioheat/batch_plan.h"

namespace coldplan::work_a {
namespace {

/// People that are made ready together: enough for every thread, few enough to stay in cache.
constexpr std::size_t people_at_once = 4096;

bioheat::Task task_of(const Person& each) {
  const auto depth = each.depth();
  const auto phases = phases_of(each);
  return {column_of(each),
          bioheat::Rest{air()},
          {phases.begin(), phases.end()},
          {depth.begin(), depth.end()}};
}

/// The cells that the batch cuts a person into.
Cells cells_of(const Person& each) {
  const bioheat::Task task = task_of(each);
  bioheat::Grid grid;
  bioheat::fill_grid(grid, task.column, bioheat::plan(task, {}).cuts);
  Cells cells;
  for (std::size_t i = 0; i < grid.cells(); ++i) {
    cells.width.push_back(grid.face_depth[i + 1] - grid.face_depth[i]);
  }
  for (std::size_t layer = 0; layer < layers; ++layer) {
    cells.count[layer] = grid.layer_begin[layer + 1] - grid.layer_begin[layer];
  }
  return cells;
}

void solve_some(const People& people, const bioheat::BatchOptions& options,
                std::span<float> temperatures) {
  std::vector<bioheat::Task> tasks(people.count);
#pragma omp parallel for num_threads(options.threads) schedule(static)
  for (std::size_t i = 0; i < people.count; ++i) {
    tasks[i] = task_of(person(people.first + i));
  }
  const bioheat::Probes probes = bioheat::probe(tasks, options);
  for (std::size_t i = 0; i < people.count; ++i) {
    if (probes.outcomes[i].solved != bioheat::Solved::by_batch) {
      throw std::runtime_error("person " + std::to_string(people.first + i) + " was not solved");
    }
    for (std::size_t k = 0; k < depths; ++k) {
      const auto trace = probes.trace(i, k);
      for (std::size_t minute = 0; minute < minutes; ++minute) {
        temperatures[i * values + minute * depths + k] = trace[minute];
      }
    }
  }
}

}  // namespace

std::optional<Solver> kernel_rival() {
  Solver solver;
  solver.name = "coldplan, batched";
  solver.cells = cells_of;
  solver.settings = std::string{"float, "} + std::string{bioheat::batch_targets().front()};
  solver.run = [](const People& people, int threads, std::span<float> temperatures) {
    const double begin = omp_get_wtime();
    bioheat::BatchOptions options;
    options.threads = threads;
    for (std::size_t first = 0; first < people.count; first += people_at_once) {
      const std::size_t count = std::min(people_at_once, people.count - first);
      solve_some({people.first + first, count}, options,
                 temperatures.subspan(first * values, count * values));
    }
    return omp_get_wtime() - begin;
  };
  return solver;
}

}  // namespace coldplan::work_a
