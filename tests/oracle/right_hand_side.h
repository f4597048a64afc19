#pragma once

#include <span>
#include <vector>

#include "oracle/mesh.h"

#include "coldplan/bioheat/boundary.h"

namespace coldplan::oracle {

/// Which part of its enthalpy curve a pack is on.
enum class PackPart { below_melting, melting, above_melting };

/// The boundary at this moment.
struct Surroundings {
  bioheat::Boundary boundary;
  PackPart part = PackPart::above_melting;
  bool cooling = false;
};

/// Pennes' equation with the perfusion law on a mesh of nodes, and the pack's heat balance, as one
/// system of ordinary differential equations y' = f(y):
///
///     y = (pack enthalpy / 100 kJ/m², node temperatures, then h and D / 1000 s of each
///     constricting layer)
///
/// Written from the equations of tissue/perfusion.h, bioheat/boundary.h and docs/model.md; of the
/// code under test it uses the values of properties and coefficients alone.
struct ColumnEquations {
  bioheat::Column column;
  Mesh mesh;
  std::vector<double> resting;         ///< of all nodes [°C]
  std::vector<double> resting_mean;    ///< of the layers [°C]
  std::vector<std::size_t> memory_at;  ///< index of a layer's h in y; 0 for a layer without memory
  Surroundings surroundings;

  static constexpr double enthalpy_unit = 1e5;  ///< [J/m²]
  static constexpr double dose_unit = 1e3;      ///< [s]

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] double pack_temperature(double enthalpy) const;
  /// dT/d(enthalpy) of the pack [K m²/J].
  [[nodiscard]] double pack_slope() const;
  [[nodiscard]] double layer_mean(std::size_t layer, const double* y) const;
  void derivative(const double* y, double* rate) const;
};

/// Equations at rest under a bare film to the room.
[[nodiscard]] ColumnEquations make_equations(const bioheat::Column& column, Mesh mesh,
                                             double resistance, double room);

/// ∂f/∂y within one place of the diagonal; what couples further away (flow to its layer's mean
/// temperature) is weak and left to the iteration. Entries by row: below, on and above the
/// diagonal.
struct Band {
  std::vector<double> below;
  std::vector<double> on;
  std::vector<double> above;
};
[[nodiscard]] Band jacobian_band(const ColumnEquations& equations, const double* y);

}  // namespace coldplan::oracle
