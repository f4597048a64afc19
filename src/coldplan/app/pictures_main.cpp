#include "coldplan/app/become.h"
#include "coldplan/app/program.h"

// The whole program, pictures included: what `coldplan` becomes when a call draws.
int main(int argc, char** argv) {
  namespace app = coldplan::app;
  return app::run_main(argc, argv, [argv](const app::CohortOptions&) {
    return app::become("coldplan-cohort", argv);
  });
}
