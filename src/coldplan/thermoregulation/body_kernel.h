#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "coldplan/thermoregulation/body_state.h"

/// The arithmetic of a batch of bodies, compiled once for each instruction set (Highway) from one
/// source, body_kernel-inl.h. The set is chosen at run time; a portable one is always there.
namespace coldplan::thermoregulation {

/// Functions of one instruction set at one precision.
template <typename Real>
struct BodyKernel {
  std::size_t lanes = 0;  ///< of a batch

  /// Steady state at basal flow and heat with the central blood held; leaves the heat that this
  /// blood then gains in `loss` [W].
  void (*rest)(BodyState<Real>&) = nullptr;

  /// Takes the present temperatures as set-points.
  void (*set_neutral)(BodyState<Real>&) = nullptr;

  /// A step of every lane.
  void (*step)(BodyState<Real>&) = nullptr;

  /// What is observed, `observed_count` rows of lanes.
  void (*observe)(const BodyState<Real>&, std::span<Real> rows) = nullptr;
};

/// One instruction set.
struct BodyTarget {
  std::string_view name;  ///< Highway's
  BodyKernel<float> single;
  BodyKernel<double> twofold;

  template <typename Real>
  [[nodiscard]] const BodyKernel<Real>& kernel() const {
    if constexpr (sizeof(Real) == sizeof(float)) {
      return single;
    } else {
      return twofold;
    }
  }
};

/// The instruction sets that this machine has, the best one first, the portable one last.
[[nodiscard]] std::span<const BodyTarget> body_targets();

}  // namespace coldplan::thermoregulation
