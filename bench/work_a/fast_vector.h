#pragma once

#include <sundials/sundials_nvector.h>

namespace coldplan::work_a {

/// Gives a serial vector of SUNDIALS, and all that are cloned from it, operations compiled for this
/// machine. Debian 12 compiles SUNDIALS 6.4.1 without optimisation, and its vector operations are
/// then 85 % of CVODE's time on work A.
void use_fast_operations(N_Vector vector);

}  // namespace coldplan::work_a
