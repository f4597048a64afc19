#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/bioheat/batch_plan.h"

namespace coldplan::bioheat {

/// Tasks that may share a batch, as numbers of tasks.
using Batches = std::vector<std::vector<std::size_t>>;

/// Batches of at most `lanes` fit tasks of one shape; those of a run have the same shape, and one
/// thread takes them one after the other.
[[nodiscard]] std::vector<Batches> make_runs(std::span<const Planned> plans,
                                             std::span<const char> fit, std::size_t lanes);

}  // namespace coldplan::bioheat
