#include <exception>
#include <iostream>
#include <sstream>

#include <mpi.h>

#include "coldplan/app/program.h"
#include "coldplan/cohort/run.h"

namespace {

namespace app = coldplan::app;
namespace cohort = coldplan::cohort;
using coldplan::Expected;

/// All ranks; each has one thread unless more are asked for, since ranks share the processors.
Expected<std::string> run_together(const app::CohortOptions& options) {
  cohort::Crew crew;
  const app::CohortEngine engine{
      [&crew](const cohort::Plan& plan, std::span<const cohort::By> grouping,
              const app::CohortOptions& given,
              const std::function<void(const cohort::Progress&)>& report) {
        return cohort::run(plan, grouping,
                           {given.out, given.part, given.threads.value_or(1), report}, crew);
      },
      [&crew](const Expected<void>& mine) { return crew.agree(mine); }, crew.rank() == 0};
  return app::run_cohort(options, engine);
}

int run_rank(int argc, char** argv) {
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  if (rank == 0) {
    return app::run_program(argc, argv, std::cout, std::cerr, run_together);
  }
  std::ostringstream unheard;
  return app::run_program(argc, argv, unheard, unheard, run_together);
}

}  // namespace

int main(int argc, char** argv) {
  // Other threads compute and never call MPI.
  int provided = 0;
  if (MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided) != MPI_SUCCESS) {
    std::cerr << "coldplan: MPI could not be started; run this by ./coldplan-mpi\n";
    return 1;
  }
  try {
    const int status = run_rank(argc, argv);
    MPI_Finalize();
    return status;
  } catch (const std::exception& error) {
    // The others wait for this one, and would for ever.
    std::cerr << "coldplan: internal error: " << error.what() << "; please report this\n";
    MPI_Abort(MPI_COMM_WORLD, 1);
    return 1;
  }
}
