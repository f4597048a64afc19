#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/bioheat/grid.h"
#include "coldplan/bioheat/system.h"

namespace coldplan::bioheat {

/// What happened at a moment that the schedule did not fix.
enum class EventKind {
  store_reached_melting,   ///< a pack colder than its melting point began to melt
  store_melted,            ///< its ice is gone
  constriction_recovered,  ///< a layer's flow is back, its dose forgotten
  stop_temperature,        ///< a device stopped because the skin was cold enough
  freezing_began,          ///< the first tissue froze
  thawed,                  ///< the last of it thawed
};

struct Event {
  EventKind kind;
  double time;        ///< [s]
  std::size_t layer;  ///< of constriction_recovered
};

/// Surface flux at the end of a step [W/m²], and at the start of each stretch with one boundary:
/// enough for a quadrature that owes nothing to the scheme's weights.
struct FluxPoint {
  double time;
  double flux;
  bool opens;  ///< the first point after a change of boundary
};

/// Where the heat went [J/m²]. Closures are relative to the sum of the magnitudes.
struct EnergyBalance {
  Heats heats;                ///< over the whole history
  double stored = 0.0;        ///< gained by the tissue, latent heat included
  double closure = 0.0;       ///< of the tissue's discrete balance
  double store_gained = 0.0;  ///< by the packs, over all phases
  double store_from_skin = 0.0;
  double store_closure = 0.0;  ///< of the packs' discrete balance
};

/// One column over one schedule, sampled at equal intervals from 0 and at the end of every phase.
/// At a change of boundary a sample shows the state just before it. The grid is finer than the one
/// that was asked for where tissue froze.
struct History {
  Grid grid;
  double interval = 0.0;  ///< between regular samples [s]
  std::size_t samples = 0;
  std::vector<double> time;                 ///< of the samples [s]
  std::vector<double> temperature;          ///< samples × cells [°C]
  std::vector<double> surface_temperature;  ///< by sample [°C]
  std::vector<double> inner_temperature;    ///< at the inner face, by sample [°C]
  std::vector<double> surface_flux;         ///< out of the skin, by sample [W/m²]
  std::vector<double> source_temperature;   ///< of what faces the skin, by sample [°C]
  std::vector<double> heat_taken;           ///< out of the skin since 0, by sample [J/m²]
  std::vector<double> flow;            ///< samples × layers: relative blood flow of constriction
  std::vector<double> frozen_depth;    ///< by sample: total thickness that is frozen [m]
  std::vector<double> frozen_from;     ///< by sample: outermost frozen depth [m], 0 if none
  std::vector<double> frozen_to;       ///< by sample: innermost frozen depth [m], 0 if none
  double deepest_frozen = 0.0;         ///< innermost depth that was ever frozen, over all steps [m]
  double deepest_frozen_time = 0.0;    ///< when it was first [s]
  std::vector<CellNode> frozen_cells;  ///< of all samples, one after the other
  std::vector<std::size_t> frozen_end;  ///< by sample: where its own end in `frozen_cells`
  std::vector<double> phase_end;        ///< when each phase of the schedule ended [s]
  std::vector<FluxPoint> flux_track;
  std::vector<Event> events;
  EnergyBalance energy;

  [[nodiscard]] std::span<const double> profile(std::size_t sample) const {
    return std::span{temperature}.subspan(sample * grid.cells(), grid.cells());
  }

  /// The cells that are frozen, wholly or in part, in one sample.
  [[nodiscard]] std::span<const CellNode> frozen(std::size_t sample) const {
    if (frozen_cells.empty()) {
      return {};
    }
    const std::size_t begin = sample == 0 ? 0 : frozen_end[sample - 1];
    return std::span{frozen_cells}.subspan(begin, frozen_end[sample] - begin);
  }
};

/// Temperature [°C] at a depth [m] in one sample.
[[nodiscard]] double temperature_at(const History& history, std::size_t sample, double depth);

/// Temperatures [°C] at a depth [m] in every sample.
[[nodiscard]] std::vector<double> trace(const History& history, double depth);

/// ∫ surface flux dt [J/m²] by the trapezoidal rule over the flux track: independent of the scheme.
[[nodiscard]] double heat_by_quadrature(const History& history);

}  // namespace coldplan::bioheat
