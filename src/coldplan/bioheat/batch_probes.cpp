#include "coldplan/bioheat/batch_probes.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "coldplan/bioheat/batch_plan.h"

namespace coldplan::bioheat {

template <typename Real>
void ProbeRecorder<Real>::start(const BatchState<Real>& state, std::span<const Lane> lanes,
                                std::span<const Grid> grids) {
  share.assign(state.lanes, Real{-1});
  probes.clear();
  for (const std::size_t row : probe_rows) {
    const bool is_surface = row == 0;
    KernelProbe<Real> probe{is_surface ? 0 : row - 1, is_surface ? 1 : row, is_surface, {}};
    probe.inner_weight.assign(state.lanes, Real{0});
    for (std::size_t i = 0; i < lanes.size() && !is_surface; ++i) {
      probe.inner_weight[i] = static_cast<Real>(inner_weight(grids[i], row));
    }
    probes.push_back(std::move(probe));
  }
  rows.assign(samples * probes.size() * state.lanes, std::numeric_limits<Real>::quiet_NaN());
  for (std::size_t p = 0; p < probes.size(); ++p) {
    const KernelProbe<Real>& probe = probes[p];
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      const Real outer = state.temperature[state.at(probe.outer_row, i)];
      const Real inner = state.temperature[state.at(probe.inner_row, i)];
      const Real weight = probe.is_surface ? state.surface_share[i] : probe.inner_weight[i];
      rows[p * state.lanes + i] = outer + weight * (inner - outer);
    }
  }
}

template <typename Real>
void ProbeRecorder<Real>::step(const Kernel<Real>& kernel, BatchState<Real>& state,
                               std::span<Lane> lanes, std::span<const Real> taken) {
  std::size_t from = samples;
  std::size_t to = 0;
  const auto last_within = [this](const Lane& lane) {
    const double end = (lane.time + lane.length) / interval;
    return static_cast<std::size_t>(end + sample_slack);
  };
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (taken[i] > Real{0}) {
      from = std::min(from, lanes[i].next_sample);
      to = std::max(to, std::min(last_within(lanes[i]) + 1, samples));
    }
  }
  for (std::size_t sample = from; sample < to; ++sample) {
    const double at = static_cast<double>(sample) * interval;
    bool any = false;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      Lane& lane = lanes[i];
      const bool falls =
          taken[i] > Real{0} && lane.next_sample == sample && sample <= last_within(lane);
      share[i] = falls ? static_cast<Real>(std::clamp((at - lane.time) / lane.length, 0.0, 1.0))
                       : Real{-1};
      lane.next_sample += falls ? 1 : 0;
      any = any || falls;
    }
    if (any) {
      kernel.sample(state, probes, share, row(sample));
    }
  }
}

template struct ProbeRecorder<float>;
template struct ProbeRecorder<double>;

}  // namespace coldplan::bioheat
