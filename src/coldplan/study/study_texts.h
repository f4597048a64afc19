#pragma once

#include <string>

/// Files of data/ that belong to the studies, compiled in.
namespace coldplan::study {

/// data/held_out.json
[[nodiscard]] std::string held_out_text();

/// data/fitted_priors.json
[[nodiscard]] std::string fitted_priors_text();

}  // namespace coldplan::study
