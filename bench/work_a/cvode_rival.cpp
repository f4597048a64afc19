#include "work_a/cvode_rival.h"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include <fmt/format.h>
#include <omp.h>

namespace coldplan::work_a {
namespace {

/// One thread's share; an instance serves as long as the number of cells stays.
class Worker {
 public:
  Worker(const CvodeOptions& options, const CellsOf& cells) : options_(options), cells_of_(cells) {}

  void solve(std::size_t index, std::span<float> temperatures) {
    const Person each = person(index);
    const Cells cells = cells_of_(each);
    Equations equations(each, cells);
    if (!run_ || cells_ != equations.size()) {
      cells_ = equations.size();
      run_.emplace(cells_, options_);
    }
    std::array<double, values> found{};
    run_->solve(equations, each, found);
    std::transform(found.begin(), found.end(), temperatures.begin(),
                   [](double t) { return static_cast<float>(t); });
  }

 private:
  const CvodeOptions& options_;
  const CellsOf& cells_of_;
  std::optional<CvodeRun> run_;
  std::size_t cells_ = 0;
};

double run_all(const People& people, int threads, const CvodeOptions& options, const CellsOf& cells,
               std::span<float> temperatures) {
  const double begin = omp_get_wtime();
  std::exception_ptr failure;
#pragma omp parallel num_threads(threads)
  {
    Worker worker(options, cells);
#pragma omp for schedule(dynamic, 8)
    for (std::size_t i = 0; i < people.count; ++i) {
      try {
        worker.solve(people.first + i, temperatures.subspan(i * values, values));
      } catch (...) {
#pragma omp critical
        failure = std::current_exception();
      }
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return omp_get_wtime() - begin;
}

}  // namespace

Solver cvode_rival(std::string name, const CvodeOptions& options, CellsOf cells) {
  Solver solver;
  solver.name = std::move(name);
  solver.cells = cells;
  solver.settings = fmt::format("rtol {:g}", options.tolerance);
  solver.run = [options, cells = std::move(cells)](const People& people, int threads,
                                                   std::span<float> temperatures) {
    return run_all(people, threads, options, cells, temperatures);
  };
  return solver;
}

}  // namespace coldplan::work_a
