#include "coldplan/drawing/frozen_zone.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace coldplan::drawing {
namespace {

constexpr double hatch_spacing = 4.0;
constexpr double tag_padding = 1.5;
constexpr double tag_distance = 6.0;

Text tag_words() {
  return {"frozen", ""};
}

bool is_frozen(const History& history, std::size_t i) {
  return i < history.frozen_to_m.size() && history.frozen_to_m[i] > history.frozen_from_m[i];
}

/// Samples [first, last] of an unbroken frozen time.
struct Run {
  std::size_t first;
  std::size_t last;
};

std::vector<Run> runs_of(const History& history) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < history.frozen_to_m.size(); ++i) {
    if (!is_frozen(history, i)) {
      continue;
    }
    if (runs.empty() || runs.back().last + 1 < i) {
      runs.push_back({i, i});
    }
    runs.back().last = i;
  }
  return runs;
}

std::size_t deepest_in(const History& history, const Run& run) {
  const auto begin = history.frozen_to_m.begin();
  return static_cast<std::size_t>(
      std::max_element(begin + static_cast<std::ptrdiff_t>(run.first),
                       begin + static_cast<std::ptrdiff_t>(run.last) + 1) -
      begin);
}

std::vector<Point> outline_of(const History& history, const Run& run) {
  const auto& minutes = history.minutes;
  std::vector<Point> outline;
  if (run.first > 0) {
    outline.push_back({std::midpoint(minutes[run.first - 1], minutes[run.first]),
                       history.frozen_from_m[run.first]});
  }
  for (std::size_t i = run.first; i <= run.last; ++i) {
    outline.push_back({minutes[i], history.frozen_from_m[i]});
  }
  if (run.last + 1 < minutes.size()) {
    outline.push_back(
        {std::midpoint(minutes[run.last], minutes[run.last + 1]),
         std::midpoint(history.frozen_from_m[run.last], history.frozen_to_m[run.last])});
  }
  for (std::size_t i = run.last + 1; i-- > run.first;) {
    outline.push_back({minutes[i], history.frozen_to_m[i]});
  }
  return outline;
}

/// Whether all samples under the box are frozen over its whole height.
bool lies_inside(const Box& box, const History& history, const Run& run, const MapAxes& axes) {
  if (box.left < axes.time(history.minutes[run.first]) ||
      box.right > axes.time(history.minutes[run.last])) {
    return false;
  }
  for (std::size_t i = run.first; i <= run.last; ++i) {
    const double x = axes.time(history.minutes[i]);
    const bool under = x >= box.left - 1.0 && x <= box.right + 1.0;
    if (under && (axes.depth(history.frozen_from_m[i]) > box.top ||
                  axes.depth(history.frozen_to_m[i]) < box.bottom)) {
      return false;
    }
  }
  return true;
}

FrozenTag tag_of(const History& history, const Run& run, const MapAxes& axes, double text_size) {
  const Size text = measure(tag_words(), {text_size});
  const Size size{text.width + 2.0 * tag_padding, text.height + 1.0};
  const std::size_t deepest = deepest_in(history, run);
  const Point tip{axes.time(history.minutes[deepest]), axes.depth(history.frozen_to_m[deepest])};
  const auto box_at = [&](double centre, double top) {
    const double left = std::clamp(centre - size.width / 2.0, axes.time.from + 2.0,
                                   std::max(axes.time.from + 2.0, axes.time.to - size.width - 2.0));
    return Box{left, top, left + size.width, top + size.height};
  };
  const double thick =
      axes.depth(history.frozen_to_m[deepest]) - axes.depth(history.frozen_from_m[deepest]);
  const Box within = box_at(tip.x, tip.y - (thick + size.height) / 2.0);
  if (lies_inside(within, history, run, axes)) {
    return {within, {std::midpoint(within.left, within.right), within.bottom}, within};
  }
  const double lowest_top = axes.depth.to - size.height - 2.0;
  const Box zone{axes.time(history.minutes[run.first]), axes.depth.from,
                 axes.time(history.minutes[run.last]), tip.y};
  return {box_at(tip.x, std::min(tip.y + tag_distance, lowest_top)), tip, zone};
}

void trace(Canvas& canvas, std::vector<Point> outline) {
  canvas.hatch(outline, hatch_spacing, {white, 0.8, {}, 0.75});
  outline.push_back(outline.front());
  canvas.lines(outline, {white, 2.0, {}, 0.8});
  canvas.lines(outline, {frozen_ink(), 1.1});
}

}  // namespace

Colour frozen_ink() {
  return frost_colour(0.0);
}

std::vector<Interval> frozen_times(const History& history) {
  std::vector<Interval> times;
  for (const Run& run : runs_of(history)) {
    times.push_back({history.minutes[run.first], history.minutes[run.last]});
  }
  return times;
}

double frozen_depth(const History& history) {
  double depth = 0.0;
  for (const Run& run : runs_of(history)) {
    depth = std::max(depth, history.frozen_to_m[deepest_in(history, run)]);
  }
  return depth;
}

std::vector<std::vector<Point>> frozen_outlines(const History& history) {
  std::vector<std::vector<Point>> outlines;
  for (const Run& run : runs_of(history)) {
    outlines.push_back(outline_of(history, run));
  }
  return outlines;
}

std::vector<FrozenTag> frozen_tags(const History& history, const MapAxes& axes, double text_size) {
  std::vector<FrozenTag> tags;
  for (const Run& run : runs_of(history)) {
    const FrozenTag tag = tag_of(history, run, axes, text_size);
    // One word is enough where zones follow each other closely.
    if (std::ranges::none_of(
            tags, [&](const FrozenTag& other) { return overlap(tag.box, other.box, 6.0); })) {
      tags.push_back(tag);
    }
  }
  return tags;
}

void draw_frozen_zones(Canvas& canvas, const History& history, const MapAxes& axes,
                       std::span<const Box> labels) {
  const Box inside{axes.time.from, axes.depth.from, axes.time.to, axes.depth.to};
  canvas.clipped(inside, labels, [&] {
    for (std::vector<Point> outline : frozen_outlines(history)) {
      std::ranges::transform(outline, outline.begin(), [&](const Point& point) {
        return Point{axes.time(point.x), axes.depth(point.y)};
      });
      trace(canvas, std::move(outline));
    }
  });
}

void draw_frozen_tags(Canvas& canvas, std::span<const FrozenTag> tags, double text_size) {
  for (const FrozenTag& tag : tags) {
    const Point from{std::clamp(tag.names.x, tag.box.left + 3.0, tag.box.right - 3.0),
                     tag.names.y < tag.box.top ? tag.box.top : tag.box.bottom};
    canvas.line(from, tag.names, {frozen_ink(), 0.8});
    canvas.fill(tag.box, white, 0.9);
    canvas.outline(tag.box, {frozen_ink(), 0.5});
    canvas.text(tag_words(), {text_size, frozen_ink()},
                {tag.box.left + tag_padding, tag.box.top + 0.5});
  }
}

void draw_frozen_patch(Canvas& canvas, const Box& box) {
  canvas.fill(box, frozen_ink(), 0.10);
  const std::vector<Point> corners{
      {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
  canvas.hatch(corners, hatch_spacing, {frozen_ink(), 0.6, {}, 0.6});
  canvas.outline(box, {frozen_ink(), 0.5, {}, 0.7});
}

}  // namespace coldplan::drawing
