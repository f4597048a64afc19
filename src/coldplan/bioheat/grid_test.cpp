#include "coldplan/bioheat/grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

Layer layer_of(double thickness, double conductivity) {
  tissue::Tissue tissue;
  tissue.properties = {conductivity, 1000.0, 3500.0, 0.0, 0.0};
  return {thickness, tissue};
}

Column column_of(Geometry geometry) {
  Column column;
  column.geometry = geometry;
  column.layers = {layer_of(0.002, 0.37), layer_of(0.02, 0.21), layer_of(0.04, 0.49)};
  return column;
}

TEST(Grid, PutsFacesOnTheLayersAndKeepsTheVolume) {
  const double a = 0.062;
  const double pi = std::numbers::pi;
  const std::array volume{a, pi * a * a / (2 * pi * a),
                          4.0 / 3 * pi * a * a * a / (4 * pi * a * a)};
  for (const auto geometry : {Geometry::planar, Geometry::cylindrical, Geometry::spherical}) {
    const Grid grid = make_grid(column_of(geometry));
    EXPECT_NEAR(std::accumulate(grid.volume.begin(), grid.volume.end(), 0.0),
                volume.at(static_cast<std::size_t>(geometry)), 1e-15);
    EXPECT_DOUBLE_EQ(grid.face_depth[grid.layer_begin[1]], 0.002);
    EXPECT_DOUBLE_EQ(grid.face_depth[grid.layer_begin[2]], 0.022);
    EXPECT_DOUBLE_EQ(grid.face_depth.back(), 0.062);
  }
}

TEST(Grid, RefinesByTheFactorAsked) {
  const Grid coarse = make_grid(column_of(Geometry::planar));
  const Grid fine = make_grid(column_of(Geometry::planar), refined({}, 4.0));
  EXPECT_NEAR(static_cast<double>(fine.cells()) / static_cast<double>(coarse.cells()), 4.0, 0.3);
}

TEST(Grid, AddsUpToTheSteadyResistanceOfTheLayers) {
  const Grid grid = make_grid(column_of(Geometry::planar));
  const double resistance =
      std::accumulate(grid.outer_resistance.begin(), grid.outer_resistance.end(), 0.0) +
      std::accumulate(grid.inner_resistance.begin(), grid.inner_resistance.end(), 0.0);
  EXPECT_NEAR(resistance, 0.002 / 0.37 + 0.02 / 0.21 + 0.04 / 0.49, 1e-14);
}

TEST(TemperatureAt, IsLinearInALayerAndContinuousAtItsFaces) {
  // Steady conduction: the temperature at a depth is the share of the resistance above it.
  const Grid grid = make_grid(column_of(Geometry::planar));
  const double total = 0.002 / 0.37 + 0.02 / 0.21 + 0.04 / 0.49;
  const auto exact = [&](double depth) {
    const double above = std::min(depth, 0.002) / 0.37 +
                         std::clamp(depth - 0.002, 0.0, 0.02) / 0.21 +
                         std::max(depth - 0.022, 0.0) / 0.49;
    return 10.0 + 27.0 * above / total;
  };
  std::vector<double> cells(grid.cells());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = exact(grid.centre_depth[i]);
  }
  for (const double depth : {0.0, 0.0011, 0.002, 0.0123, 0.022, 0.03, 0.0619, 0.062}) {
    EXPECT_NEAR(temperature_at(grid, cells.data(), 10.0, 37.0, depth), exact(depth), 1e-10)
        << depth;
  }
}

TEST(Column, IsRefusedWhenALayerOrItsAxisIsUnfit) {
  EXPECT_EQ(check(Column{}).error().place, "column.layers");
  Column thin = column_of(Geometry::planar);
  thin.layers[1].thickness = 0.0;
  EXPECT_EQ(check(thin).error().place, "column.layers[1].thickness");
  Column cold_axis = column_of(Geometry::cylindrical);
  cold_axis.inner_temperature = 37.0;
  EXPECT_EQ(check(cold_axis).error().code, ErrorCode::conflict);
  Column nothing = column_of(Geometry::planar);
  nothing.layers[0].tissue.properties.density = std::nan("");
  EXPECT_FALSE(check(nothing).has_value());
}

}  // namespace
}  // namespace coldplan::bioheat
