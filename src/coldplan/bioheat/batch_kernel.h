#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "coldplan/bioheat/batch_state.h"

/// The arithmetic of a batch, compiled once for each instruction set (Highway) from one source,
/// batch_kernel-inl.h. The set is chosen at run time; a portable one is always there.
namespace coldplan::bioheat {

/// A place whose temperature is wanted: a weighted mean of two rows, the weights by lane.
template <typename Real>
struct KernelProbe {
  std::size_t outer_row = 0;
  std::size_t inner_row = 0;
  bool is_surface = false;  ///< its weights are those of the skin's surface
  LaneArray<Real> inner_weight;
};

/// Functions of one instruction set at one precision.
template <typename Real>
struct Kernel {
  std::size_t lanes = 0;  ///< of a batch

  /// Puts cells at rest under the present source: the steady state (Newton). Leaves the last update
  /// in the first stage.
  void (*rest)(BatchState<Real>&) = nullptr;

  /// Takes the present temperatures as resting ones: T₀ where the quotients refer to them, T_n.
  void (*set_neutral)(BatchState<Real>&) = nullptr;

  /// Solves a step of each lane into next, next_h and so on, and says whether any lane needs a
  /// look: an event, tissue about to freeze, or a temperature that is none.
  bool (*step)(BatchState<Real>&) = nullptr;

  /// Heats of the step that was just solved, into `audit`.
  void (*audit)(BatchState<Real>&) = nullptr;

  /// Temperatures at `probes`, at a share of the step by lane, into rows of `lanes` values; lanes
  /// whose share is not within 0 to 1 keep what they had.
  void (*sample)(const BatchState<Real>&, std::span<const KernelProbe<Real>> probes,
                 std::span<const Real> share, std::span<Real> rows) = nullptr;

  /// Takes the step over in lanes whose `taken` is 1 and not in those where it is 0.
  void (*accept)(BatchState<Real>&, std::span<const Real> taken) = nullptr;
};

/// One instruction set.
struct KernelTarget {
  std::string_view name;  ///< Highway's: "AVX3", "AVX2", "SSE4", "WASM", "EMU128"
  Kernel<float> single;
  Kernel<double> twofold;

  template <typename Real>
  [[nodiscard]] const Kernel<Real>& kernel() const {
    if constexpr (sizeof(Real) == sizeof(float)) {
      return single;
    } else {
      return twofold;
    }
  }
};

/// The instruction sets that this machine has, the best one first, the portable one last.
[[nodiscard]] std::span<const KernelTarget> kernel_targets();

}  // namespace coldplan::bioheat
