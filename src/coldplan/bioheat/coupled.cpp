#include "coldplan/bioheat/coupled.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace coldplan::bioheat {
namespace {

using Schedule = std::vector<Phase>;

// Ends of phases [s] that lie closer are one.
constexpr double same_time = 1e-6;

std::vector<double> ends_of(std::span<const Phase> schedule) {
  std::vector<double> ends;
  double end = 0.0;
  for (const Phase& phase : schedule) {
    end += phase.duration;
    ends.push_back(end);
  }
  return ends;
}

/// Cuts the phases that may be cut at these times.
Schedule cut_at(std::span<const Phase> schedule, std::span<const double> times) {
  Schedule cut;
  double begin = 0.0;
  for (const Phase& phase : schedule) {
    const double end = begin + phase.duration;
    const bool whole = phase.boundary.store || phase.boundary.evaporation;
    for (const double time : times) {
      if (!whole && time > begin + same_time && time < end - same_time) {
        cut.push_back(phase);
        cut.back().duration = time - begin;
        begin = time;
      }
    }
    cut.push_back(phase);
    cut.back().duration = end - begin;
    begin = end;
  }
  return cut;
}

struct Schedules {
  Schedule covered;
  Schedule bare;
};

bool end_together(std::span<const double> one, std::span<const double> other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](double a, double b) { return std::abs(a - b) < same_time; });
}

Expected<Schedules> aligned(std::span<const Phase> covered, std::span<const Phase> bare) {
  for (const auto& schedule : {covered, bare}) {
    for (const Phase& phase : schedule) {
      if (phase.stop_temperature) {
        return tl::unexpected(Error{ErrorCode::conflict, "schedule", "", "",
                                    "leave out the stop temperature: coupled columns need phases "
                                    "of known length"});
      }
    }
  }
  Schedules both{cut_at(covered, ends_of(bare)), cut_at(bare, ends_of(covered))};
  if (!end_together(ends_of(both.covered), ends_of(both.bare))) {
    return tl::unexpected(Error{ErrorCode::conflict, "schedule", "", "",
                                "let the phases of the covered and of the bare part end together"});
  }
  return both;
}

/// When the two parts first face something else [s].
double first_difference(const Schedules& schedules) {
  double begin = 0.0;
  for (std::size_t i = 0; i < schedules.covered.size(); ++i) {
    const Boundary& covered = schedules.covered[i].boundary;
    const Boundary& bare = schedules.bare[i].boundary;
    if (covered.store || bare.store || covered.evaporation || bare.evaporation ||
        covered.resistance != bare.resistance || covered.temperature != bare.temperature) {
      return begin;
    }
    begin += schedules.covered[i].duration;
  }
  return 0.0;
}

/// Both films in parallel [m² K/W], at each of the times. At the end of a phase its own still hold.
std::vector<double> films_at(const Schedules& schedules, std::span<const double> times) {
  std::vector<double> films;
  std::size_t phase = 0;
  double end = schedules.covered.front().duration;
  for (const double time : times) {
    while (time > end + same_time && phase + 1 < schedules.covered.size()) {
      end += schedules.covered[++phase].duration;
    }
    const double covered = schedules.covered[phase].boundary.resistance;
    const double bare = schedules.bare[phase].boundary.resistance;
    const double sum = covered + bare;
    films.push_back(sum > 0.0 ? covered * bare / sum : 0.0);
  }
  return films;
}

/// Values by sample and cell.
struct Field {
  std::vector<double> time;
  std::vector<double> depth;
  std::vector<double> value;

  /// At the centre of a cell, linear in time.
  [[nodiscard]] double at(double z, double t) const {
    const auto cell = std::distance(
        depth.begin(),
        std::min(std::lower_bound(depth.begin(), depth.end(), z), std::prev(depth.end())));
    const auto later = std::upper_bound(time.begin(), time.end(), t);
    const auto next =
        std::clamp<std::ptrdiff_t>(std::distance(time.begin(), later), 1, std::ssize(time) - 1);
    const auto from = static_cast<std::size_t>(next) - 1;
    const double share = std::clamp((t - time[from]) / (time[from + 1] - time[from]), 0.0, 1.0);
    const double* before = &value[from * depth.size() + static_cast<std::size_t>(cell)];
    return before[0] + share * (before[depth.size()] - before[0]);
  }
};

/// What stays the same from round to round.
struct Problem {
  Column column;
  Cover cover;
  Start start;
  Schedules schedules;
  CoupledOptions options;
  double outer_radius = 0.0;
};

/// What a round hands to the next.
struct Relaxation {
  Field exchange;  ///< into the covered part [W/m³]
  Field used;      ///< the difference T_b − T_c that the exchange was computed from [K]
  CoupledHistory both;
};

