#pragma once

#include <span>
#include <vector>

#include "oracle/right_hand_side.h"

/// How fronts come and go. A front begins as a film of 50 nm where the surface or a layer boundary
/// passes a freezing point, and ends where it meets another one or a boundary.
namespace coldplan::oracle {

/// Four values for each segment of the mesh that rise through 0 when the segments have to change:
/// another phase begins at its outer end, at its inner end, it is used up, its elements have grown
/// too long.
[[nodiscard]] std::vector<double> front_gaps(const ColumnEquations& equations, const double* y);

/// Changes the segments where a gap is marked (or, without marks, over 0) and makes a new mesh for
/// them, to which the state is carried over.
void change_fronts(ColumnEquations& equations, std::vector<double>& y, std::span<const int> marks,
                   const MeshOptions& options);

/// Makes a new mesh for the same segments.
void renew_mesh(ColumnEquations& equations, std::vector<double>& y, const MeshOptions& options);

/// The segments as they are at a state.
[[nodiscard]] std::vector<Segment> segments_at(const ColumnEquations& equations, const Moment& at);

/// Temperature at a depth, between the nodes of the segment that holds it [°C].
[[nodiscard]] double temperature_at(const ColumnEquations& equations, const Moment& at,
                                    double depth);

}  // namespace coldplan::oracle
