#include "coldplan/bioheat/history.h"

namespace coldplan::bioheat {

double temperature_at(const History& history, std::size_t sample, double depth) {
  return temperature_at(history.grid, history.profile(sample).data(),
                        history.surface_temperature[sample], history.inner_temperature[sample],
                        depth, history.frozen(sample));
}

std::vector<double> trace(const History& history, double depth) {
  std::vector<double> values(history.samples);
  for (std::size_t sample = 0; sample < history.samples; ++sample) {
    values[sample] = temperature_at(history, sample, depth);
  }
  return values;
}

double heat_by_quadrature(const History& history) {
  double heat = 0.0;
  for (std::size_t i = 1; i < history.flux_track.size(); ++i) {
    const FluxPoint& from = history.flux_track[i - 1];
    const FluxPoint& to = history.flux_track[i];
    if (!to.opens) {
      heat += 0.5 * (from.flux + to.flux) * (to.time - from.time);
    }
  }
  return heat;
}

}  // namespace coldplan::bioheat
