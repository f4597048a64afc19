#pragma once

#include <cstdint>
#include <stdexcept>
#include <type_traits>
#include <vector>

/// Which of the instruction sets that Highway compiled a kernel for this processor has.
namespace coldplan::bioheat {

/// An instruction set by Highway's bit of it: a kernel's source makes an overload for each.
template <std::int64_t bit>
using InstructionSet = std::integral_constant<std::int64_t, bit>;

/// Whether this processor has an instruction set, given Highway's bit of it: what Highway asks of
/// each of its targets. Asked of the compiler's own library, since Highway's measures the
/// processor's clock at every start. The portable sets are always there, a set that is not known
/// here never is.
[[nodiscard]] bool is_supported(std::int64_t bit);

/// Appends what `make` gives for each of these bits that is supported, the best first: the lower a
/// bit, the better Highway takes its set to be.
template <std::int64_t bits, typename Target, typename Make>
void append_usable(std::vector<Target>& usable, const Make& make) {
  if constexpr (bits != 0) {
    constexpr std::int64_t best = bits & -bits;
    if (is_supported(best)) {
      usable.push_back(make(InstructionSet<best>{}));
    }
    append_usable<bits - best>(usable, make);
  }
}

/// What `make` gives for each of the compiled sets (HWY_TARGETS) that this processor has, the best
/// first, the portable one last. Nothing is made for a set that it lacks. Throws std::logic_error
/// where it has none.
template <std::int64_t compiled, typename Target, typename Make>
[[nodiscard]] std::vector<Target> usable_targets(const Make& make) {
  std::vector<Target> usable;
  append_usable<compiled>(usable, make);
  if (usable.empty()) {
    throw std::logic_error("this build has no instruction set that this processor knows");
  }
  return usable;
}

}  // namespace coldplan::bioheat
