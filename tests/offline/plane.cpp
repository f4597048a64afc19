#include "offline/plane.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "offline/banded.h"

namespace coldplan::offline {
namespace {

/// Cells by their faces, and by depth the tissue that they lie in.
struct Mesh {
  std::vector<double> u;          ///< faces along the skin [m]
  std::vector<double> z;          ///< faces by depth [m]
  std::vector<std::size_t> slab;  ///< of each row of cells
  std::size_t edge = 0;           ///< cells under the cold

  [[nodiscard]] std::size_t across() const { return u.size() - 1; }
  [[nodiscard]] std::size_t deep() const { return z.size() - 1; }
};

/// Widths from the edge of the pack outward: 0.3 mm there, each 1.12 of the one before, up to 4 mm.
std::vector<double> widths_from_edge(double length, int finer) {
  std::vector<double> widths;
  double sum = 0.0;
  double width = 3e-4;
  while (sum < length) {
    widths.push_back(width);
    sum += width;
    width = std::min(1.12 * width, 4e-3);
  }
  std::vector<double> fine;
  for (const double each : widths) {
    fine.insert(fine.end(), static_cast<std::size_t>(finer), each * length / sum / finer);
  }
  return fine;
}

void add_rows(Mesh& mesh, std::size_t slab, double to, int cells) {
  const double from = mesh.z.back();
  for (int i = 1; i <= cells; ++i) {
    mesh.z.push_back(i == cells ? to : from + (to - from) * i / cells);
    mesh.slab.push_back(slab);
  }
}

int cells_in(double length, double width) {
  return std::max(1, static_cast<int>(std::lround(length / width)));
}

/// Rows of 0.28 mm in the first slab, 0.7 mm in the second, and under it of 1 mm for as many whole
/// centimetres as the third holds, up to four; 2 mm beyond.
Mesh make_mesh(const PlaneCase& problem, int finer) {
  Mesh mesh;
  mesh.u.push_back(0.0);
  auto covered = widths_from_edge(problem.covered, finer);
  std::reverse(covered.begin(), covered.end());
  mesh.edge = covered.size();
  for (const auto& widths : {covered, widths_from_edge(problem.bare, finer)}) {
    for (const double width : widths) {
      mesh.u.push_back(mesh.u.back() + width);
    }
  }
  mesh.z.push_back(0.0);
  double depth = 0.0;
  for (std::size_t slab = 0; slab < problem.slabs.size(); ++slab) {
    const double thickness = problem.slabs[slab].thickness;
    if (slab == 2) {
      const int centimetres = std::min(4, static_cast<int>(thickness / 0.01 + 1e-9));
      add_rows(mesh, slab, depth + 0.01 * centimetres, finer * 10 * centimetres);
    }
    depth += thickness;
    if (depth - mesh.z.back() > 1e-9) {
      const double width = slab == 0 ? 2.75e-4 : slab == 1 ? 7e-4 : 2e-3;
      add_rows(mesh, slab, depth, finer * cells_in(depth - mesh.z.back(), width));
    }
  }
  return mesh;
}

/// C dT/dt = b − K T. Cells run inward first, so that the band is one column of cells.
struct Equations {
  std::vector<double> capacity;  ///< C
  std::vector<double> diagonal;  ///< of K
  std::vector<double> inward;    ///< −K between a cell and the one under it
  std::vector<double> beside;    ///< −K between a cell and the next along the skin
  std::vector<double> source;    ///< b
};

/// Width of a ring or a strip of cells, per radian where u is a radius.
double lateral_size(Shape shape, double from, double to) {
  return shape == Shape::disc ? 0.5 * (to * to - from * from) : to - from;
}

/// Circumference at a depth relative to that of the skin.
double shrinkage(const PlaneCase& problem, const Mesh& mesh, double depth) {
  return problem.shape == Shape::limb ? 1.0 - depth / mesh.z.back() : 1.0;
}

double half_resistance(const PlaneCase& problem, const Mesh& mesh, std::size_t row) {
  return 0.5 * (mesh.z[row + 1] - mesh.z[row]) / problem.slabs[mesh.slab[row]].conductivity;
}

/// Links each cell with its neighbours inward and along the skin.
void add_conduction(Equations& equations, const PlaneCase& problem, const Mesh& mesh) {
  const std::size_t deep = mesh.deep();
  for (std::size_t i = 0; i < mesh.across(); ++i) {
    const double size = lateral_size(problem.shape, mesh.u[i], mesh.u[i + 1]);
    for (std::size_t j = 0; j < deep; ++j) {
      const std::size_t cell = i * deep + j;
      if (j + 1 < deep) {
        const double resistance =
            half_resistance(problem, mesh, j) + half_resistance(problem, mesh, j + 1);
        const double link = size * shrinkage(problem, mesh, mesh.z[j + 1]) / resistance;
        equations.inward[cell] = link;
        equations.diagonal[cell] += link;
        equations.diagonal[cell + 1] += link;
      }
      if (i + 1 < mesh.across()) {
        const double middle = 0.5 * (mesh.z[j] + mesh.z[j + 1]);
        const double face = problem.shape == Shape::disc ? mesh.u[i + 1] : 1.0;
        const double link = problem.slabs[mesh.slab[j]].conductivity * face *
                            (mesh.z[j + 1] - mesh.z[j]) / shrinkage(problem, mesh, middle) /
                            (0.5 * (mesh.u[i + 2] - mesh.u[i]));
        equations.beside[cell] = link;
        equations.diagonal[cell] += link;
        equations.diagonal[cell + deep] += link;
      }
    }
  }
}

/// What faces the skin over column `i` of cells.
const Film& film_over(const PlaneCase& problem, const Mesh& mesh, std::size_t i, bool cooling) {
  return cooling && i < mesh.edge ? problem.cold : problem.air;
}

Equations equations_of(const PlaneCase& problem, const Mesh& mesh, bool cooling) {
  const std::size_t deep = mesh.deep();
  const std::size_t cells = mesh.across() * deep;
  Equations equations{std::vector<double>(cells), std::vector<double>(cells),
                      std::vector<double>(cells), std::vector<double>(cells),
                      std::vector<double>(cells)};
  for (std::size_t i = 0; i < mesh.across(); ++i) {
    const double size = lateral_size(problem.shape, mesh.u[i], mesh.u[i + 1]);
    for (std::size_t j = 0; j < deep; ++j) {
      const std::size_t cell = i * deep + j;
      const Slab& slab = problem.slabs[mesh.slab[j]];
      const double middle = 0.5 * (mesh.z[j] + mesh.z[j + 1]);
      const double volume = size * (mesh.z[j + 1] - mesh.z[j]) * shrinkage(problem, mesh, middle);
      equations.capacity[cell] = slab.heat_capacity * volume;
      equations.diagonal[cell] = slab.blood * volume;
      equations.source[cell] = (slab.blood * problem.arterial + slab.metabolism) * volume;
    }
    const Film& film = film_over(problem, mesh, i, cooling);
    const double contact = size / (1.0 / film.conductance + half_resistance(problem, mesh, 0));
    equations.diagonal[i * deep] += contact;
    equations.source[i * deep] += contact * film.temperature;
    if (problem.inner) {
      const double link = size / half_resistance(problem, mesh, deep - 1);
      equations.diagonal[i * deep + deep - 1] += link;
      equations.source[i * deep + deep - 1] += link * *problem.inner;
    }
  }
  add_conduction(equations, problem, mesh);
  return equations;
}

/// capacity C + conduction K, factorised.
Banded factorised(const Equations& equations, std::size_t deep, double capacity,
                  double conduction) {
  const std::size_t cells = equations.capacity.size();
  Banded matrix{cells, deep};
  for (std::size_t cell = 0; cell < cells; ++cell) {
    matrix.at(cell, cell) =
        capacity * equations.capacity[cell] + conduction * equations.diagonal[cell];
    if ((cell + 1) % deep != 0) {
      matrix.at(cell + 1, cell) = -conduction * equations.inward[cell];
    }
    if (cell + deep < cells) {
      matrix.at(cell + deep, cell) = -conduction * equations.beside[cell];
    }
  }
  matrix.factorise();
  return matrix;
}

std::vector<double> steady(const PlaneCase& problem, const Mesh& mesh) {
  const Equations equations = equations_of(problem, mesh, false);
  std::vector<double> state = equations.source;
  factorised(equations, mesh.deep(), 0.0, 1.0).solve(state);
  return state;
}

/// `count` equal steps.
void advance(std::vector<double>& state, const Equations& equations, std::size_t deep,
             double length, int count) {
  const double gamma = 1.0 - std::sqrt(0.5);
  Banded matrix = factorised(equations, deep, 1.0, gamma * length);
  std::vector<double> stage(state.size());
  for (int step = 0; step < count; ++step) {
    for (std::size_t i = 0; i < state.size(); ++i) {
      stage[i] = equations.capacity[i] * state[i] + gamma * length * equations.source[i];
    }
    matrix.solve(stage);
    for (std::size_t i = 0; i < state.size(); ++i) {
      const double rise = (stage[i] - state[i]) * (1.0 - gamma) / gamma;
      state[i] = equations.capacity[i] * (state[i] + rise) + gamma * length * equations.source[i];
    }
    matrix.solve(state);
  }
}

/// Temperature [°C] of one column of cells at a face.
double at_face(const PlaneCase& problem, const Mesh& mesh, const double* column, const Film& film,
               std::size_t face) {
  const double inner = half_resistance(problem, mesh, face);
  const double outer =
      face == 0 ? 1.0 / film.conductance : half_resistance(problem, mesh, face - 1);
  const double before = face == 0 ? film.temperature : column[face - 1];
  return (before * inner + column[face] * outer) / (inner + outer);
}

std::size_t face_at(const Mesh& mesh, double depth) {
  for (std::size_t face = 0; face < mesh.deep(); ++face) {
    if (std::abs(mesh.z[face] - depth) < 1e-9) {
      return face;
    }
  }
  throw std::invalid_argument("a reported depth is no face of the mesh");
}

double mean_between(const PlaneCase& problem, const Mesh& mesh, const std::vector<double>& values,
                    std::size_t from, std::size_t to) {
  double sum = 0.0;
  for (std::size_t i = from; i < to; ++i) {
    sum += values[i] * lateral_size(problem.shape, mesh.u[i], mesh.u[i + 1]);
  }
  return sum / lateral_size(problem.shape, mesh.u[from], mesh.u[to]);
}

/// Value at u between the centres of cells.
double between_centres(const Mesh& mesh, const std::vector<double>& values, double u) {
  const auto centre = [&](std::size_t i) { return 0.5 * (mesh.u[i] + mesh.u[i + 1]); };
  std::size_t i = 0;
  while (i + 2 < mesh.across() && centre(i + 1) < u) {
    ++i;
  }
  const double share = (u - centre(i)) / (centre(i + 1) - centre(i));
  return values[i] + share * (values[i + 1] - values[i]);
}

Snapshot snapshot(const PlaneCase& problem, const Mesh& mesh, const std::vector<double>& state,
                  double time, bool cooling) {
  Snapshot shot;
  shot.time = time;
  for (const double depth : problem.depths) {
    const std::size_t face = face_at(mesh, depth);
    std::vector<double> values;
    for (std::size_t i = 0; i < mesh.across(); ++i) {
      values.push_back(at_face(problem, mesh, &state[i * mesh.deep()],
                               film_over(problem, mesh, i, cooling), face));
    }
    // Even in u: a parabola through the first two centres.
    const double near = std::pow(mesh.u[1], 2);
    const double next = std::pow(mesh.u[1] + mesh.u[2], 2);
    shot.centre.push_back(values[0] - (values[1] - values[0]) * near / (next - near));
    shot.covered_mean.push_back(mean_between(problem, mesh, values, 0, mesh.edge));
    shot.bare_mean.push_back(mean_between(problem, mesh, values, mesh.edge, mesh.across()));
    if (depth == 0.0) {
      for (const double distance : problem.distances) {
        shot.skin_outside.push_back(between_centres(mesh, values, problem.covered + distance));
      }
    }
  }
  return shot;
}

constexpr double report_interval = 300.0;

/// Five minutes after a change of boundary: 16 steps of 1/4 s, 16 of 1/2 s, … of 2 s, then 4 s.
void advance_from_change(std::vector<double>& state, const Equations& equations, std::size_t deep,
                         int finer) {
  double done = 0.0;
  for (const double length : {0.25, 0.5, 1.0, 2.0}) {
    advance(state, equations, deep, length / finer, 16 * finer);
    done += 16.0 * length;
  }
  advance(state, equations, deep, 4.0 / finer,
          static_cast<int>(std::lround((report_interval - done) / 4.0)) * finer);
}

}  // namespace

PlaneSolution solve(const PlaneCase& problem, const Fineness& fineness) {
  const Mesh mesh = make_mesh(problem, fineness.cells);
  std::vector<double> state = steady(problem, mesh);
  PlaneSolution solution{mesh.across(), mesh.deep(), {}};
  solution.snapshots.push_back(snapshot(problem, mesh, state, 0.0, false));
  double time = 0.0;
  for (int phase = 0; phase < 2 * problem.bouts; ++phase) {
    const bool cooling = phase % 2 == 0;
    const Equations equations = equations_of(problem, mesh, cooling);
    const double duration = cooling ? problem.cooling : problem.after;
    const auto reports = static_cast<int>(std::lround(duration / report_interval));
    for (int report = 0; report < reports; ++report) {
      if (report == 0) {
        advance_from_change(state, equations, mesh.deep(), fineness.steps);
      } else {
        advance(state, equations, mesh.deep(), 10.0 / fineness.steps, 30 * fineness.steps);
      }
      time += report_interval;
      solution.snapshots.push_back(snapshot(problem, mesh, state, time, cooling));
    }
  }
  return solution;
}

}  // namespace coldplan::offline
