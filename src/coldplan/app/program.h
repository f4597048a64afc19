#pragma once

#include <iosfwd>

#include "coldplan/app/cohort_verb.h"

namespace coldplan::app {

/// The whole program: reads the command line, does what it asks for, prints the result to `out` or
/// one line that names place and mend to `err`, and returns the exit status (0, 1 failed, 2 bad
/// input). `cohort` is what this executable does when it is asked for a cohort: run it, or start
/// the executable that can.
[[nodiscard]] int run_program(int argc, const char* const* argv, std::ostream& out,
                              std::ostream& err, const CohortAction& cohort);

/// The same as the whole of `main`: on standard output and standard error, and with a line for what
/// is the program's own fault.
[[nodiscard]] int run_main(int argc, const char* const* argv, const CohortAction& cohort);

}  // namespace coldplan::app
