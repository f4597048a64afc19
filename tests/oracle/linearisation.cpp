#include "oracle/linearisation.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace coldplan::oracle {
namespace {

/// What the rows need of one state.
struct Context {
  const ColumnEquations& equations;
  const Balance& balance;
  const std::vector<double>& velocity;
};

bool is_front(const Mesh& mesh, std::size_t node) {
  for (std::size_t k = 1; k < mesh.segments.size(); ++k) {
    if (mesh.first_node[k] == node) {
      return mesh.begins_at_front(k);
    }
  }
  return false;
}

/// A node's row; its neighbours' places are left to the fronts' columns.
void fill_node_row(const Context& context, std::size_t j, double divisor, Band& band) {
  const auto& [equations, balance, velocity] = context;
  const std::size_t row = equations.node_at(j);
  const double w = velocity[j];
  if (j > 0) {
    band.below[row] = (balance.conductance[j - 1] - w * balance.half_heat[j - 1]) / divisor;
  }
  if (j + 1 < equations.mesh.free_nodes()) {
    band.above[row] = (balance.conductance[j] + w * balance.half_heat[j]) / divisor;
  }
  const double outer = j > 0 ? balance.half_heat[j - 1] : 0.0;
  band.on[row] = (balance.slope[j] + w * (outer - balance.half_heat[j])) / divisor;
}

void fill_pack(const Context& context, Band& band) {
  const ColumnEquations& equations = context.equations;
  const bioheat::Boundary& boundary = equations.surroundings.boundary;
  if (!boundary.store) {
    return;
  }
  const std::size_t at = equations.pack_at();
  const double slope = equations.pack_slope();
  constexpr double unit = ColumnEquations::enthalpy_unit;
  band.on[at] = -slope * (1.0 / boundary.resistance + boundary.store->air_conductance);
  band.above[at] = 1.0 / (boundary.resistance * unit);
  band.below[at + 1] = slope * unit / (boundary.resistance * context.balance.capacity[0]);
}

Band band_of(const Context& context) {
  const ColumnEquations& equations = context.equations;
  const Mesh& mesh = equations.mesh;
  const std::vector<double> zeros(equations.size(), 0.0);
  Band band{zeros, zeros, zeros};
  for (std::size_t j = 0; j < mesh.free_nodes(); ++j) {
    fill_node_row(context, j, context.balance.capacity[j], band);
  }
  for (std::size_t k = 1; k < mesh.segments.size(); ++k) {
    if (mesh.begins_at_front(k)) {
      const std::size_t front = mesh.first_node[k];
      const std::size_t row = equations.node_at(front);
      fill_node_row(context, front,
                    -ColumnEquations::depth_unit * front_resistance(equations, context.balance, k),
                    band);
      // Its temperature is no unknown.
      band.on[row] = 0.0;
      band.above[row - 1] = 0.0;
      band.below[row + 1] = 0.0;
    }
  }
  if (!(equations.surroundings.boundary.resistance > 0.0)) {
    band.on[equations.node_at(0)] = 0.0;
    band.above[equations.node_at(0)] = 0.0;
  }
  fill_pack(context, band);
  for (std::size_t m = 0; m < equations.memories; ++m) {
    band.on[2 * m] = -1.0 / equations.column.law.onset_time;
  }
  return band;
}

/// What the front at the start of segment `k` does to the nodes that it carries along.
RankOne velocity_term(const Context& context, const Band& band, std::size_t k) {
  const auto& [equations, balance, velocity] = context;
  const Mesh& mesh = equations.mesh;
  RankOne term{std::vector<double>(equations.size(), 0.0),
               std::vector<double>(equations.size(), 0.0)};
  for (std::size_t j = mesh.first_node[k - 1]; j < mesh.first_node[k + 1]; ++j) {
    if (j > 0 && !is_front(mesh, j)) {
      const double share = j < mesh.first_node[k] ? mesh.share[j] : 1.0 - mesh.share[j];
      term.column[equations.node_at(j)] = share * balance.carried[j] / balance.capacity[j];
    }
  }
  const std::size_t row = equations.node_at(mesh.first_node[k]);
  term.row[row - 1] = band.below[row] * ColumnEquations::depth_unit;
  term.row[row + 1] = band.above[row] * ColumnEquations::depth_unit;
  return term;
}

}  // namespace

