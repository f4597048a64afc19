#pragma once

#include <optional>
#include <vector>

/// The bioheat equation in two dimensions, depth and along the skin, solved by means that share
/// nothing with the product but the equation: tissue with flow and metabolism that do not change,
/// finite volumes on a tensor grid, SDIRK2 in time (Alexander 1977, SIAM J Numer Anal 14:1006;
/// second order, L-stable), each stage solved directly by a banded Cholesky factorisation.
///
/// The cold covers part of the skin, from u = 0 to the edge; beyond it skin faces the air. No heat
/// crosses the centre line u = 0, nor the far end of the bare part.
namespace coldplan::offline {

/// What u measures: metres across a long pack, metres from the centre of a round one, or metres of
/// circumference of half a limb, from the middle of the covered side to that of the bare one.
enum class Shape { strip, disc, limb };

/// A layer of tissue whose blood flow and metabolism are fixed.
struct Slab {
  double thickness = 0.0;      ///< [m]
  double conductivity = 0.0;   ///< [W/(m K)]
  double heat_capacity = 0.0;  ///< ρ c [J/(m³ K)]
  double blood = 0.0;          ///< ω ρ_b c_b [W/(m³ K)]
  double metabolism = 0.0;     ///< [W/m³]
};

/// Something of a given temperature [°C] behind a conductance [W/(m² K)].
struct Film {
  double conductance = 0.0;
  double temperature = 0.0;
};

/// One problem: at rest in the air, then the cold on the covered part and the air again, as often
/// as there are bouts.
struct PlaneCase {
  Shape shape = Shape::strip;
  double covered = 0.0;         ///< [m of u]
  double bare = 0.0;            ///< [m of u]
  std::vector<Slab> slabs;      ///< from the skin inward; of a limb, down to the axis
  std::optional<double> inner;  ///< held at the inner face [°C]
  double arterial = 0.0;        ///< [°C]
  Film air;
  Film cold;
  double cooling = 0.0;  ///< [s]
  double after = 0.0;    ///< [s]
  int bouts = 1;
  std::vector<double> depths;     ///< to be reported [m], the skin first
  std::vector<double> distances;  ///< from the edge outward, where skin is reported [m]
};

/// Cells per length and steps, as multiples of the coarsest that is of any use.
struct Fineness {
  int cells = 1;
  int steps = 1;
};

/// Temperatures [°C] at one time.
struct Snapshot {
  double time = 0.0;                 ///< [s]
  std::vector<double> centre;        ///< on the line u = 0, by depth
  std::vector<double> covered_mean;  ///< under the cold, by depth
  std::vector<double> bare_mean;     ///< beside it, by depth
  std::vector<double> skin_outside;  ///< by distance
};

struct PlaneSolution {
  std::size_t cells_across = 0;
  std::size_t cells_deep = 0;
  std::vector<Snapshot> snapshots;  ///< every five minutes from 0; of the removal just before it
};

/// Solves one case. Every reported depth has to be the skin, a boundary of slabs, or a whole
/// number of centimetres under the second of them.
[[nodiscard]] PlaneSolution solve(const PlaneCase& problem, const Fineness& fineness);

}  // namespace coldplan::offline
