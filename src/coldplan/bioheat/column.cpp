#include "coldplan/bioheat/column.h"

#include <cmath>

#include <fmt/format.h>

namespace coldplan::bioheat {
namespace {

Error refuse(std::string place, double seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::move(place), fmt::format("{:g}", seen), std::move(allowed),
          ""};
}

bool positive(double value) {
  return std::isfinite(value) && value > 0.0;
}

bool not_negative(double value) {
  return std::isfinite(value) && value >= 0.0;
}

Expected<void> check(const Layer& layer, std::size_t index) {
  const std::string place = fmt::format("column.layers[{}]", index);
  const tissue::Properties& p = layer.tissue.properties;
  if (!positive(layer.thickness)) {
    return tl::unexpected(refuse(place + ".thickness", layer.thickness, "a length over 0 m"));
  }
  for (const double value : {p.conductivity, p.density, p.specific_heat, layer.tissue.flow_q10,
                             layer.tissue.metabolism_q10}) {
    if (!positive(value)) {
      return tl::unexpected(refuse(place + ".tissue", value, "a thermal property over 0"));
    }
  }
  for (const double value : {p.perfusion, p.metabolic_heat}) {
    if (!not_negative(value)) {
      return tl::unexpected(refuse(place + ".tissue", value, "a flow or heat of at least 0"));
    }
  }
  if (layer.tissue.frozen) {
    const tissue::FrozenProperties& frozen = *layer.tissue.frozen;
    for (const double value : {frozen.latent_heat, frozen.conductivity, frozen.specific_heat}) {
      if (!positive(value)) {
        return tl::unexpected(refuse(place + ".tissue.frozen", value, "a thermal property over 0"));
      }
    }
    if (!std::isfinite(frozen.freezing_temperature)) {
      return tl::unexpected(refuse(place + ".tissue.frozen", frozen.freezing_temperature,
                                   "a freezing temperature in °C"));
    }
  }
  return {};
}

}  // namespace

double depth_of(const Column& column) {
  double depth = 0.0;
  for (const Layer& layer : column.layers) {
    depth += layer.thickness;
  }
  return depth;
}

Expected<void> check(const Column& column) {
  if (column.layers.empty()) {
    return tl::unexpected(
        Error{ErrorCode::missing, "column.layers", "", "", "give at least one layer"});
  }
  for (std::size_t i = 0; i < column.layers.size(); ++i) {
    if (auto layer = check(column.layers[i], i); !layer) {
      return layer;
    }
  }
  if (column.geometry != Geometry::planar && column.inner_temperature) {
    return tl::unexpected(Error{ErrorCode::conflict, "column.inner_temperature", "", "",
                                "leave it out: a cylinder or sphere reaches its axis"});
  }
  if (!std::isfinite(column.arterial_temperature) || !not_negative(column.blood_heat_capacity)) {
    return tl::unexpected(refuse("column.arterial_temperature", column.arterial_temperature,
                                 "a temperature in °C with a blood heat capacity"));
  }
  return {};
}

}  // namespace coldplan::bioheat
