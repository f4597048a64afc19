#include "coldplan/drawing/isotherm.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>

namespace coldplan::drawing {
namespace {

/// An edge of the grid, 2 * node for the one to the right of a node and 2 * node + 1 for the one
/// below.
using Edge = std::size_t;
using Segment = std::array<Edge, 2>;

bool is_inside(const Field& field, std::size_t column, std::size_t row, double level) {
  return field.at(column, row) >= level;
}

/// The one or two segments of a cell; its corners go round from the upper left.
void add_segments(const Field& field, std::size_t column, std::size_t row, double level,
                  std::vector<Segment>& segments) {
  const std::array<bool, 4> inside{
      is_inside(field, column, row, level), is_inside(field, column + 1, row, level),
      is_inside(field, column + 1, row + 1, level), is_inside(field, column, row + 1, level)};
  const std::size_t node = row * field.columns + column;
  const std::array<Edge, 4> edges{2 * node, 2 * (node + 1) + 1, 2 * (node + field.columns),
                                  2 * node + 1};
  std::vector<Edge> crossed;
  for (std::size_t i = 0; i < 4; ++i) {
    if (inside[i] != inside[(i + 1) % 4]) {
      crossed.push_back(edges[i]);
    }
  }
  if (crossed.size() == 2) {
    segments.push_back({crossed[0], crossed[1]});
  } else if (crossed.size() == 4) {
    const double mean = (field.at(column, row) + field.at(column + 1, row) +
                         field.at(column + 1, row + 1) + field.at(column, row + 1)) /
                        4.0;
    // Where the middle is like the upper left corner, the two other corners are cut off.
    const std::size_t first = (mean >= level) == inside[0] ? 0 : 1;
    segments.push_back({crossed[first], crossed[first + 1]});
    segments.push_back({crossed[first + 2], crossed[(first + 3) % 4]});
  }
}

Point crossing(const Field& field, Edge edge, double level) {
  const std::size_t node = edge / 2;
  const std::size_t other = edge % 2 == 0 ? node + 1 : node + field.columns;
  const double share = (level - field.values[node]) / (field.values[other] - field.values[node]);
  const std::size_t row = node / field.columns;
  const auto x = static_cast<double>(node - row * field.columns);
  const auto y = static_cast<double>(row);
  return edge % 2 == 0 ? Point{x + share, y} : Point{x, y + share};
}

/// Segments that share an edge, joined end to end.
class Joiner {
 public:
  explicit Joiner(const std::vector<Segment>& segments)
      : segments_{segments}, used_(segments.size(), false) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
      for (const Edge edge : segments[i]) {
        at_edge_[edge].push_back(i);
      }
    }
  }

  /// Open chains first, each from one of its ends; what is left over is closed.
  std::vector<std::vector<Edge>> chains() {
    std::vector<std::vector<Edge>> found;
    collect(found, [this](Edge start) { return at_edge_.at(start).size() == 1; });
    collect(found, [](Edge) { return true; });
    return found;
  }

 private:
  template <typename MayStart>
  void collect(std::vector<std::vector<Edge>>& found, const MayStart& may_start) {
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      for (const Edge start : segments_[i]) {
        if (!used_[i] && may_start(start)) {
          found.push_back(chain_from(start, i));
        }
      }
    }
  }

  std::vector<Edge> chain_from(Edge start, std::size_t segment) {
    std::vector<Edge> chain{start};
    while (true) {
      used_[segment] = true;
      chain.push_back(segments_[segment][0] == chain.back() ? segments_[segment][1]
                                                            : segments_[segment][0]);
      const auto& neighbours = at_edge_.at(chain.back());
      const auto next = std::ranges::find_if(neighbours, [&](std::size_t i) { return !used_[i]; });
      if (next == neighbours.end()) {
        return chain;
      }
      segment = *next;
    }
  }

  const std::vector<Segment>& segments_;
  std::vector<bool> used_;
  std::unordered_map<Edge, std::vector<std::size_t>> at_edge_;
};

}  // namespace

std::vector<std::vector<Point>> isotherms(const Field& field, double level) {
  std::vector<Segment> segments;
  for (std::size_t row = 0; row + 1 < field.rows; ++row) {
    for (std::size_t column = 0; column + 1 < field.columns; ++column) {
      add_segments(field, column, row, level, segments);
    }
  }
  std::vector<std::vector<Point>> lines;
  for (const std::vector<Edge>& chain : Joiner{segments}.chains()) {
    std::vector<Point> line;
    line.reserve(chain.size());
    for (const Edge edge : chain) {
      line.push_back(crossing(field, edge, level));
    }
    lines.push_back(std::move(line));
  }
  std::ranges::stable_sort(lines, std::greater{}, &std::vector<Point>::size);
  return lines;
}

}  // namespace coldplan::drawing
