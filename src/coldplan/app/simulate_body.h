#pragma once

#include <string>

#include "coldplan/app/simulate_verb.h"
#include "coldplan/applicator/whole_body_form.h"

namespace coldplan::app {

/// `coldplan simulate` of a form for the whole body. Errors name the flag.
[[nodiscard]] Expected<std::string> run_simulate_body(const SimulateOptions& options,
                                                      const applicator::WholeBodyForm& form);

}  // namespace coldplan::app
