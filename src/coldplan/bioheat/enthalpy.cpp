#include "coldplan/bioheat/enthalpy.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace coldplan::bioheat {
namespace {

// A front at a face would leave no resistance on that side, and none at all between two fronts that
// meet there, or behind no resistance of the contact. This share of the half cell's is added at
// every face, whether the cell has a front or not: freezing then begins and ends without a change
// of the flow.
constexpr double face_resistance = 1e-6;

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
  double frozen = 0.0;       ///< its frozen share
  bool same_tissue = false;  ///< that freezes at the same temperature
};

/// What would flow from a neighbour to a front at the cell's far face [W/m²], `half` being the
/// resistance of half the cell.
double flow_through(const Neighbour& neighbour, double freezing, double half) {
  return (neighbour.temperature - freezing) /
         ((2.0 + face_resistance) * half + neighbour.resistance);
}

/// What would flow from a neighbour to a front at their common face [W/m²].
double flow_at_face(const Neighbour& neighbour, double freezing, double half) {
  return (neighbour.temperature - freezing) / (neighbour.resistance + face_resistance * half);
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
    return {source, contact.boundary.resistance, 0.0, false};
  }
  const std::size_t beyond = cell - 1;
  const CellPhase phase = phase_in(state, beyond);
  return {phase.temperature, node_resistance(system, beyond, phase, fronts[beyond].part).inner,
          phase.frozen, system.freezing[beyond] == system.freezing[cell]};
}

Neighbour inner_neighbour(const System& system, const State& state, std::size_t cell,
                          std::span<const Front> fronts) {
  const std::size_t beyond = cell + 1;
  if (beyond == state.temperature.size()) {
    const double inner = system.column.inner_temperature.value_or(state.temperature[cell]);
    return {inner, 0.0, 0.0, false};
  }
  const CellPhase phase = phase_in(state, beyond);
  return {phase.temperature, node_resistance(system, beyond, phase, fronts[beyond].part).outer,
          phase.frozen, system.freezing[beyond] == system.freezing[cell]};
}

/// A side of a cell: who is there, and the resistance of the half cell towards it, thawed.
struct Side {
  Neighbour neighbour;
  double half = 0.0;
};

/// The front of a cell between a cold and a warm side.
///
/// Where a front cannot be handed on, to another tissue, the cell is done at h = 0 or at L: T_f
/// then stands at its centre, and the heat that flows in changes in the direction that it went.
/// With h₁ it would change against it, and the stage's equations would have no solution. Freezing
/// and thawing begin at the face to a neighbour beyond T_f once that face is at T_f and more heat
/// leaves there than comes from the other side.
Front front_between(const System& system, std::size_t cell, const CellPhase& phase, FrozenPart part,
                    const Side& cold, const Side& warm) {
  Front front{part, 0.0, system.latent_heat[cell]};
  const double freezing = system.freezing[cell];
  // Only into a neighbour that has as much left to freeze or thaw as a front may run.
  front.runs_inward = phase.in_part && warm.neighbour.same_tissue && warm.neighbour.frozen < 0.5;
  front.runs_outward = phase.in_part && cold.neighbour.same_tissue && cold.neighbour.frozen > 0.5;
  const double ratio = system.frozen_resistance[cell];
  const double from_cold = flow_through(cold.neighbour, freezing, ratio * cold.half);
  const double from_warm = flow_through(warm.neighbour, freezing, warm.half);
  const bool thaws_at_face =
      phase.frozen >= 1.0 && flow_at_face(warm.neighbour, freezing, warm.half) + from_cold > 0.0;
  const bool freezes_at_face =
      phase.frozen <= 0.0 && flow_at_face(cold.neighbour, freezing, cold.half) + from_warm < 0.0;
  if (front.runs_inward || thaws_at_face) {
    front.all_frozen += system.frozen_capacity[cell] * std::min(0.0, from_cold * ratio * cold.half);
  }
  if (freezes_at_face || front.runs_outward || (phase.in_part && from_cold < 0.0)) {
    front.all_thawed += system.capacity[cell] * std::max(0.0, from_warm * warm.half);
  }
  return front;
}

