#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/bioheat/column.h"

/// The oracle's own discretisation: temperatures at nodes, linear between them, heat capacity and
/// sources lumped to the nodes. Nodes stand on the skin, on every layer boundary and on every depth
/// that is asked for, so that nothing is interpolated.
namespace coldplan::oracle {

/// A share of a node's volume that belongs to one layer.
struct Portion {
  std::size_t node;
  std::size_t layer;
  double volume;  ///< [m³/m²]
};

/// A planar column cut into linear elements.
struct Mesh {
  std::vector<double> depth;         ///< of the nodes [m]; the last one is held at core temperature
  std::vector<double> conductance;   ///< of the elements [W/(m² K)]
  std::vector<double> capacity;      ///< of the nodes [J/(m² K)]
  std::vector<Portion> portions;     ///< of all nodes, from the skin inward
  std::vector<double> layer_volume;  ///< of whole layers [m³/m²]

  [[nodiscard]] std::size_t free_nodes() const { return depth.size() - 1; }
};

/// Elements about `first + growth · depth` long, with nodes at the given depths.
[[nodiscard]] Mesh make_mesh(const bioheat::Column& column, std::span<const double> depths,
                             double first, double growth);

/// The node at a depth that was asked for.
[[nodiscard]] std::size_t node_at(const Mesh& mesh, double depth);

/// Resting temperatures of all nodes behind a film of this resistance [m² K/W] to the room [°C].
[[nodiscard]] std::vector<double> resting_temperatures(const Mesh& mesh,
                                                       const bioheat::Column& column,
                                                       double resistance, double room);

}  // namespace coldplan::oracle
