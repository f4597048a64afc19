#include "coldplan/bioheat/batch_kernel.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "coldplan/bioheat/batch_weights.h"
#include "coldplan/bioheat/instruction_sets.h"

#undef HWY_TARGET_INCLUDE
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): Highway reads the name of this file from it
#define HWY_TARGET_INCLUDE "coldplan/bioheat/batch_kernel.cpp"
#include <hwy/foreach_target.h>

#include "coldplan/bioheat/batch_kernel-inl.h"

#if HWY_ONCE
namespace coldplan::bioheat {
namespace {

/// All instruction sets that were compiled, the best first, with Highway's bit of each.
struct Compiled {
  std::int64_t bit;
  KernelTarget target;
};

std::vector<Compiled> compiled() {
  std::vector<Compiled> all;
#if HWY_TARGETS & HWY_AVX3
  all.push_back({HWY_AVX3, N_AVX3::make_target("AVX3")});
#endif
#if HWY_TARGETS & HWY_AVX2
  all.push_back({HWY_AVX2, N_AVX2::make_target("AVX2")});
#endif
#if HWY_TARGETS & HWY_SSE4
  all.push_back({HWY_SSE4, N_SSE4::make_target("SSE4")});
#endif
#if HWY_TARGETS & HWY_NEON
  all.push_back({HWY_NEON, N_NEON::make_target("NEON")});
#endif
#if HWY_TARGETS & HWY_WASM
  all.push_back({HWY_WASM, N_WASM::make_target("WASM")});
#endif
#if HWY_TARGETS & HWY_EMU128
  all.push_back({HWY_EMU128, N_EMU128::make_target("EMU128")});
#endif
#if HWY_TARGETS & HWY_SCALAR
  all.push_back({HWY_SCALAR, N_SCALAR::make_target("SCALAR")});
#endif
  return all;
}

std::vector<KernelTarget> usable_targets() {
  std::vector<KernelTarget> usable;
  for (const Compiled& each : compiled()) {
    if (is_supported(each.bit)) {
      usable.push_back(each.target);
    }
  }
  if (usable.empty()) {
    throw std::logic_error("this build has no instruction set that this processor knows");
  }
  return usable;
}

}  // namespace

std::span<const KernelTarget> kernel_targets() {
  static const std::vector<KernelTarget> targets = usable_targets();
  return targets;
}

}  // namespace coldplan::bioheat
#endif