Linearisation linearise(const ColumnEquations& equations, double time, const double* y) {
  const Mesh& mesh = equations.mesh;
  const Moment at = equations.moment_of(y);
  const std::vector<double> flow = equations.relative_flow(at, y);
  const Balance balance = equations.balance_of(time, y, at, flow);
  const std::vector<double> velocity = equations.velocities(balance);
  const Context context{equations, balance, velocity};
  Linearisation jacobian{band_of(context), {}};
  std::vector<double> usual(equations.size());
  std::vector<double> shifted_y(y, y + equations.size());
  for (std::size_t k = 1; k < mesh.segments.size(); ++k) {
    if (!mesh.begins_at_front(k)) {
      continue;
    }
    jacobian.fronts.push_back(velocity_term(context, jacobian.band, k));
    // The place of a front: by difference, over a small share of the elements beside it.
    const std::size_t front = mesh.first_node[k];
    const std::size_t unknown = equations.node_at(front);
    const double element =
        std::min(at.depth[front] - at.depth[front - 1], at.depth[front + 1] - at.depth[front]);
    const double shift = 1e-5 * element / ColumnEquations::depth_unit;
    shifted_y[unknown] += shift;
    RankOne term{std::vector<double>(equations.size()), std::vector<double>(equations.size(), 0.0)};
    equations.derivative(time, y, flow, usual.data());
    equations.derivative(time, shifted_y.data(), flow, term.column.data());
    for (std::size_t i = 0; i < usual.size(); ++i) {
      term.column[i] = (term.column[i] - usual[i]) / shift;
    }
    shifted_y[unknown] = y[unknown];
    term.row[unknown] = 1.0;
    jacobian.fronts.push_back(std::move(term));
  }
  return jacobian;
}

namespace {

/// 1 − γ (band), eliminated from the top.
struct Eliminated {
  std::vector<double> factor;
  std::vector<double> pivot;
  std::vector<double> above;

  Eliminated(const Band& band, double gamma)
      : factor(band.on.size()), pivot(band.on.size()), above(band.on.size()) {
    for (std::size_t i = 0; i < pivot.size(); ++i) {
      above[i] = -gamma * band.above[i];
      factor[i] = i > 0 ? -gamma * band.below[i] / pivot[i - 1] : 0.0;
      pivot[i] = 1.0 - gamma * band.on[i] - (i > 0 ? factor[i] * above[i - 1] : 0.0);
    }
  }

  void solve(std::span<double> b) const {
    for (std::size_t i = 1; i < b.size(); ++i) {
      b[i] -= factor[i] * b[i - 1];
    }
    b.back() /= pivot.back();
    for (std::size_t i = b.size() - 1; i-- > 0;) {
      b[i] = (b[i] - above[i] * b[i + 1]) / pivot[i];
    }
  }
};

double product(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += a[i] * b[i];
  }
  return sum;
}

/// Gauss's elimination with row exchange on a handful of equations; the right side is the last
/// column.
std::vector<double> solve_few(std::vector<std::vector<double>> rows) {
  const std::size_t n = rows.size();
  for (std::size_t c = 0; c < n; ++c) {
    const auto best = std::max_element(
        rows.begin() + static_cast<std::ptrdiff_t>(c), rows.end(),
        [c](const auto& a, const auto& b) { return std::abs(a[c]) < std::abs(b[c]); });
    std::swap(rows[c], *best);
    for (std::size_t r = c + 1; r < n; ++r) {
      const double factor = rows[r][c] / rows[c][c];
      for (std::size_t i = c; i <= n; ++i) {
        rows[r][i] -= factor * rows[c][i];
      }
    }
  }
  std::vector<double> x(n);
  for (std::size_t c = n; c-- > 0;) {
    double sum = rows[c][n];
    for (std::size_t i = c + 1; i < n; ++i) {
      sum -= rows[c][i] * x[i];
    }
    x[c] = sum / rows[c][c];
  }
  return x;
}

}  // namespace

void solve_newton_system(const Linearisation& jacobian, double gamma, std::span<double> b) {
  const Eliminated band{jacobian.band, gamma};
  band.solve(b);
  const std::size_t terms = jacobian.fronts.size();
  if (terms == 0) {
    return;
  }
  std::vector<std::vector<double>> z;
  for (const RankOne& term : jacobian.fronts) {
    z.push_back(term.column);
    std::transform(z.back().begin(), z.back().end(), z.back().begin(),
                   [gamma](double each) { return gamma * each; });
    band.solve(z.back());
  }
  std::vector<std::vector<double>> rows(terms, std::vector<double>(terms + 1));
  for (std::size_t r = 0; r < terms; ++r) {
    for (std::size_t c = 0; c < terms; ++c) {
      rows[r][c] = (r == c ? 1.0 : 0.0) - product(jacobian.fronts[r].row, z[c]);
    }
    rows[r][terms] = product(jacobian.fronts[r].row, b);
  }
  const std::vector<double> weight = solve_few(std::move(rows));
  for (std::size_t c = 0; c < terms; ++c) {
    for (std::size_t i = 0; i < b.size(); ++i) {
      b[i] += weight[c] * z[c][i];
    }
  }
}

}  // namespace coldplan::oracle
