#pragma once

#include <span>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/bioheat/coupled.h"
#include "coldplan/simulation/trace.h"

/// What the edge of a pack does to a prediction that takes the pack for endless.
namespace coldplan::simulation {

/// Mean temperature under a pack less that under an endless one, beside the spine.
struct EdgeEffect {
  std::vector<double> time;   ///< of the samples [s]
  std::vector<Trace> warmer;  ///< by landmark of the paraspinal column [K]
};

/// The effect for a round pack of this area [m²] on one person, the bare skin about it as wide as
/// the pack's radius. `cold` and `bare` are the phases of both parts, equally long in all; both
/// start at rest in what `bare` faces first. A pack of another shape has more edge for its area:
/// the effect grows with the length of the edge (a square's is 1.13 times as long). In the middle
/// of the pack there is hardly any: docs/edges.md. The draw is that of tissue. Errors: an area that
/// is not positive; those of bioheat::solve_coupled.
[[nodiscard]] Expected<EdgeEffect> edge_effect(const anatomy::Build& build, double area,
                                               std::span<const bioheat::Phase> cold,
                                               std::span<const bioheat::Phase> bare,
                                               const posterior::Draw& draw = posterior::median());

}  // namespace coldplan::simulation
