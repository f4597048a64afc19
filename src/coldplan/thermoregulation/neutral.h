#pragma once

#include <span>
#include <vector>

#include "coldplan/thermoregulation/body_kernel.h"
#include "coldplan/thermoregulation/whole_body.h"

namespace coldplan::thermoregulation {

/// Brings every lane of a batch to rest where it is thermally neutral, takes that as set-points,
/// and tells which state it is; `found` says of which lanes it was found.
///
/// Broyden's method on two unknowns a lane, the temperature of the air and the factor on the flow
/// of skin and fat, for two conditions: mean skin at its target, and no net heat into the central
/// blood, which is held at its own. Its first Jacobian is by differences.
template <typename Real>
[[nodiscard]] std::vector<Neutral> settle(BodyState<Real>& state, const BodyKernel<Real>& kernel,
                                          std::span<const double> least_flow,
                                          std::vector<char>& found);

}  // namespace coldplan::thermoregulation
