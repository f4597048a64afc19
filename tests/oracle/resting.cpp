#include "oracle/resting.h"

namespace coldplan::oracle {

std::vector<double> resting_temperatures(const Mesh& mesh, const bioheat::Column& column,
                                         double resistance, double room) {
  const std::size_t free = mesh.free_nodes();
  // Rows of the symmetric tridiagonal balance, eliminated from the skin inward.
  std::vector<double> diagonal(free + 1, 0.0);
  std::vector<double> temperature(free + 1, 0.0);
  std::vector<double> conductance(free);
  for (std::size_t k = 0; k < mesh.segments.size(); ++k) {
    const tissue::Properties& p = column.layers[mesh.segments[k].layer].tissue.properties;
    for (std::size_t e = mesh.first_node[k]; e < mesh.first_node[k + 1]; ++e) {
      const double length = mesh.depth[e + 1] - mesh.depth[e];
      conductance[e] = p.conductivity / length;
      const double blood = 0.5 * length * p.perfusion * column.blood_heat_capacity;
      for (const std::size_t node : {e, e + 1}) {
        diagonal[node] += blood;
        temperature[node] += blood * column.arterial_temperature + 0.5 * length * p.metabolic_heat;
      }
    }
  }
  diagonal[0] += 1.0 / resistance;
  temperature[0] += room / resistance;
  for (std::size_t j = 0; j < free; ++j) {
    diagonal[j] += conductance[j];
    if (j > 0) {
      const double g = conductance[j - 1];
      diagonal[j] += g - g * g / diagonal[j - 1];
      temperature[j] += g * temperature[j - 1] / diagonal[j - 1];
    }
  }
  temperature[free] = column.inner_temperature.value();
  for (std::size_t j = free; j-- > 0;) {
    temperature[j] = (temperature[j] + conductance[j] * temperature[j + 1]) / diagonal[j];
  }
  return temperature;
}

}  // namespace coldplan::oracle
