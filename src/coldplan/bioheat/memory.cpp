#include "coldplan/bioheat/memory.h"

namespace coldplan::bioheat {

void solve_memory(const System& system, bool cooling, double implicit,
                  std::span<const double> temperature, std::span<const Memory> base,
                  std::span<Memory> memory) {
  const tissue::PerfusionLaw& law = system.column.law;
  for (std::size_t layer = 0; layer < memory.size(); ++layer) {
    if (!constricts(system.column.layers[layer].tissue)) {
      continue;
    }
    const double target =
        tissue::local_target(law, layer_mean(system, temperature, layer), system.neutral[layer]);
    // h lies between its base and the target, so the direction is that of the base.
    const double tau = tissue::response_time(law, base[layer].h, target, memory[layer].dose);
    const double share = implicit / tau;
    memory[layer].h = (base[layer].h + share * target) / (1.0 + share);
    memory[layer].dose =
        cooling ? base[layer].dose + implicit * (1.0 - memory[layer].h) : base[layer].dose;
  }
}

}  // namespace coldplan::bioheat
