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
  double opened = 0.0;  ///< when the phase began [s]
};

/// Where the nodes are at one moment, how warm, and how warm tissue at their depth is at rest.
struct Moment {
  std::vector<double> depth;        ///< [m]
  std::vector<double> temperature;  ///< [°C]
  std::vector<double> resting;      ///< [°C]
};

/// Heat balance of the nodes, per square metre.
struct Balance {
  std::vector<double> net;       ///< conducted, brought by blood and made, by node [W/m²]
  std::vector<double> slope;     ///< ∂net/∂T of the same node [W/(m² K)]
  std::vector<double> capacity;  ///< by node [J/(m² K)]
  std::vector<double> carried;   ///< ½ Σ ρ c ΔT: heat that a moving node meets, by node [J/m³]
  std::vector<double> conductance;  ///< by element [W/(m² K)]
  std::vector<double> half_heat;    ///< ½ ρ c, by element [J/(m³ K)]
};

/// Pennes' equation with the perfusion law on a mesh of nodes, freezing fronts, and the pack's heat
/// balance, as one system of ordinary differential equations y' = f(t, y):
///
///     y = (h and D / 1000 s of each constricting layer, pack enthalpy / 100 kJ/m², then by node
///     its temperature, or its depth / 0.1 mm where it is a front)
///
/// A front is at the freezing point of its tissue and moves as the latent heat allows (Stefan); a
/// node of velocity w between fronts has
///
///     C dT/dt = net + w carried,         a front    ± ρ L ds/dt = −net − ds/dt carried
///
/// (+ where the outer side is frozen), which is the balance of heat over half the elements on its
/// two sides. Written from the equations of tissue/, bioheat/boundary.h and docs/model.md; of the
/// code under test it uses the values of properties and coefficients alone.
struct ColumnEquations {
  bioheat::Column column;
  Mesh mesh;
  std::vector<double> resting_depth;        ///< where the resting profile is known [m]
  std::vector<double> resting_temperature;  ///< [°C]
  std::vector<double> resting_mean;         ///< of the layers [°C]
  std::vector<std::size_t> memory_at;       ///< by layer, index of its h in y; −1 without memory
  std::size_t memories = 0;                 ///< layers with memory
  Surroundings surroundings;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr double enthalpy_unit = 1e5;  ///< [J/m²]
  static constexpr double dose_unit = 1e3;      ///< [s]
  static constexpr double depth_unit = 1e-4;    ///< [m]

  [[nodiscard]] std::size_t pack_at() const { return 2 * memories; }
  [[nodiscard]] std::size_t node_at(std::size_t node) const { return pack_at() + 1 + node; }
  [[nodiscard]] std::size_t size() const { return node_at(mesh.free_nodes()); }

  [[nodiscard]] double pack_temperature(double enthalpy) const;
  /// dT/d(enthalpy) of the pack [K m²/J].
  [[nodiscard]] double pack_slope() const;
  [[nodiscard]] double freezing_temperature(std::size_t layer) const;

  [[nodiscard]] Moment moment_of(const double* y) const;
  [[nodiscard]] double layer_mean(std::size_t layer, const Moment& at) const;
  /// Relative flow by layer; 1 for layers whose nodes answer for themselves.
  [[nodiscard]] std::vector<double> relative_flow(const Moment& at, const double* y) const;
  [[nodiscard]] Balance balance_of(double time, const double* y, const Moment& at,
                                   std::span<const double> flow) const;
  /// Velocities of all nodes [m/s].
  [[nodiscard]] std::vector<double> velocities(const Balance& balance) const;

  void derivative(double time, const double* y, double* rate) const;
  /// The same with the flow of blood given.
  void derivative(double time, const double* y, std::span<const double> flow, double* rate) const;
};

/// What holds the velocity of the front at a node: ± ρ L + carried [J/m³].
[[nodiscard]] double front_resistance(const ColumnEquations& equations, const Balance& balance,
                                      std::size_t segment);

/// Equations at rest under a film of this resistance [m² K/W] to a room [°C].
[[nodiscard]] ColumnEquations make_equations(const bioheat::Column& column,
                                             const MeshOptions& options, double resistance,
                                             double room);

/// The state of these equations at rest, without a pack.
[[nodiscard]] std::vector<double> state_at_rest(const ColumnEquations& equations);

}  // namespace coldplan::oracle
