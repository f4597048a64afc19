#include "coldplan/thermoregulation/body_kernel.h"

#include "coldplan/bioheat/instruction_sets.h"

// No processor of the last fifteen years stops at it.
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): Highway reads it
#define HWY_DISABLED_TARGETS HWY_SSSE3

#undef HWY_TARGET_INCLUDE
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): Highway reads the name of this file from it
#define HWY_TARGET_INCLUDE "coldplan/thermoregulation/body_kernel.cpp"
#include <hwy/foreach_target.h>

#include "coldplan/thermoregulation/body_kernel-inl.h"

namespace coldplan::thermoregulation {
namespace {

/// One for each instruction set: this part of the file is read anew for every one.
BodyTarget target_of(bioheat::InstructionSet<HWY_TARGET> set) {
  return HWY_NAMESPACE::make_target(hwy::TargetName(set));
}

}  // namespace
}  // namespace coldplan::thermoregulation

#if HWY_ONCE
namespace coldplan::thermoregulation {

std::span<const BodyTarget> body_targets() {
  static const auto targets =
      bioheat::usable_targets<HWY_TARGETS, BodyTarget>([](auto set) { return target_of(set); });
  return targets;
}

}  // namespace coldplan::thermoregulation
#endif
