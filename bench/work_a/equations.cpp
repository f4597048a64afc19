#include "work_a/equations.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace coldplan::work_a {
namespace {

constexpr std::array<std::size_t, layers> standard_count{12, 36, 34, 14};
constexpr std::array<double, layers> standard_growth{1.04, 1.08, 1.06, 1.10};
constexpr double metabolism_exponent = std::numbers::ln2 / 10.0;  // [1/K]

/// How much of the step in flow is left at `t`.
inline double step_at(double t) {
  return 1.0 / (1.0 + std::exp((flow_law.middle - t) / flow_law.width));
}

inline double metabolism_at(double t) {
  return std::exp(metabolism_exponent * (t - core_temperature));
}

}  // namespace

Cells standard_cells(const Person& person, std::size_t refinement) {
  Cells cells;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const std::size_t count = standard_count[layer] * refinement;
    const double growth = std::pow(standard_growth[layer], 1.0 / static_cast<double>(refinement));
    cells.count[layer] = count;
    double width = person.thickness[layer] * (growth - 1.0) /
                   (std::pow(growth, static_cast<double>(count)) - 1.0);
    for (std::size_t i = 0; i < count; ++i) {
      cells.width.push_back(width);
      width *= growth;
    }
  }
  return cells;
}

Equations::Equations(const Person& person, const Cells& cells) {
  const std::size_t n = cells.width.size();
  std::vector<double> resistance;  // from a centre to either face [m² K/W]
  std::vector<double> capacity;    // [J/(m² K)]
  for (std::size_t layer = 0; layer < layers; ++layer) {
    const tissue::Properties& p = person.of[layer];
    for (std::size_t k = 0; k < cells.count[layer]; ++k) {
      const double width = cells.width[capacity.size()];
      const double heat_capacity = p.density * p.specific_heat;
      resistance.push_back(0.5 * width / p.conductivity);
      capacity.push_back(heat_capacity * width);
      flow_.push_back(p.perfusion * blood_heat_capacity / heat_capacity);
      heat_.push_back(p.metabolic_heat / heat_capacity);
    }
  }
  outer_.resize(n);
  inner_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double beyond = i + 1 < n ? resistance[i + 1] : 0.0;
    const double conductance = 1.0 / (resistance[i] + beyond);
    inner_[i] = conductance / capacity[i];
    if (i + 1 < n) {
      outer_[i + 1] = conductance / capacity[i + 1];
    }
  }
  skin_conductance_ = 1.0 / resistance[0];
  skin_capacity_ = capacity[0];
  place_probes(person, cells);
}

void Equations::place_probes(const Person& person, const Cells& cells) {
  std::vector<double> centre;
  std::vector<double> resistance;
  double depth = 0.0;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    for (std::size_t k = 0; k < cells.count[layer]; ++k) {
      const double width = cells.width[centre.size()];
      centre.push_back(depth + 0.5 * width);
      resistance.push_back(0.5 * width / person.of[layer].conductivity);
      depth += width;
    }
  }
  std::size_t face = 0;
  for (std::size_t layer = 0; layer + 1 < layers; ++layer) {
    face += cells.count[layer];
    const double sum = resistance[face - 1] + resistance[face];
    // Probe 3 is no face: the depths under it come one later.
    probes_[layer < 2 ? layer + 1 : 4] = {
        face - 1, {resistance[face] / sum, resistance[face - 1] / sum, 0.0, 0.0}};
  }
  probes_[3] = cubic_probe(centre, person.depth()[3]);
}

void Equations::face(const Film& film) {
  film_ = film;
  outer_[0] = 1.0 / (1.0 / film.conductance + 1.0 / skin_conductance_) / skin_capacity_;
}

void Equations::rates(const double* t, double* rate) const {
  const std::size_t n = size();
  for (std::size_t i = 0; i < n; ++i) {
    const double flow = flow_law.floor + (1.0 - flow_law.floor) * step_at(t[i]);
    rate[i] = flow_[i] * flow * (core_temperature - t[i]) + heat_[i] * metabolism_at(t[i]);
  }
  for (std::size_t i = 1; i + 1 < n; ++i) {
    rate[i] += outer_[i] * (t[i - 1] - t[i]) + inner_[i] * (t[i + 1] - t[i]);
  }
  const std::size_t last = n - 1;
  rate[0] += outer_[0] * (film_.temperature - t[0]) + inner_[0] * (t[1] - t[0]);
  rate[last] +=
      outer_[last] * (t[last - 1] - t[last]) + inner_[last] * (core_temperature - t[last]);
}

void Equations::diagonal(const double* t, double* slope) const {
  for (std::size_t i = 0; i < size(); ++i) {
    const double above_floor = (1.0 - flow_law.floor) * step_at(t[i]);
    const double flow_slope = above_floor * (1.0 - step_at(t[i])) / flow_law.width;
    slope[i] = flow_[i] * (flow_slope * (core_temperature - t[i]) - flow_law.floor - above_floor) +
               heat_[i] * metabolism_exponent * metabolism_at(t[i]) - outer_[i] - inner_[i];
  }
}

std::vector<double> Equations::steady() const {
  const std::size_t n = size();
  std::vector<double> t(n, core_temperature);
  std::vector<double> change(n);
  std::vector<double> slope(n);
  double largest = 1.0;
  for (int iteration = 0; iteration < 50 && largest > 1e-10; ++iteration) {
    rates(t.data(), change.data());
    diagonal(t.data(), slope.data());
    for (std::size_t i = 1; i < n; ++i) {
      const double factor = outer_[i] / slope[i - 1];
      slope[i] -= factor * inner_[i - 1];
      change[i] -= factor * change[i - 1];
    }
    largest = 0.0;
    for (std::size_t i = n; i-- > 0;) {
      const double beyond = i + 1 < n ? inner_[i] * change[i + 1] : 0.0;
      change[i] = (change[i] - beyond) / slope[i];
      t[i] -= change[i];
      largest = std::max(largest, std::abs(change[i]));
    }
  }
  return t;
}

void Equations::probe(const double* t, std::span<double, depths> at) const {
  at[0] = (film_.conductance * film_.temperature + skin_conductance_ * t[0]) /
          (film_.conductance + skin_conductance_);
  for (std::size_t depth = 1; depth < depths; ++depth) {
    at[depth] = value_of(probes_[depth], t);
  }
}

}  // namespace coldplan::work_a