/// Resistance of the tissue over each cell's centre [m² K/W].
std::vector<double> tissue_above(const Grid& grid) {
  std::vector<double> above;
  double faces = 0.0;
  for (std::size_t i = 0; i < grid.cells(); ++i) {
    above.push_back(faces + grid.outer_resistance[i]);
    faces += grid.outer_resistance[i] + grid.inner_resistance[i];
  }
  return above;
}

std::size_t layer_of(const Grid& grid, std::size_t cell) {
  const auto next = std::upper_bound(grid.layer_begin.begin(), grid.layer_begin.end(), cell);
  return static_cast<std::size_t>(std::distance(grid.layer_begin.begin(), next)) - 1;
}

/// Where the lateral difference of a cell is held from within the columns [1/s]: about the rate at
/// which conduction evens out the depth of the column, or what is left of the radius. Serves the
/// prediction of the next round alone.
double restoring_rate(const Problem& problem, double diffusivity, double depth) {
  const double length = problem.cover.shape == CoverShape::limb
                            ? std::max(problem.outer_radius - depth, problem.outer_radius / 3.0)
                            : 0.5 * problem.outer_radius;
  return 10.0 * diffusivity / (length * length);
}

/// Takes the difference that came out into the exchange of the next round. The error of the one
/// that was used is predicted at each cell by itself: exchange levels it at rate `levelling`.
///
///     d' = −levelling (miss + d) − restoring d,    next = came out + d
void predict(Relaxation& relaxation, const Problem& problem, std::span<const double> films,
             double first, std::size_t cell, double above) {
  const History& covered = relaxation.both.covered;
  const History& bare = relaxation.both.bare;
  const std::size_t layer = layer_of(covered.grid, cell);
  const tissue::Properties& p = problem.column.layers[layer].tissue.properties;
  const double capacity = p.density * p.specific_heat;
  const double depth = covered.grid.centre_depth[cell];
  const Section section = section_at(problem.cover, depth, problem.outer_radius);
  const double restoring = restoring_rate(problem, p.conductivity / capacity, depth);
  const double blood = p.perfusion * problem.column.blood_heat_capacity;
  // Younger differences [s] than this carry no heat that would count.
  constexpr double youngest = 1.0;
  double d = 0.0;
  for (std::size_t sample = 0; sample < covered.samples; ++sample) {
    const std::size_t at = sample * covered.grid.cells() + cell;
    const std::size_t flow = sample * covered.grid.layers() + layer;
    const double length =
        spread_length({p.conductivity, p.conductivity / capacity,
                       blood * 0.5 * (covered.flow[flow] + bare.flow[flow]), films[sample] + above,
                       std::max(covered.time[sample] - first, youngest)});
    const double edge = edge_conductance(problem.cover, section, p.conductivity, length);
    const double came_out = bare.temperature[at] - covered.temperature[at];
    const double miss = came_out - relaxation.used.value[at];
    relaxation.both.deviation = std::max(relaxation.both.deviation, std::abs(miss));
    if (sample > 0) {
      const double levelling =
          edge * (1.0 / section.covered_area + 1.0 / section.bare_area) / capacity;
      const double step = covered.time[sample] - covered.time[sample - 1];
      d = (d - step * levelling * miss) / (1.0 + step * (levelling + restoring));
    }
    relaxation.used.value[at] = came_out + d;
    relaxation.exchange.value[at] = edge / section.covered_area * relaxation.used.value[at];
  }
}

void predict_all(Relaxation& relaxation, const Problem& problem) {
  const History& covered = relaxation.both.covered;
  if (relaxation.used.value.empty()) {
    relaxation.used = {covered.time, covered.grid.centre_depth,
                       std::vector<double>(covered.temperature.size(), 0.0)};
    relaxation.exchange = relaxation.used;
  }
  relaxation.both.deviation = 0.0;
  const std::vector<double> films = films_at(problem.schedules, covered.time);
  const std::vector<double> above = tissue_above(covered.grid);
  const double first = first_difference(problem.schedules);
  for (std::size_t cell = 0; cell < covered.grid.cells(); ++cell) {
    predict(relaxation, problem, films, first, cell, above[cell]);
  }
}

/// Whether both columns, and the exchange, speak of the same cells and times.
bool comparable(const Relaxation& relaxation, const History& covered, const History& bare) {
  const bool first = relaxation.exchange.value.empty();
  return covered.grid.centre_depth == bare.grid.centre_depth && covered.time == bare.time &&
         (first || (relaxation.exchange.depth == covered.grid.centre_depth &&
                    relaxation.exchange.time == covered.time));
}