/// Sets the ends of the range with a front.
void set_range(Front& front) {
  const double run = furthest_run * (front.all_thawed - front.all_frozen);
  front.least = front.all_frozen - (front.runs_inward ? run : 0.0);
  front.most = front.all_thawed + (front.runs_outward ? run : 0.0);
}

}  // namespace

CellPhase phase_of(const System& system, std::size_t cell, const Front& front, double enthalpy) {
  if (!freezes(system, cell)) {
    return {enthalpy / system.capacity[cell], 0.0, 1.0 / system.capacity[cell], 0.0, false};
  }
  const double freezing = system.freezing[cell];
  if (enthalpy < front.least) {
    const double capacity = system.frozen_capacity[cell];
    return {freezing + enthalpy / capacity, 1.0, 1.0 / capacity, 0.0, false};
  }
  if (enthalpy <= front.most) {
    const double slope = -1.0 / (front.all_thawed - front.all_frozen);
    const double frozen = (enthalpy - front.all_thawed) * slope;
    // Only a front that is to be handed on leaves its cell.
    const double least = front.runs_outward ? frozen : std::max(0.0, frozen);
    const double stays = front.runs_inward ? least : std::min(1.0, least);
    return {freezing, stays, 0.0, stays == frozen ? slope : 0.0, true};
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
    const Neighbour outer = outer_neighbour(system, contact, state, time, i, fronts);
    const Neighbour inner = inner_neighbour(system, state, i, fronts);
    const double r_outer = grid.outer_resistance[i];
    const double r_inner = grid.inner_resistance[i];
    const CellPhase phase = phase_in(state, i);
    if (part == FrozenPart::outer) {
      fronts[i] = front_between(system, i, phase, part, {outer, r_outer}, {inner, r_inner});
    } else if (part == FrozenPart::inner) {
      fronts[i] = front_between(system, i, phase, part, {inner, r_inner}, {outer, r_outer});
    } else {
      fronts[i].all_thawed = system.latent_heat[i];
    }
    set_range(fronts[i]);
  }
  return fronts;
}

std::vector<Front> held(const State& state, std::span<const Front> fronts) {
  constexpr double without_end = std::numeric_limits<double>::infinity();
  std::vector<Front> result(fronts.begin(), fronts.end());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const bool frozen = frozen_share(state, i) >= 1.0;
    const bool thawed = frozen_share(state, i) <= 0.0;
    result[i].least = frozen ? without_end : -without_end;
    result[i].most = thawed ? -without_end : without_end;
  }
  return result;
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
  const double face = face_resistance;
  if (!phase.in_part) {
    const double share = (frozen >= 1.0 ? ratio : 1.0) + face;
    return {share * outer, share * inner};
  }
  const double thawed = 1.0 - frozen;
  switch (part) {
    case FrozenPart::outer:
      return {outer * (2.0 * ratio * frozen + face), inner * (2.0 * thawed + face),
              2.0 * ratio * outer, -2.0 * inner};
    case FrozenPart::inner:
      return {outer * (2.0 * thawed + face), inner * (2.0 * ratio * frozen + face), -2.0 * outer,
              2.0 * ratio * inner};
    case FrozenPart::core:
      return {outer * (thawed + face), inner * (thawed + face), -outer, -inner};
    case FrozenPart::all_but_core:
      break;
  }
  return {outer * (ratio * frozen + face), inner * (ratio * frozen + face), ratio * outer,
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
  double below = system.grid.outer_resistance[0];
  // A state without enthalpies of its cells is ESDIRK's, in which nothing is frozen.
  if (!state.cell_enthalpy.empty()) {
    const FrozenPart part = frozen_part(system, contact, state, time, 0);
    below = node_resistance(system, 0, phase_in(state, 0), part).outer;
  }
  const double conductance = 1.0 / (contact.boundary.resistance + below);
  const double source = source_temperature(contact, state.enthalpy, time);
  const double above = state.temperature[0] - source;
  return {source + above * contact.boundary.resistance * conductance, conductance * above};
}

}  // namespace coldplan::bioheat
