#pragma once

#include <vector>

#include "oracle/mesh.h"

namespace coldplan::oracle {

/// Resting temperatures of all nodes of an unfrozen mesh [°C]: the steady profile behind a film of
/// this resistance [m² K/W] to a room [°C].
[[nodiscard]] std::vector<double> resting_temperatures(const Mesh& mesh,
                                                       const bioheat::Column& column,
                                                       double resistance, double room);

}  // namespace coldplan::oracle
