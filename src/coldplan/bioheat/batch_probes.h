#pragma once

#include <span>
#include <vector>

#include "coldplan/bioheat/batch_kernel.h"
#include "coldplan/bioheat/batch_lane.h"

/// The recorder that keeps temperatures at given depths at regular times, a row of lanes each.
namespace coldplan::bioheat {

template <typename Real>
struct ProbeRecorder {
  double interval = 60.0;   ///< [s]
  std::size_t samples = 1;  ///< the most that are kept
  std::span<const std::size_t> probe_rows;

  std::vector<KernelProbe<Real>> probes;
  LaneArray<Real> rows;  ///< sample × probe × lane
  LaneArray<Real> share;

  void start(const BatchState<Real>& state, std::span<const Lane> lanes,
             std::span<const Grid> grids);
  void opened(const BatchState<Real>& /*state*/, std::size_t /*index*/, const Lane& /*lane*/) {}
  void step(const Kernel<Real>& kernel, BatchState<Real>& state, std::span<Lane> lanes,
            std::span<const Real> taken);
  void happened(std::size_t /*index*/, const Lane& /*lane*/, const Event& /*event*/) {}
  void closed(const BatchState<Real>& /*state*/, std::size_t /*index*/, const Lane& /*lane*/) {}

  [[nodiscard]] float at(std::size_t sample, std::size_t probe, std::size_t lane) const {
    return static_cast<float>(rows[(sample * probes.size() + probe) * share.size() + lane]);
  }

 private:
  [[nodiscard]] std::span<Real> row(std::size_t sample) {
    const std::size_t length = probes.size() * share.size();
    return std::span{rows}.subspan(sample * length, length);
  }
};

}  // namespace coldplan::bioheat
