#pragma once

#include "coldplan/tissue/perfusion.h"

/// The perfusion law of tissue/perfusion.h, written from its equations.
namespace coldplan::oracle {

/// Whether the flow of a tissue has a memory of constriction.
[[nodiscard]] bool has_memory(tissue::FlowControl control);

/// dh/dt of local constriction: towards h*, fast down and slowly up. `cooling` is how far the layer
/// is under its resting temperature [K], `dose` D [s].
[[nodiscard]] double constriction_rate(const tissue::PerfusionLaw& law, double cooling, double h,
                                       double dose);

/// What the reflex of the whole body leaves of skin flow, blunted where constriction is strong.
[[nodiscard]] double reflex(const tissue::PerfusionLaw& law, double signal, double h);

}  // namespace coldplan::oracle
