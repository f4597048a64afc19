#include <cstdio>
#include <exception>

#include "work_a/cvode_rival.h"
#include "work_a/kernel_rival.h"
#include "work_a/reference_rival.h"
#include "work_a/stream.h"
#include "work_a/table.h"
#include <CLI/CLI.hpp>
#include <fmt/format.h>

// Work A (work_a.h): who solves how many sessions a second, and how well.
namespace coldplan::work_a {
namespace {

constexpr CvodeOptions installed{cvode_tolerance, LinearSolver::band, false};
constexpr CvodeOptions tuned{cvode_tolerance, LinearSolver::tridiagonal, true};

/// All who compete; ratios are to the first two, CVODE as it is installed and as fast as we can
/// make it.
std::vector<Solver> all_solvers() {
  std::vector<Solver> solvers{
      cvode_rival("CVODE as installed", installed),
      cvode_rival("CVODE tuned", tuned),
      reference_rival("bioheat::solve"),
  };
  if (auto kernel = kernel_rival()) {
    if (kernel->cells) {
      solvers.push_back(cvode_rival("CVODE installed, batch's cells", installed, *kernel->cells));
      solvers.push_back(cvode_rival("CVODE tuned, batch's cells", tuned, *kernel->cells));
    }
    solvers.push_back(std::move(*kernel));
  }
  return solvers;
}

/// CVODE at other tolerances.
std::vector<Solver> swept_solvers() {
  std::vector<Solver> solvers;
  for (const double tolerance :
       {1e-5, 2e-5, 3e-5, 4e-5, 5e-5, 6e-5, 7e-5, 8e-5, 9e-5, 1e-4, 2e-4}) {
    solvers.push_back(cvode_rival("CVODE tuned", {tolerance, LinearSolver::tridiagonal, true}));
  }
  return solvers;
}

int run(MeasureOptions options, bool sweep, bool as_json) {
  const auto solvers = sweep ? swept_solvers() : all_solvers();
  options.peers = sweep ? 1 : 2;
  Machine machine = this_machine();
  for (const int threads : options.threads) {
    machine.stream.push_back(stream_triad(threads));
  }
  const auto results = measure(solvers, options);
  const std::string text = as_json ? json(solvers, results, machine, options)
                                   : table(solvers, results, machine, options);
  fmt::print("{}", text);
  return 0;
}

}  // namespace
}  // namespace coldplan::work_a

int main(int count, char** words) {
  coldplan::work_a::MeasureOptions options;
  options.keeping.folder = "build";
  options.keeping.threads = 2;
  bool sweep = false;
  bool as_json = false;
  CLI::App app{"Work A: sessions a second and their errors, solver by solver"};
  app.add_option("--people", options.people, "people whose errors are looked at (192)")
      ->check(CLI::PositiveNumber);
  app.add_option("--rounds", options.rounds, "runs of each solver, of which the median counts (5)")
      ->check(CLI::PositiveNumber);
  app.add_option("--seconds", options.shortest_run, "shortest run (0.5)")
      ->check(CLI::PositiveNumber);
  app.add_option("--threads", options.threads, "numbers of threads (1 2)")
      ->check(CLI::PositiveNumber);
  app.add_option("--keep", options.keeping.folder, "where the fine reference is kept (build)");
  app.add_flag("--sweep", sweep, "CVODE alone, at other tolerances");
  app.add_flag("--json", as_json, "for machines");
  CLI11_PARSE(app, count, words);
  try {
    return coldplan::work_a::run(options, sweep, as_json);
  } catch (const std::exception& failure) {
    fmt::print(stderr, "work_a: {}\n", failure.what());
    return 1;
  }
}
