#include "oracle/topology.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace coldplan::oracle {
namespace {

/// Thickness with which a phase begins, and with which it is taken as used up [m].
constexpr double first_film = 5e-8;
constexpr double last_film = 2e-8;
/// How far a boundary passes a freezing point before the other phase begins there [K]: far over
/// rounding, far under what is judged.
constexpr double passed = 1e-4;
/// A segment that has grown by this factor gets more nodes.
constexpr double stretched = 8.0;

enum Gap : std::size_t { begins_outside, begins_inside, used_up, grown, gaps_of_a_segment };

/// A segment with its own copy of the profile, while segments are rearranged.
struct Piece {
  Segment segment;
  std::vector<double> depth;
  std::vector<double> temperature;
};

std::vector<Piece> pieces_of(const ColumnEquations& equations, const std::vector<double>& y) {
  const Moment at = equations.moment_of(y.data());
  const std::vector<Segment> segments = segments_at(equations, at);
  std::vector<Piece> pieces;
  for (std::size_t k = 0; k < segments.size(); ++k) {
    const auto from = static_cast<std::ptrdiff_t>(equations.mesh.first_node[k]);
    const auto to = static_cast<std::ptrdiff_t>(equations.mesh.first_node[k + 1]) + 1;
    pieces.push_back({segments[k],
                      {at.depth.begin() + from, at.depth.begin() + to},
                      {at.temperature.begin() + from, at.temperature.begin() + to}});
  }
  return pieces;
}

bool same_layer(const std::vector<Piece>& pieces, std::size_t k, std::size_t other) {
  return other < pieces.size() && pieces[other].segment.layer == pieces[k].segment.layer;
}

/// The other phase begins at an end of a segment, with a film between the temperature there and
/// the freezing point.
void begin_film(std::vector<Piece>& pieces, std::size_t k, bool outside, double freezing) {
  Piece& piece = pieces[k];
  Segment film = piece.segment;
  film.frozen = !film.frozen;
  Piece added;
  if (outside) {
    film.end = film.begin + first_film;
    added = {film, {film.begin, film.end}, {piece.temperature.front(), freezing}};
    piece.segment.begin = film.end;
  } else {
    film.begin = film.end - first_film;
    added = {film, {film.begin, film.end}, {freezing, piece.temperature.back()}};
    piece.segment.end = film.begin;
  }
  pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(outside ? k : k + 1),
                std::move(added));
}

/// A segment is used up: its neighbours in the layer take its place. Where it ended at a boundary,
/// that is now at the freezing point, and goes on from there to whichever side the heat decides.
void remove_piece(std::vector<Piece>& pieces, std::size_t k, double freezing) {
  const Segment gone = pieces[k].segment;
  const bool outer = k > 0 && same_layer(pieces, k, k - 1);
  const bool inner = same_layer(pieces, k, k + 1);
  const auto at = pieces.begin() + static_cast<std::ptrdiff_t>(k);
  if (outer && inner) {
    Piece& kept = pieces[k - 1];
    const Piece& joined = pieces[k + 1];
    kept.segment.end = joined.segment.end;
    kept.depth.back() = 0.5 * (gone.begin + gone.end);
    kept.depth.insert(kept.depth.end(), joined.depth.begin() + 1, joined.depth.end());
    kept.temperature.insert(kept.temperature.end(), joined.temperature.begin() + 1,
                            joined.temperature.end());
    pieces.erase(at, at + 2);
  } else {
    if (outer) {
      pieces[k - 1].segment.end = gone.end;
      pieces[k - 1].depth.back() = gone.end;
      pieces[k + 1].temperature.front() = freezing;
    } else {
      pieces[k + 1].segment.begin = gone.begin;
      pieces[k + 1].depth.front() = gone.begin;
      pieces[k + 1].temperature.front() = freezing;
    }
    pieces.erase(at);
  }
}

