#include "coldplan/bioheat/grid.h"

#include <algorithm>
#include <cmath>

namespace coldplan::bioheat {
namespace {

/// ∫ dA-weighted depth: volume between two depths for one square metre of surface.
double volume_between(const Grid& grid, double outer, double inner) {
  const double a = grid.outer_radius;
  switch (grid.geometry) {
    case Geometry::planar:
      return inner - outer;
    case Geometry::cylindrical:
      return (std::pow(a - outer, 2) - std::pow(a - inner, 2)) / (2.0 * a);
    case Geometry::spherical:
      return (std::pow(a - outer, 3) - std::pow(a - inner, 3)) / (3.0 * a * a);
  }
  return 0.0;
}

/// Area of the face at this depth for one square metre of surface.
double face_area(const Grid& grid, double depth) {
  const double share = grid.geometry == Geometry::planar ? 1.0 : 1.0 - depth / grid.outer_radius;
  return grid.geometry == Geometry::spherical ? share * share : share;
}

/// Resistance of half a cell with the area of its face. Steady shell formulas would be exact
/// without sources, but near the axis the flux vanishes with the radius and they lose an order
/// there.
double half_resistance(const Grid& grid, double conductivity, double centre, double face) {
  return std::abs(face - centre) / (conductivity * face_area(grid, face));
}

/// The inner face of the innermost cell of a cylinder or sphere is the axis, which nothing crosses.
double inner_resistance_of(const Grid& grid, double conductivity, std::size_t cell) {
  const bool at_axis = grid.geometry != Geometry::planar && cell + 1 == grid.cells();
  return at_axis ? 0.0
                 : half_resistance(grid, conductivity, grid.centre_depth[cell],
                                   grid.face_depth[cell + 1]);
}

}  // namespace

GridOptions refined(const GridOptions& options, double factor) {
  const auto fewest = std::ceil(static_cast<double>(options.fewest_cells) * factor);
  return {options.first_cell / factor, options.growth / factor, static_cast<std::size_t>(fewest)};
}

namespace {

/// ln of the wished width at the inner end over that at the outer one.
double widening(double begin, double thickness, const GridOptions& options) {
  const double at_begin = options.first_cell + options.growth * begin;
  const double at_end = options.first_cell + options.growth * (begin + thickness);
  return std::log(at_end / at_begin);
}

}  // namespace

std::size_t wished_cells(double begin, double thickness, const GridOptions& options) {
  // ∫ dz / width(z): how many cells of the wished widths fit.
  const double wished = options.growth > 0.0 ? widening(begin, thickness, options) / options.growth
                                             : thickness / options.first_cell;
  return std::max(options.fewest_cells, static_cast<std::size_t>(std::ceil(wished)));
}

Cut graded_cut(std::size_t layer, double begin, double thickness, const GridOptions& options,
               std::size_t cells) {
  const double ratio = std::exp(widening(begin, thickness, options) / static_cast<double>(cells));
  return {layer, begin, thickness, cells, ratio};
}

namespace {

/// Faces, centres and volumes of one cut.
void add_cells(Grid& grid, const Cut& cut) {
  double sum = 0.0;
  double width = 1.0;
  for (std::size_t i = 0; i < cut.cells; ++i) {
    sum += width;
    width *= cut.ratio;
  }
  width = cut.thickness / sum;
  for (std::size_t i = 0; i < cut.cells; ++i) {
    const double outer = grid.face_depth.back();
    // The last face is the cut's own depth, free of the rounding of the sum.
    const double inner = i + 1 == cut.cells ? cut.begin + cut.thickness : outer + width;
    grid.face_depth.push_back(inner);
    grid.centre_depth.push_back(0.5 * (outer + inner));
    grid.volume.push_back(volume_between(grid, outer, inner));
    width *= cut.ratio;
  }
}

void forget_cells(Grid& grid) {
  for (auto* values : {&grid.face_depth, &grid.centre_depth, &grid.volume, &grid.outer_resistance,
                       &grid.inner_resistance}) {
    values->clear();
  }
  grid.layer_begin.clear();
}

}  // namespace

void fill_grid(Grid& grid, const Column& column, std::span<const Cut> cuts) {
  forget_cells(grid);
  grid.geometry = column.geometry;
  grid.outer_radius = depth_of(column);
  grid.face_depth.push_back(0.0);
  for (const Cut& cut : cuts) {
    while (grid.layer_begin.size() <= cut.layer) {
      grid.layer_begin.push_back(grid.cells());
    }
    add_cells(grid, cut);
  }
  grid.layer_begin.push_back(grid.cells());

  for (std::size_t layer = 0; layer < grid.layers(); ++layer) {
    const double k = column.layers[layer].tissue.properties.conductivity;
    for (std::size_t i = grid.layer_begin[layer]; i < grid.layer_begin[layer + 1]; ++i) {
      grid.outer_resistance.push_back(
          half_resistance(grid, k, grid.centre_depth[i], grid.face_depth[i]));
      grid.inner_resistance.push_back(inner_resistance_of(grid, k, i));
    }
  }
}

Grid make_grid(const Column& column, const GridOptions& options) {
  std::vector<Cut> cuts;
  double depth = 0.0;
  for (std::size_t layer = 0; layer < column.layers.size(); ++layer) {
    const double thickness = column.layers[layer].thickness;
    cuts.push_back(
        graded_cut(layer, depth, thickness, options, wished_cells(depth, thickness, options)));
    depth += thickness;
  }
  Grid grid;
  fill_grid(grid, column, cuts);
  return grid;
}

double temperature_at(const Grid& grid, const double* cell_temperature, double surface_temperature,
                      double inner_temperature, double depth, std::span<const CellNode> frozen) {
  const auto face = std::upper_bound(grid.face_depth.begin(), grid.face_depth.end(), depth);
  const auto past = static_cast<std::size_t>(face - grid.face_depth.begin());
  const std::size_t cell = std::clamp<std::size_t>(past, 1, grid.cells()) - 1;
  const auto node_of = [&](std::size_t of) {
    const auto found = std::lower_bound(
        frozen.begin(), frozen.end(), of,
        [](const CellNode& node, std::size_t wanted) { return node.cell < wanted; });
    return found != frozen.end() && found->cell == of
               ? *found
               : CellNode{of, grid.centre_depth[of], cell_temperature[of],
                          grid.outer_resistance[of], grid.inner_resistance[of]};
  };
  // Temperature of a face shared with a neighbour, from continuity of flux.
  const auto shared = [](const CellNode& outer, const CellNode& inner) {
    const double r_outer = outer.inner_resistance;
    const double r_inner = inner.outer_resistance;
    return (outer.temperature * r_inner + inner.temperature * r_outer) / (r_outer + r_inner);
  };
  const CellNode own = node_of(cell);
  if (depth < own.depth) {
    const double outer = grid.face_depth[cell];
    const double at_face = cell == 0 ? surface_temperature : shared(node_of(cell - 1), own);
    return at_face + (own.temperature - at_face) *
                         std::clamp((depth - outer) / (own.depth - outer), 0.0, 1.0);
  }
  const double inner = grid.face_depth[cell + 1];
  const double at_face =
      cell + 1 == grid.cells() ? inner_temperature : shared(own, node_of(cell + 1));
  // Without room between the node and the face the depth is the face's own.
  const double share = inner > own.depth ? (depth - own.depth) / (inner - own.depth) : 0.0;
  return own.temperature + (at_face - own.temperature) * std::clamp(share, 0.0, 1.0);
}

}  // namespace coldplan::bioheat
