#pragma once

#include "coldplan/bioheat/run.h"

namespace coldplan::bioheat {

/// Steps of ESDIRK on the graded mesh until the end of a phase, the next event, or a step that
/// would freeze tissue, which is not taken.
[[nodiscard]] Expected<StretchEnd> run_thawed_stretch(Run& run, double end);

/// Steps of the enthalpy solver until the end of a phase, the next event, or until all has thawed.
/// Lengths are adaptive: a step is repeated with a shorter one where a temperature or an enthalpy
/// changes too far. Steps end at the samples, so that nothing is interpolated across a front.
[[nodiscard]] Expected<StretchEnd> run_freezing_stretch(Run& run, double end);

}  // namespace coldplan::bioheat
