#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/bioheat/column.h"

/// The oracle's own discretisation: temperatures at nodes, linear between them, heat capacity and
/// sources lumped to the nodes. Nodes stand on the skin, on every layer boundary and on every
/// freezing front. Nodes between fronts move with these in proportion, so that no element is ever
/// frozen in part.
namespace coldplan::oracle {

/// A stretch of one tissue that is wholly frozen or wholly not.
struct Segment {
  std::size_t layer = 0;
  bool frozen = false;
  double begin = 0.0;  ///< depth [m]
  double end = 0.0;    ///< depth [m]

  [[nodiscard]] double length() const { return end - begin; }
};

/// How fine a mesh is: elements about `first + growth · d` long, d being the distance from the skin
/// or the nearest front, and at least `fewest` in a segment.
struct MeshOptions {
  double first = 1.5e-5;
  double growth = 0.0075;
  std::size_t fewest = 16;
};

/// The same mesh, `factor` times finer everywhere.
[[nodiscard]] MeshOptions refined(const MeshOptions& options, double factor);

/// A planar column cut into linear elements.
struct Mesh {
  std::vector<Segment> segments;        ///< from the skin inward
  std::vector<std::size_t> first_node;  ///< of each segment; the last entry is the last node
  std::vector<double> share;  ///< where a node stands within its segment, from 0 to below 1
  std::vector<double> depth;  ///< of the nodes, as the mesh was made [m]

  /// Nodes with unknowns; the one after them is held at core temperature.
  [[nodiscard]] std::size_t free_nodes() const { return depth.size() - 1; }

  /// Whether a segment begins at a freezing front: it is of the same layer as the one before.
  [[nodiscard]] bool begins_at_front(std::size_t segment) const {
    return segment > 0 && segment < segments.size() &&
           segments[segment - 1].layer == segments[segment].layer;
  }
};

/// The layers of a column, nothing frozen.
[[nodiscard]] std::vector<Segment> unfrozen_segments(const bioheat::Column& column);

[[nodiscard]] Mesh make_mesh(std::vector<Segment> segments, const MeshOptions& options);

/// Monotone piecewise cubic through points in rising order (Steffen 1990, Astron Astrophys
/// 239:443), at a place between the first and the last.
[[nodiscard]] double interpolate(std::span<const double> at, std::span<const double> value,
                                 double place);

}  // namespace coldplan::oracle
