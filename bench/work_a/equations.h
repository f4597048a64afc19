#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "work_a/cubic.h"
#include "work_a/work_a.h"

/// Work A as ordinary differential equations: finite volumes straight from arrays, written apart
/// from the program's own, so that one can find the other's mistakes.
namespace coldplan::work_a {

/// The cells of a grid from the skin inward: their widths [m], and how many each layer has.
struct Cells {
  std::vector<double> width;
  std::array<std::size_t, layers> count{};
};

using CellsOf = std::function<Cells(const Person& person)>;

/// The grid of the comparison: 12 | 36 | 34 | 14 cells that grow inward by 1.04 | 1.08 | 1.06
/// | 1.10. `refinement` splits each cell into so many, which go on growing by the root of its
/// factor: every face stays, and with 8 of them what second order leaves out falls to a 64th.
[[nodiscard]] Cells standard_cells(const Person& person, std::size_t refinement = 1);

/// Dividing by the heat capacity of a cell turns everything into rates [1/s]:
///
///     dT_i/dt = outer_i (T_{i−1} − T_i) + inner_i (T_{i+1} − T_i) + flow_i f(T_i) (37 − T_i)
///               + heat_i 2^((T_i − 37)/10)
///
/// with the film's temperature for T_{−1}, and the core's beyond the last cell.
class Equations {
 public:
  Equations(const Person& person, const Cells& cells);

  [[nodiscard]] std::size_t size() const { return heat_.size(); }

  /// What faces the skin from now on.
  void face(const Film& film);

  void rates(const double* t, double* rate) const;
  /// ∂(dT_i/dt)/∂T_i; beside it stand `outer` and `inner`.
  void diagonal(const double* t, double* slope) const;
  [[nodiscard]] std::span<const double> outer() const { return outer_; }
  [[nodiscard]] std::span<const double> inner() const { return inner_; }

  /// Temperatures at which all rates vanish, by Newton's iteration.
  [[nodiscard]] std::vector<double> steady() const;

  /// Temperatures at the five depths: faces by continuity of the flux, the middle of the muscle by
  /// the cubic through the four cells around it.
  void probe(const double* t, std::span<double, depths> at) const;

 private:
  void place_probes(const Person& person, const Cells& cells);

  std::vector<double> outer_, inner_, flow_, heat_;  ///< [1/s], heat [K/s]
  std::array<Probe, depths> probes_;
  double skin_conductance_ = 0.0;  ///< from the surface to the first centre [W/(m² K)]
  double skin_capacity_ = 0.0;     ///< of the first cell [J/(m² K)]
  Film film_{};
};

}  // namespace coldplan::work_a
