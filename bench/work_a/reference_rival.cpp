#include "work_a/reference_rival.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "work_a/cubic.h"
#include <omp.h>

namespace coldplan::work_a {
namespace {

/// The middle of the muscle, which is no face, by the cubic through the cells around it.
double in_the_middle(const bioheat::History& history, std::size_t sample, double depth) {
  const auto& centre = history.grid.centre_depth;
  const Probe probe = cubic_probe(centre, depth);
  return value_of(probe, history.profile(sample).data());
}

void solve_one(std::size_t index, const bioheat::SolverOptions& options,
               std::span<float> temperatures) {
  const Person each = person(index);
  const auto history =
      bioheat::solve(column_of(each), bioheat::Rest{air()}, phases_of(each), options);
  if (!history || history->samples != minutes) {
    throw std::runtime_error(history ? "samples are missing" : message(history.error()));
  }
  const auto depth = each.depth();
  for (std::size_t minute = 0; minute < minutes; ++minute) {
    for (std::size_t k = 0; k < depths; ++k) {
      const double t = k == 3 ? in_the_middle(*history, minute, depth[k])
                              : bioheat::temperature_at(*history, minute, depth[k]);
      temperatures[minute * depths + k] = static_cast<float>(t);
    }
  }
}

}  // namespace

Solver reference_rival(std::string name, const bioheat::SolverOptions& options) {
  Solver solver;
  solver.name = std::move(name);
  solver.run = [options](const People& people, int threads, std::span<float> temperatures) {
    const double begin = omp_get_wtime();
    std::exception_ptr failure;
#pragma omp parallel for num_threads(threads) schedule(dynamic)
    for (std::size_t i = 0; i < people.count; ++i) {
      try {
        solve_one(people.first + i, options, temperatures.subspan(i * values, values));
      } catch (...) {
#pragma omp critical
        failure = std::current_exception();
      }
    }
    if (failure) {
      std::rethrow_exception(failure);
    }
    return omp_get_wtime() - begin;
  };
  return solver;
}

}  // namespace coldplan::work_a