/// Solves both columns with the exchange as it stands.
Expected<void> solve_round(Relaxation& relaxation, const Problem& problem) {
  SolverOptions covered = problem.options.solver;
  SolverOptions bare = problem.options.solver;
  covered.added_heat = nullptr;
  bare.added_heat = nullptr;
  // Both on the same cells, whichever of the two asks for fine ones.
  covered.fine_cells = needs_fine_cells(problem.schedules.covered, problem.column, covered.mesh) ||
                       needs_fine_cells(problem.schedules.bare, problem.column, bare.mesh);
  bare.fine_cells = covered.fine_cells;
  if (!relaxation.exchange.value.empty()) {
    const Field* exchange = &relaxation.exchange;
    const double share = 1.0 / relaxation.both.bare_area;
    covered.added_heat = [exchange](double z, double t) { return exchange->at(z, t); };
    bare.added_heat = [exchange, share](double z, double t) { return -share * exchange->at(z, t); };
  }
  auto under_cold = solve(problem.column, problem.start, problem.schedules.covered, covered);
  if (!under_cold) {
    return tl::unexpected(under("covered column", under_cold.error()));
  }
  auto beside = solve(problem.column, problem.start, problem.schedules.bare, bare);
  if (!beside) {
    return tl::unexpected(under("bare column", beside.error()));
  }
  if (!comparable(relaxation, *under_cold, *beside)) {
    return tl::unexpected(Error{ErrorCode::not_solved, "cover", "", "",
                                "tissue would freeze, for which the columns take other grids; "
                                "coupled columns hold above freezing"});
  }
  relaxation.both.covered = *std::move(under_cold);
  relaxation.both.bare = *std::move(beside);
  return {};
}

/// ∫ |exchange| over depth and time [J/m² of covered skin].
double heat_either_way(const Relaxation& relaxation) {
  const Grid& grid = relaxation.both.covered.grid;
  const Field& exchange = relaxation.exchange;
  double heat = 0.0;
  for (std::size_t sample = 1; sample < exchange.time.size(); ++sample) {
    const double step = exchange.time[sample] - exchange.time[sample - 1];
    for (std::size_t cell = 0; cell < grid.cells(); ++cell) {
      heat += step * grid.volume[cell] * std::abs(exchange.value[sample * grid.cells() + cell]);
    }
  }
  return heat;
}

Expected<CoupledHistory> finished(Relaxation relaxation, const Problem& problem) {
  CoupledHistory& both = relaxation.both;
  if (!(both.deviation <= problem.options.tolerance)) {
    return tl::unexpected(
        Error{ErrorCode::not_solved, "cover", "", "",
              fmt::format("the columns still differ by {:.1e} K after {} rounds; please report "
                          "this case",
                          both.deviation, both.rounds)});
  }
  both.exchanged = both.covered.energy.heats.added;
  const double gap = both.exchanged + both.bare_area * both.bare.energy.heats.added;
  const double heat = heat_either_way(relaxation);
  both.exchange_closure = heat > 0.0 ? std::abs(gap) / heat : 0.0;
  // An interpolation that steps do not follow better than this has missed something.
  constexpr double most_closure = 1e-3;
  if (!(both.exchange_closure <= most_closure)) {
    return tl::unexpected(Error{ErrorCode::not_solved, "cover", "", "",
                                fmt::format("the heat across the edge is off by {:.1e}; please "
                                            "report this case",
                                            both.exchange_closure)});
  }
  return std::move(both);
}

}  // namespace

Expected<CoupledHistory> solve_coupled(const Column& column, const Cover& cover, const Start& start,
                                       std::span<const Phase> covered, std::span<const Phase> bare,
                                       const CoupledOptions& options) {
  if (auto fit = check(cover, column); !fit) {
    return tl::unexpected(fit.error());
  }
  auto schedules = aligned(covered, bare);
  if (!schedules) {
    return tl::unexpected(schedules.error());
  }
  const Problem problem{column, cover, start, *std::move(schedules), options, depth_of(column)};
  const Section skin = section_at(cover, 0.0, problem.outer_radius);
  Relaxation relaxation;
  relaxation.both.bare_area = skin.bare_area / skin.covered_area;
  for (int round = 0; round < options.most_rounds; ++round) {
    if (auto solved = solve_round(relaxation, problem); !solved) {
      return tl::unexpected(solved.error());
    }
    relaxation.both.rounds = round + 1;
    predict_all(relaxation, problem);
    if (round > 0 && relaxation.both.deviation <= options.tolerance) {
      break;
    }
  }
  return finished(std::move(relaxation), problem);
}

}  // namespace coldplan::bioheat
