#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/bioheat/system.h"

/// The enthalpy of tissue that may freeze, and where in a cell its front stands.
///
/// Per square metre of skin, h = 0 when a cell is wholly frozen at its freezing temperature T_f,
/// and h = L when it is wholly thawed there:
///
///     wholly frozen:   T = T_f + h / C_frozen
///     wholly thawed:   T = T_f + (h − L) / C
///     frozen in part:  T = T_f at the front,  f = (h₀ − h)/(h₀ − h₁)
///
/// f is the frozen share. Cells that do not freeze have h = C T.
///
/// In a cell that is frozen in part, T_f stands at the front between its frozen and thawed parts,
/// not at its centre: conduction to either neighbour runs through the part on that side, with that
/// part's conductivity. h₁ is the enthalpy with the front at the face where freezing ends, h₀ at
/// the other one: the cell's mean is then colder or warmer than T_f by half of what lies between
/// the front and the neighbour,
///
///     h₁ = −C_frozen (T_f − T_cold) r/(2r + r_cold),   h₀ = L + C (T_warm − T_f) r/(2r + r_warm)
///
/// with r the resistance of half the cell, frozen or thawed, and r_cold, r_warm that of the
/// neighbour's part. With
/// h₁ = 0 and h₀ = L, the plain enthalpy method, every cell is held at T_f as a whole until it is
/// frozen, and temperatures climb in stairs.
///
/// Within a step a front may run a little past the cell's face. After the step it is handed on
/// (hand_on): the cell is then just done, and its neighbour gets the enthalpy that is left over. So
/// a front passes from cell to cell without a pause, and heat is conserved.
namespace coldplan::bioheat {

/// Which part of a cell is frozen while it is frozen in part.
enum class FrozenPart {
  outer,         ///< from its outer face to the front
  inner,         ///< from the front to its inner face
  core,          ///< the middle: it thaws from both sides
  all_but_core,  ///< it freezes from both sides
};

/// How a cell freezes or thaws during a step.
struct Front {
  FrozenPart part = FrozenPart::outer;
  double all_frozen = 0.0;    ///< h₁ [J/m²]
  double all_thawed = 0.0;    ///< h₀ [J/m²]
  double least = 0.0;         ///< with less enthalpy than this it is wholly frozen [J/m²]
  double most = 0.0;          ///< with more it is wholly thawed [J/m²]
  bool runs_inward = false;   ///< may run past the face where freezing ends, to be handed on
  bool runs_outward = false;  ///< may run past the face where thawing ends, likewise
};

/// What an enthalpy says of a cell.
struct CellPhase {
  double temperature = 0.0;        ///< [°C]
  double frozen = 0.0;             ///< f [-]; outside 0 to 1 where a front has run past a face
  double temperature_slope = 0.0;  ///< dT/dh [K m²/J]
  double frozen_slope = 0.0;       ///< df/dh [m²/J]
  bool in_part = false;            ///< frozen in part: there is a front
};

[[nodiscard]] CellPhase phase_of(const System& system, std::size_t cell, const Front& front,
                                 double enthalpy);

/// h [J/m²] of a cell that is wholly frozen or wholly thawed.
[[nodiscard]] double enthalpy_of(const System& system, std::size_t cell, double temperature,
                                 bool frozen);

/// h of all cells: those of the state, or those of its temperatures where ESDIRK was at work.
[[nodiscard]] std::vector<double> enthalpies_of(const System& system, const State& state);

/// Whether any of it is frozen.
[[nodiscard]] bool any_frozen(const State& state);

/// Which part of a cell is frozen, by which of its neighbours is colder (what faces the skin is
/// that of the first); for a cell that is not frozen in part, how it would begin to freeze or thaw.
[[nodiscard]] FrozenPart frozen_part(const System& system, const Contact& contact,
                                     const State& state, double time, std::size_t cell);

/// The fronts of all cells for a step from this state.
[[nodiscard]] std::vector<Front> fronts_of(const System& system, const Contact& contact,
                                           const State& state, double time);

/// The same fronts with every cell held as it is for the step: wholly frozen, wholly thawed, or
/// with a front, however much heat it takes or gives.
[[nodiscard]] std::vector<Front> held(const State& state, std::span<const Front> fronts);

/// Hands on the fronts that have run past a face in a step under `fronts`.
void hand_on(const System& system, std::span<const Front> fronts, State& state);

/// Resistances [m² K/W] from a cell's node, its centre or its front, to its faces.
struct NodeResistance {
  double outer = 0.0;
  double inner = 0.0;
  double outer_slope = 0.0;  ///< with the frozen share
  double inner_slope = 0.0;
};

[[nodiscard]] NodeResistance node_resistance(const System& system, std::size_t cell,
                                             const CellPhase& phase, FrozenPart part);

/// Depth [m] of a cell's node.
[[nodiscard]] double node_depth(const System& system, std::size_t cell, double frozen,
                                FrozenPart part);

/// Where frozen tissue lies.
struct FrozenZone {
  double thickness = 0.0;  ///< of all that is frozen [m]
  double from = 0.0;       ///< its outermost depth [m]
  double to = 0.0;         ///< its innermost depth [m]; both 0 where nothing is frozen
};

[[nodiscard]] FrozenZone frozen_zone(const System& system, const State& state,
                                     std::span<const Front> fronts);

/// The frozen cells of a state, as interpolation between cells needs them.
[[nodiscard]] std::vector<CellNode> frozen_nodes(const System& system, const State& state,
                                                 std::span<const Front> fronts);

/// The skin's surface where tissue may be frozen.
struct Surface {
  double temperature = 0.0;  ///< [°C]
  double flux = 0.0;         ///< out of the skin [W/m²]
};

[[nodiscard]] Surface surface_of(const System& system, const Contact& contact, const State& state,
                                 double time);

}  // namespace coldplan::bioheat
