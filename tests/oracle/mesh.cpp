#include "oracle/mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace coldplan::oracle {
namespace {

/// The skin and the fronts, where temperatures change within micrometres.
std::vector<double> sharp_places(std::span<const Segment> segments) {
  std::vector<double> places{0.0};
  for (std::size_t k = 1; k < segments.size(); ++k) {
    if (segments[k - 1].layer == segments[k].layer) {
      places.push_back(segments[k].begin);
    }
  }
  return places;
}

/// Where the nodes of one segment stand within it, from 0 to below 1.
std::vector<double> shares_of(const Segment& segment, std::span<const double> sharp,
                              const MeshOptions& options) {
  std::vector<double> places;
  double at = segment.begin;
  while (at < segment.end) {
    places.push_back(at);
    double distance = std::numeric_limits<double>::infinity();
    for (const double place : sharp) {
      distance = std::min(distance, std::abs(at - place));
    }
    // Sizes that shrink towards a sharp end are taken from the element's far side.
    const double size = options.first + options.growth * distance;
    const bool towards = std::any_of(sharp.begin(), sharp.end(), [&](double place) {
      return place > at && place - at <= distance;
    });
    at += towards ? std::max(options.first, size / (1.0 + options.growth)) : size;
  }
  if (places.size() < options.fewest) {
    std::vector<double> equal(options.fewest);
    for (std::size_t j = 0; j < equal.size(); ++j) {
      equal[j] = static_cast<double>(j) / static_cast<double>(equal.size());
    }
    return equal;
  }
  for (double& place : places) {
    place = (place - segment.begin) / (at - segment.begin);
  }
  return places;
}

/// Slope at a point of three, limited so that the curve stays monotone.
double limited_slope(double left, double right, double left_length, double right_length) {
  if (left * right <= 0.0) {
    return 0.0;
  }
  const double parabola =
      (left * right_length + right * left_length) / (left_length + right_length);
  const double most = 2.0 * std::min(std::abs(left), std::abs(right));
  return std::copysign(std::min(std::abs(parabola), most), left);
}

}  // namespace

MeshOptions refined(const MeshOptions& options, double factor) {
  const double fewest = std::ceil(factor * static_cast<double>(options.fewest));
  return {options.first / factor, options.growth / factor, static_cast<std::size_t>(fewest)};
}

std::vector<Segment> unfrozen_segments(const bioheat::Column& column) {
  std::vector<Segment> segments;
  double begin = 0.0;
  for (std::size_t layer = 0; layer < column.layers.size(); ++layer) {
    const double end = begin + column.layers[layer].thickness;
    segments.push_back({layer, false, begin, end});
    begin = end;
  }
  return segments;
}

Mesh make_mesh(std::vector<Segment> segments, const MeshOptions& options) {
  Mesh mesh;
  const std::vector<double> sharp = sharp_places(segments);
  for (const Segment& segment : segments) {
    mesh.first_node.push_back(mesh.share.size());
    for (const double share : shares_of(segment, sharp, options)) {
      mesh.share.push_back(share);
      mesh.depth.push_back(segment.begin + share * segment.length());
    }
  }
  mesh.first_node.push_back(mesh.share.size());
  mesh.share.push_back(0.0);
  mesh.depth.push_back(segments.back().end);
  mesh.segments = std::move(segments);
  return mesh;
}

double interpolate(std::span<const double> at, std::span<const double> value, double place) {
  const auto above = std::upper_bound(at.begin(), at.end(), place) - at.begin();
  const auto i = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(above - 1, 0, static_cast<std::ptrdiff_t>(at.size()) - 2));
  const auto length = [&](std::size_t e) { return at[e + 1] - at[e]; };
  const auto secant = [&](std::size_t e) { return (value[e + 1] - value[e]) / length(e); };
  const auto slope = [&](std::size_t j) {
    if (j == 0 || j + 1 == at.size()) {
      return secant(j == 0 ? 0 : j - 1);
    }
    return limited_slope(secant(j - 1), secant(j), length(j - 1), length(j));
  };
  const double h = length(i);
  const double s = std::clamp((place - at[i]) / h, 0.0, 1.0);
  const double r = 1.0 - s;
  return value[i] * (1.0 + 2.0 * s) * r * r + value[i + 1] * s * s * (3.0 - 2.0 * s) +
         h * s * r * (slope(i) * r - slope(i + 1) * s);
}

}  // namespace coldplan::oracle
