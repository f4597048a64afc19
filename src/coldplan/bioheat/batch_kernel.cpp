#include "coldplan/bioheat/batch_kernel.h"

#include <algorithm>

#include "coldplan/bioheat/batch_weights.h"
#include "coldplan/bioheat/instruction_sets.h"

// No processor of the last fifteen years stops at it.
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): Highway reads it
#define HWY_DISABLED_TARGETS HWY_SSSE3

#undef HWY_TARGET_INCLUDE
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): Highway reads the name of this file from it
#define HWY_TARGET_INCLUDE "coldplan/bioheat/batch_kernel.cpp"
#include <hwy/foreach_target.h>

#include "coldplan/bioheat/batch_kernel-inl.h"

namespace coldplan::bioheat {
namespace {

/// One for each instruction set: this part of the file is read anew for every one.
KernelTarget target_of(InstructionSet<HWY_TARGET> set) {
  return HWY_NAMESPACE::make_target(hwy::TargetName(set));
}

}  // namespace
}  // namespace coldplan::bioheat

#if HWY_ONCE
namespace coldplan::bioheat {

std::span<const KernelTarget> kernel_targets() {
  static const auto targets =
      usable_targets<HWY_TARGETS, KernelTarget>([](auto set) { return target_of(set); });
  return targets;
}

}  // namespace coldplan::bioheat
#endif
