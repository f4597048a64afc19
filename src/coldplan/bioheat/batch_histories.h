#pragma once

#include <span>
#include <vector>

#include "coldplan/bioheat/batch_kernel.h"
#include "coldplan/bioheat/batch_lane.h"
#include "coldplan/bioheat/history.h"

/// The recorder that keeps what the reference solver keeps: whole profiles, fluxes, flows, events,
/// and the balance of energy.
namespace coldplan::bioheat {

template <typename Real>
struct HistoryRecorder {
  double interval = 60.0;  ///< [s]
  std::vector<History> histories;

  /// What the balance of a lane has come to.
  struct Account {
    std::vector<double> capacity;  ///< of the cells [J/(m² K)]
    std::vector<double> start;     ///< temperatures of the cells at 0 [°C]
    double phase_enthalpy = 0.0;   ///< of the store when the phase began [J/m²]
    double phase_heat = 0.0;       ///< out of the skin by then [J/m²]
    double phase_air = 0.0;        ///< from the room into the store in this phase [J/m²]
  };
  std::vector<Account> accounts;

  void start(const BatchState<Real>& state, std::span<const Lane> lanes,
             std::span<const Grid> grids);
  void opened(const BatchState<Real>& state, std::size_t index, const Lane& lane);
  void step(const Kernel<Real>& kernel, BatchState<Real>& state, std::span<Lane> lanes,
            std::span<const Real> taken);
  void happened(std::size_t index, const Lane& lane, Event event);
  void closed(const BatchState<Real>& state, std::size_t index, const Lane& lane);
};

}  // namespace coldplan::bioheat
