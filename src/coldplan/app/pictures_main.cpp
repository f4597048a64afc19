#include <exception>
#include <iostream>

#include "coldplan/app/become.h"
#include "coldplan/app/program.h"

// The whole program, pictures included: what `coldplan` becomes when a call draws.
int main(int argc, char** argv) {
  namespace app = coldplan::app;
  try {
    return app::run_program(argc, argv, std::cout, std::cerr, [argv](const app::CohortOptions&) {
      return app::become("coldplan-cohort", argv);
    });
  } catch (const std::exception& error) {
    std::cerr << "coldplan: internal error: " << error.what() << "; please report this\n";
    return 1;
  }
}