/// Puts pieces on a new mesh.
void settle(ColumnEquations& equations, std::vector<double>& y, const std::vector<Piece>& pieces,
            const MeshOptions& options) {
  std::vector<Segment> segments;
  std::transform(pieces.begin(), pieces.end(), std::back_inserter(segments),
                 [](const Piece& piece) { return piece.segment; });
  equations.mesh = make_mesh(std::move(segments), options);
  const Mesh& mesh = equations.mesh;
  y.resize(equations.size());
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    for (std::size_t j = mesh.first_node[k]; j < mesh.first_node[k + 1]; ++j) {
      const bool front = j == mesh.first_node[k] && mesh.begins_at_front(k);
      y[equations.node_at(j)] =
          front ? mesh.depth[j] / ColumnEquations::depth_unit
                : interpolate(pieces[k].depth, pieces[k].temperature, mesh.depth[j]);
    }
  }
}

/// The first gap that is marked or open.
std::optional<std::size_t> first_open(const std::vector<double>& gaps, std::span<const int> marks) {
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (marks.empty() ? gaps[i] > 0.0 : marks[i] != 0) {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Segment> segments_at(const ColumnEquations& equations, const Moment& at) {
  std::vector<Segment> segments = equations.mesh.segments;
  for (std::size_t k = 0; k < segments.size(); ++k) {
    segments[k].begin = at.depth[equations.mesh.first_node[k]];
    segments[k].end = at.depth[equations.mesh.first_node[k + 1]];
  }
  return segments;
}

std::vector<double> front_gaps(const ColumnEquations& equations, const double* y) {
  const Mesh& mesh = equations.mesh;
  const Moment at = equations.moment_of(y);
  std::vector<double> gaps(gaps_of_a_segment * mesh.segments.size(), -1.0);
  const std::vector<Segment> segments = segments_at(equations, at);
  for (std::size_t k = 0; k < segments.size(); ++k) {
    if (!equations.column.layers[segments[k].layer].tissue.frozen) {
      continue;
    }
    double* gap = gaps.data() + gaps_of_a_segment * k;
    const double freezing = equations.freezing_temperature(segments[k].layer);
    const double sign = segments[k].frozen ? 1.0 : -1.0;
    const auto beyond = [&](std::size_t node) {
      return sign * (at.temperature[node] - freezing) - passed;
    };
    if (!mesh.begins_at_front(k)) {
      gap[begins_outside] = beyond(mesh.first_node[k]);
    }
    if (!mesh.begins_at_front(k + 1) && k + 1 < segments.size()) {
      gap[begins_inside] = beyond(mesh.first_node[k + 1]);
    }
    if (mesh.begins_at_front(k) || mesh.begins_at_front(k + 1)) {
      const double length = segments[k].length();
      gap[used_up] = (last_film - length) / ColumnEquations::depth_unit;
      gap[grown] = length / mesh.segments[k].length() - stretched;
    }
  }
  return gaps;
}

void change_fronts(ColumnEquations& equations, std::vector<double>& y, std::span<const int> marks,
                   const MeshOptions& options) {
  std::span<const int> left = marks;
  for (auto open = first_open(front_gaps(equations, y.data()), left); open;
       open = first_open(front_gaps(equations, y.data()), left)) {
    const std::size_t k = *open / gaps_of_a_segment;
    std::vector<Piece> pieces = pieces_of(equations, y);
    const double freezing = equations.freezing_temperature(pieces[k].segment.layer);
    switch (*open % gaps_of_a_segment) {
      case begins_outside:
      case begins_inside:
        begin_film(pieces, k, *open % gaps_of_a_segment == begins_outside, freezing);
        break;
      case used_up:
        remove_piece(pieces, k, freezing);
        break;
      default:
        break;
    }
    settle(equations, y, pieces, options);
    left = {};
  }
}

void renew_mesh(ColumnEquations& equations, std::vector<double>& y, const MeshOptions& options) {
  settle(equations, y, pieces_of(equations, y), options);
}

double temperature_at(const ColumnEquations& equations, const Moment& at, double depth) {
  const Mesh& mesh = equations.mesh;
  std::size_t k = 0;
  while (k + 1 < mesh.segments.size() && at.depth[mesh.first_node[k + 1]] < depth) {
    ++k;
  }
  const std::size_t from = mesh.first_node[k];
  const std::size_t count = mesh.first_node[k + 1] - from + 1;
  return interpolate(std::span{at.depth}.subspan(from, count),
                     std::span{at.temperature}.subspan(from, count), depth);
}

}  // namespace coldplan::oracle
