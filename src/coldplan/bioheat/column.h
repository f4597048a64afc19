#pragma once

#include <optional>
#include <vector>

#include "coldplan/quantity/error.h"
#include "coldplan/tissue/perfusion.h"
#include "coldplan/tissue/properties.h"

namespace coldplan::bioheat {

/// How the area of a shell changes with depth: not at all, with the radius, or with its square.
enum class Geometry { planar, cylindrical, spherical };

/// One layer of a column.
struct Layer {
  double thickness = 0.0;  ///< [m]
  tissue::Tissue tissue;
};

/// A stack of tissue layers under one square metre of skin, from the surface inward. In a cylinder
/// or a sphere the layers reach the axis, and everything counts per square metre of its outer
/// surface.
struct Column {
  Geometry geometry = Geometry::planar;
  std::vector<Layer> layers;
  std::optional<double>
      inner_temperature;              ///< held at the inner face [°C]; none: no flux through it
  double arterial_temperature = 0.0;  ///< [°C]
  double blood_heat_capacity = 0.0;   ///< ρ_b c_b [J/(m³ K)]
  tissue::PerfusionLaw law;
  double reflex_signal_per_kelvin = 0.0;  ///< constriction signal S for each kelvin the skin falls
};

/// Depth of the inner face [m]: the sum of the layers.
[[nodiscard]] double depth_of(const Column& column);

/// Nothing, or what makes the column unfit: no layers, a thickness or property that is not
/// positive, an inner temperature on the axis of a cylinder or sphere.
[[nodiscard]] Expected<void> check(const Column& column);

}  // namespace coldplan::bioheat
