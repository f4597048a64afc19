#include "coldplan/bioheat/enthalpy.h"

#include <algorithm>
#include <cmath>

namespace coldplan::bioheat {
namespace {

// A front at a face would leave no resistance on that side, and none at all between two fronts that
// meet there. This share of the half cell's is left, which moves a surface temperature by less than
// 0.001 °C at the fluxes that freeze skin.
constexpr double least_resistance = 1e-3;

// How far a front may run past a face, as a share of the cell. At half the cell the neighbour's own
// node would be reached.
constexpr double furthest_run = 0.45;

// A cell that has a front keeps it, however near it stands to a face.
constexpr double least_share = 1e-9;

bool freezes(const System& system, std::size_t cell) {
  return system.latent_heat[cell] > 0.0;
}

double frozen_share(const State& state, std::size_t cell) {
  return state.frozen.empty() ? 0.0 : state.frozen[cell];
}

/// Which part is frozen with the outer neighbour `outer` and the inner one `inner` warmer than the
/// cell's freezing temperature [K].
FrozenPart part_between(double outer, double inner, bool in_part) {
  if (in_part && outer > 0.0 && inner > 0.0) {
    return FrozenPart::core;
  }
  if (in_part && outer < 0.0 && inner < 0.0) {
    return FrozenPart::all_but_core;
  }
  return outer <= inner ? FrozenPart::outer : FrozenPart::inner;
}

/// What a cell sees on one side: a node and the resistance from there to their common face.
struct Neighbour {
  double temperature = 0.0;
  double resistance = 0.0;
  bool frozen = false;       ///< wholly
  bool thawed = false;       ///< wholly
  bool same_tissue = false;  ///< that freezes at the same temperature
};

/// Half of what lies between a front at the far face of a cell and the neighbour [K], `half` being
/// the resistance of half the cell.
double half_way(const Neighbour& neighbour, double freezing, double half) {
  return (neighbour.temperature - freezing) * half / (2.0 * half + neighbour.resistance);
}

/// What a state says of a cell.
CellPhase phase_in(const State& state, std::size_t cell) {
  const double frozen = frozen_share(state, cell);
  return {state.temperature[cell], frozen, 0.0, 0.0, frozen > 0.0 && frozen < 1.0};
}

Neighbour outer_neighbour(const System& system, const Contact& contact, const State& state,
                          double time, std::size_t cell, std::span<const Front> fronts) {
  if (cell == 0) {
    const double source = source_temperature(contact, state.enthalpy, time);
    const bool cold = source < system.freezing[0];
    return {source, contact.boundary.resistance, cold, !cold, false};
  }
  const std::size_t beyond = cell - 1;
  const CellPhase phase = phase_in(state, beyond);
  return {phase.temperature, node_resistance(system, beyond, phase, fronts[beyond].part).inner,
          phase.frozen >= 1.0, phase.frozen <= 0.0,
          system.freezing[beyond] == system.freezing[cell]};
}

Neighbour inner_neighbour(const System& system, const State& state, std::size_t cell,
                          std::span<const Front> fronts) {
  const std::size_t beyond = cell + 1;
  if (beyond == state.temperature.size()) {
    const double inner = system.column.inner_temperature.value_or(state.temperature[cell]);
    const bool cold = inner < system.freezing[cell];
    return {inner, 0.0, cold, !cold, false};
  }
  const CellPhase phase = phase_in(state, beyond);
  return {phase.temperature, node_resistance(system, beyond, phase, fronts[beyond].part).outer,
          phase.frozen >= 1.0, phase.frozen <= 0.0,
          system.freezing[beyond] == system.freezing[cell]};
}

/// The front of a cell with the sides `cold` and `warm`, `half_cold` and `half_warm` being the
/// resistances of its own halves towards them.
///
/// Where a front cannot be handed on (to another tissue, or to a neighbour that has one), the cell
/// is done at h = 0 or at L: T_f then stands at its centre, and the heat that flows in changes in
/// the direction that it went. With h₁ it would change against it, and the stage's equations would
/// have no solution. Freezing and thawing that begin beside a neighbour in the other phase begin
/// when the face between them is at T_f: there nothing changes.
Front front_towards(const System& system, std::size_t cell, const CellPhase& phase, FrozenPart part,
                    const Neighbour& cold, double half_cold, const Neighbour& warm,
                    double half_warm) {
  Front front{part, 0.0, system.latent_heat[cell]};
  const double freezing = system.freezing[cell];
  front.runs_inward = phase.in_part && warm.thawed && warm.same_tissue;
  front.runs_outward = phase.in_part && cold.frozen && cold.same_tissue;
  const bool thaws_from_face = phase.frozen >= 1.0 && warm.thawed;
  if (front.runs_inward || thaws_from_face) {
    front.all_frozen +=
        system.frozen_capacity[cell] * std::min(0.0, half_way(cold, freezing, half_cold));
  }
  if (phase.frozen < 1.0 && cold.frozen) {
    front.all_thawed += system.capacity[cell] * std::max(0.0, half_way(warm, freezing, half_warm));
  }
  return front;
}

}  // namespace

FrontRange range_of(const Front& front) {
  const double range = front.all_thawed - front.all_frozen;
  return {front.all_frozen - (front.runs_inward ? furthest_run * range : 0.0),
          front.all_thawed + (front.runs_outward ? furthest_run * range : 0.0)};
}

CellPhase phase_of(const System& system, std::size_t cell, const Front& front, double enthalpy) {
  if (!freezes(system, cell)) {
    return {enthalpy / system.capacity[cell], 0.0, 1.0 / system.capacity[cell], 0.0, false};
  }
  const double freezing = system.freezing[cell];
  const FrontRange range = range_of(front);
  if (enthalpy < range.low) {
    const double capacity = system.frozen_capacity[cell];
    return {freezing + enthalpy / capacity, 1.0, 1.0 / capacity, 0.0, false};
  }
  if (enthalpy <= range.high) {
    const double slope = -1.0 / (front.all_thawed - front.all_frozen);
    return {freezing, (enthalpy - front.all_thawed) * slope, 0.0, slope, true};
  }
  const double capacity = system.capacity[cell];
  const double above = (enthalpy - system.latent_heat[cell]) / capacity;
  return {freezing + above, 0.0, 1.0 / capacity, 0.0, false};
}

double enthalpy_of(const System& system, std::size_t cell, double temperature, bool frozen) {
  if (!freezes(system, cell)) {
    return system.capacity[cell] * temperature;
  }
  const double above = temperature - system.freezing[cell];
  return frozen ? system.frozen_capacity[cell] * above
                : system.latent_heat[cell] + system.capacity[cell] * above;
}

std::vector<double> enthalpies_of(const System& system, const State& state) {
  if (!state.cell_enthalpy.empty()) {
    return state.cell_enthalpy;
  }
  std::vector<double> enthalpies(state.temperature.size());
  for (std::size_t i = 0; i < enthalpies.size(); ++i) {
    enthalpies[i] = enthalpy_of(system, i, state.temperature[i], frozen_share(state, i) > 0.0);
  }
  return enthalpies;
}

bool any_frozen(const State& state) {
  return std::any_of(state.frozen.begin(), state.frozen.end(), [](double f) { return f > 0.0; });
}

FrozenPart frozen_part(const System& system, const Contact& contact, const State& state,
                       double time, std::size_t cell) {
  const std::span<const double> t = state.temperature;
  const double outer = cell == 0 ? source_temperature(contact, state.enthalpy, time) : t[cell - 1];
  const double inner =
      cell + 1 == t.size() ? system.column.inner_temperature.value_or(t[cell]) : t[cell + 1];
  const double frozen = frozen_share(state, cell);
  return part_between(outer - system.freezing[cell], inner - system.freezing[cell],
                      frozen > 0.0 && frozen < 1.0);
}

std::vector<Front> fronts_of(const System& system, const Contact& contact, const State& state,
                             double time) {
  std::vector<Front> fronts(state.temperature.size());
  for (std::size_t i = 0; i < fronts.size(); ++i) {
    fronts[i].part = frozen_part(system, contact, state, time, i);
  }
  const Grid& grid = system.grid;
  for (std::size_t i = 0; i < fronts.size(); ++i) {
    const FrozenPart part = fronts[i].part;
    const double ratio = system.frozen_resistance[i];
    const Neighbour outer = outer_neighbour(system, contact, state, time, i, fronts);
    const Neighbour inner = inner_neighbour(system, state, i, fronts);
    const CellPhase phase = phase_in(state, i);
    if (part == FrozenPart::outer) {
      fronts[i] = front_towards(system, i, phase, part, outer, ratio * grid.outer_resistance[i],
                                inner, grid.inner_resistance[i]);
    } else if (part == FrozenPart::inner) {
      fronts[i] = front_towards(system, i, phase, part, inner, ratio * grid.inner_resistance[i],
                                outer, grid.outer_resistance[i]);
    } else {
      fronts[i].all_thawed = system.latent_heat[i];
    }
  }
  return fronts;
}

namespace {

/// Makes a cell wholly frozen or thawed, at h₁ or h₀, and hands what is left over to a neighbour.
void finish(const System& system, std::size_t cell, double enthalpy, bool frozen, std::size_t to,
            State& state) {
  state.cell_enthalpy[to] += state.cell_enthalpy[cell] - enthalpy;
  state.cell_enthalpy[cell] = enthalpy;
  const double above = frozen ? enthalpy / system.frozen_capacity[cell]
                              : (enthalpy - system.latent_heat[cell]) / system.capacity[cell];
  state.temperature[cell] = system.freezing[cell] + above;
  state.frozen[cell] = frozen ? 1.0 : 0.0;
  const double latent = system.latent_heat[to];
  state.temperature[to] = system.freezing[to];
  state.frozen[to] =
      std::clamp(1.0 - state.cell_enthalpy[to] / latent, least_share, 1.0 - least_share);
}

}  // namespace

void hand_on(const System& system, std::span<const Front> fronts, State& state) {
  for (std::size_t i = 0; i < fronts.size(); ++i) {
    const Front& front = fronts[i];
    const bool frozen = front.runs_inward && state.cell_enthalpy[i] < front.all_frozen;
    const bool thawed = front.runs_outward && state.cell_enthalpy[i] > front.all_thawed;
    if (!frozen && !thawed) {
      continue;
    }
    // Freezing goes on inward where the outer part is the frozen one, and so does thawing where the
    // inner part is.
    const bool inward = frozen == (front.part == FrozenPart::outer);
    // Temperature is linear between the cold (or warm) node and the front, which has run on by
    // `past` of a cell.
    const double range = front.all_thawed - front.all_frozen;
    const double share = (front.all_thawed - state.cell_enthalpy[i]) / range;
    const double past = frozen ? share - 1.0 : -share;
    const double latent = system.latent_heat[i];
    const double left =
        (1.0 + 2.0 * past) * (frozen ? front.all_frozen : front.all_thawed - latent);
    finish(system, i, frozen ? left : latent + left, frozen, inward ? i + 1 : i - 1, state);
  }
}

NodeResistance node_resistance(const System& system, std::size_t cell, const CellPhase& phase,
                               FrozenPart part) {
  const double outer = system.grid.outer_resistance[cell];
  const double inner = system.grid.inner_resistance[cell];
  const double ratio = system.frozen_resistance[cell];
  const double frozen = phase.frozen;
  if (!phase.in_part) {
    return frozen >= 1.0 ? NodeResistance{ratio * outer, ratio * inner}
                         : NodeResistance{outer, inner};
  }
  const double floor = least_resistance;
  const double thawed = 1.0 - frozen;
  switch (part) {
    case FrozenPart::outer:
      return {outer * (2.0 * ratio * frozen + floor), inner * (2.0 * thawed + floor),
              2.0 * ratio * outer, -2.0 * inner};
    case FrozenPart::inner:
      return {outer * (2.0 * thawed + floor), inner * (2.0 * ratio * frozen + floor), -2.0 * outer,
              2.0 * ratio * inner};
    case FrozenPart::core:
      return {outer * (thawed + floor), inner * (thawed + floor), -outer, -inner};
    case FrozenPart::all_but_core:
      break;
  }
  return {outer * (ratio * frozen + floor), inner * (ratio * frozen + floor), ratio * outer,
          ratio * inner};
}

double node_depth(const System& system, std::size_t cell, double frozen, FrozenPart part) {
  const double outer = system.grid.face_depth[cell];
  const double inner = system.grid.face_depth[cell + 1];
  if (frozen <= 0.0 || frozen >= 1.0) {
    return system.grid.centre_depth[cell];
  }
  if (part == FrozenPart::outer) {
    return outer + frozen * (inner - outer);
  }
  if (part == FrozenPart::inner) {
    return inner - frozen * (inner - outer);
  }
  return system.grid.centre_depth[cell];
}

FrozenZone frozen_zone(const System& system, const State& state, std::span<const Front> fronts) {
  FrozenZone zone;
  for (std::size_t i = 0; i < state.frozen.size(); ++i) {
    const double frozen = state.frozen[i];
    if (frozen <= 0.0) {
      continue;
    }
    const double outer = system.grid.face_depth[i];
    const double inner = system.grid.face_depth[i + 1];
    const double thawed = (1.0 - frozen) * (inner - outer);
    // The thawed part lies inside, outside, on both sides, or within.
    const double before = fronts[i].part == FrozenPart::inner  ? thawed
                          : fronts[i].part == FrozenPart::core ? 0.5 * thawed
                                                               : 0.0;
    const double after = fronts[i].part == FrozenPart::outer  ? thawed
                         : fronts[i].part == FrozenPart::core ? 0.5 * thawed
                                                              : 0.0;
    if (zone.thickness <= 0.0) {
      zone.from = outer + before;
    }
    zone.to = inner - after;
    zone.thickness += inner - outer - thawed;
  }
  return zone;
}

std::vector<CellNode> frozen_nodes(const System& system, const State& state,
                                   std::span<const Front> fronts) {
  std::vector<CellNode> nodes;
  for (std::size_t i = 0; i < state.frozen.size(); ++i) {
    const double frozen = state.frozen[i];
    if (frozen > 0.0) {
      const NodeResistance r = node_resistance(system, i, phase_in(state, i), fronts[i].part);
      nodes.push_back({i, node_depth(system, i, frozen, fronts[i].part), state.temperature[i],
                       r.outer, r.inner});
    }
  }
  return nodes;
}

Surface surface_of(const System& system, const Contact& contact, const State& state, double time) {
  const FrozenPart part = frozen_part(system, contact, state, time, 0);
  const double below = node_resistance(system, 0, phase_in(state, 0), part).outer;
  const double conductance = 1.0 / (contact.boundary.resistance + below);
  const double source = source_temperature(contact, state.enthalpy, time);
  const double above = state.temperature[0] - source;
  return {source + above * contact.boundary.resistance * conductance, conductance * above};
}

}  // namespace coldplan::bioheat
