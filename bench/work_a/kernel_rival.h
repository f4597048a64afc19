#pragma once

#include <optional>

#include "work_a/solver.h"

namespace coldplan::work_a {

/// This program's batched solver; none where it is not built, and then the table leaves it out.
[[nodiscard]] std::optional<Solver> kernel_rival();

}  // namespace coldplan::work_a
