#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/bioheat/column.h"

namespace coldplan::bioheat {

/// How fine a grid is. A cell at depth z is about `first_cell + growth · z` wide: gradients fade
/// with depth as the cold spreads, so equal relative widths waste nothing.
struct GridOptions {
  double first_cell = 1.2e-4;  ///< width at the skin [m]
  double growth = 0.045;       ///< widening per metre of depth [m/m]
  /// In any layer: thin perfused ones, such as the canal, lie deep, where cells would be wide.
  std::size_t fewest_cells = 8;
};

/// The same grid, `factor` times finer everywhere.
[[nodiscard]] GridOptions refined(const GridOptions& options, double factor);

/// Finite volumes of a column, cell 0 at the skin. Areas and volumes count per square metre of
/// skin. Second order in the cell width: measured against exact solutions in tests/exact.
struct Grid {
  Geometry geometry = Geometry::planar;
  double outer_radius = 0.0;             ///< of a cylinder or sphere [m]
  std::vector<double> face_depth;        ///< cells + 1, from 0 to the inner face [m]
  std::vector<double> centre_depth;      ///< [m]
  std::vector<double> volume;            ///< [m³/m²]
  std::vector<double> outer_resistance;  ///< from the cell's centre to its outer face [m² K/W]
  std::vector<double> inner_resistance;  ///< from the cell's centre to its inner face [m² K/W]
  std::vector<std::size_t> layer_begin;  ///< first cell of each layer; layers + 1 entries

  [[nodiscard]] std::size_t cells() const { return centre_depth.size(); }
  [[nodiscard]] std::size_t layers() const { return layer_begin.size() - 1; }
};

/// A layer, or a part of one, cut into cells whose widths form a geometric series.
struct Cut {
  std::size_t layer = 0;
  double begin = 0.0;      ///< depth of its outer end [m]
  double thickness = 0.0;  ///< [m]
  std::size_t cells = 0;
  double ratio = 1.0;  ///< of a width to the one before
};

/// How many cells these options wish for between two depths: as many as follow first_cell
/// + growth · depth, rounded up.
[[nodiscard]] std::size_t wished_cells(double begin, double thickness, const GridOptions& options);

/// So many cells there, graded as these options wish.
[[nodiscard]] Cut graded_cut(std::size_t layer, double begin, double thickness,
                             const GridOptions& options, std::size_t cells);

/// Cuts a checked column into cells, faces on the layer boundaries. Within a layer widths form a
/// geometric series, so that the truncation error stays second order.
[[nodiscard]] Grid make_grid(const Column& column, const GridOptions& options = {});

/// The grid of given cuts, in their order, which fill the column; into `grid`, whose memory is used
/// again.
void fill_grid(Grid& grid, const Column& column, std::span<const Cut> cuts);

/// A cell whose temperature does not stand at its centre, or whose resistances are not the grid's:
/// frozen tissue (coldplan/bioheat/enthalpy.h).
struct CellNode {
  std::size_t cell = 0;
  double depth = 0.0;             ///< of the node [m]
  double temperature = 0.0;       ///< of the node [°C]
  double outer_resistance = 0.0;  ///< from the node to the cell's outer face [m² K/W]
  double inner_resistance = 0.0;  ///< from the node to the cell's inner face [m² K/W]
};

/// Temperature [°C] at a depth [m], from cell temperatures and the skin surface's. Conduction
/// without sources between a cell's centre and its faces, flux-continuous across faces: second
/// order. `frozen` replaces cells, in their order.
[[nodiscard]] double temperature_at(const Grid& grid, const double* cell_temperature,
                                    double surface_temperature, double inner_temperature,
                                    double depth, std::span<const CellNode> frozen = {});

}  // namespace coldplan::bioheat
