#include "oracle/mesh.h"

#include <algorithm>
#include <cmath>

namespace coldplan::oracle {
namespace {

/// Appends nodes after `begin` up to `end`, geometrically spaced in first + growth · depth.
void append_nodes(std::vector<double>& depth, double begin, double end, double first,
                  double growth) {
  const double span = std::log((first + growth * end) / (first + growth * begin));
  const auto count = static_cast<int>(std::max(2.0, std::ceil(span / growth)));
  for (int j = 1; j < count; ++j) {
    const double width = (first + growth * begin) * std::exp(span * j / count);
    depth.push_back((width - first) / growth);
  }
  depth.push_back(end);
}

void add_portion(Mesh& mesh, std::size_t node, std::size_t layer, double volume) {
  if (!mesh.portions.empty() && mesh.portions.back().node == node &&
      mesh.portions.back().layer == layer) {
    mesh.portions.back().volume += volume;
  } else {
    mesh.portions.push_back({node, layer, volume});
  }
}

}  // namespace

Mesh make_mesh(const bioheat::Column& column, std::span<const double> depths, double first,
               double growth) {
  Mesh mesh;
  mesh.depth.push_back(0.0);
  mesh.capacity.push_back(0.0);
  double begin = 0.0;
  for (std::size_t layer = 0; layer < column.layers.size(); ++layer) {
    const double end = begin + column.layers[layer].thickness;
    std::vector<double> stops;
    std::copy_if(depths.begin(), depths.end(), std::back_inserter(stops),
                 [&](double depth) { return depth > begin && depth < end; });
    stops.push_back(end);
    std::size_t node = mesh.depth.size() - 1;
    for (const double stop : stops) {
      append_nodes(mesh.depth, mesh.depth.back(), stop, first, growth);
    }
    const tissue::Properties& p = column.layers[layer].tissue.properties;
    for (; node + 1 < mesh.depth.size(); ++node) {
      const double length = mesh.depth[node + 1] - mesh.depth[node];
      mesh.conductance.push_back(p.conductivity / length);
      mesh.capacity.push_back(0.0);
      for (const std::size_t end_node : {node, node + 1}) {
        mesh.capacity[end_node] += 0.5 * length * p.density * p.specific_heat;
        add_portion(mesh, end_node, layer, 0.5 * length);
      }
    }
    mesh.layer_volume.push_back(end - begin);
    begin = end;
  }
  return mesh;
}

std::size_t node_at(const Mesh& mesh, double depth) {
  const auto nearest = std::min_element(
      mesh.depth.begin(), mesh.depth.end(),
      [depth](double a, double b) { return std::abs(a - depth) < std::abs(b - depth); });
  return static_cast<std::size_t>(nearest - mesh.depth.begin());
}

std::vector<double> resting_temperatures(const Mesh& mesh, const bioheat::Column& column,
                                         double resistance, double room) {
  const std::size_t free = mesh.free_nodes();
  // Rows of the symmetric tridiagonal balance, eliminated from the skin inward.
  std::vector<double> diagonal(free, 0.0);
  std::vector<double> temperature(mesh.depth.size(), 0.0);
  for (const Portion& portion : mesh.portions) {
    if (portion.node < free) {
      const tissue::Properties& p = column.layers[portion.layer].tissue.properties;
      const double blood = p.perfusion * column.blood_heat_capacity * portion.volume;
      diagonal[portion.node] += blood;
      temperature[portion.node] +=
          blood * column.arterial_temperature + p.metabolic_heat * portion.volume;
    }
  }
  diagonal[0] += 1.0 / resistance;
  temperature[0] += room / resistance;
  for (std::size_t j = 0; j < free; ++j) {
    diagonal[j] += mesh.conductance[j];
    if (j > 0) {
      const double g = mesh.conductance[j - 1];
      diagonal[j] += g - g * g / diagonal[j - 1];
      temperature[j] += g * temperature[j - 1] / diagonal[j - 1];
    }
  }
  temperature[free] = column.inner_temperature.value();
  for (std::size_t j = free; j-- > 0;) {
    temperature[j] = (temperature[j] + mesh.conductance[j] * temperature[j + 1]) / diagonal[j];
  }
  return temperature;
}

}  // namespace coldplan::oracle
