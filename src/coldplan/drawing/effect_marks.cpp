#include "coldplan/drawing/effect_marks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/marker.h"

namespace coldplan::drawing {
namespace {

constexpr double arrow_length = 5.5;
constexpr double arrow_half_height = 2.6;

/// An interval's ends on the page, and which of them it leaves the axis by.
struct Cut {
  double left = 0.0;
  double right = 0.0;
  bool leaves_left = false;
  bool leaves_right = false;
};

Cut cut_to(const Interval& interval, const Scale& across) {
  const Interval& values = across.values;
  return {across(std::clamp(interval.low, values.low, values.high)),
          across(std::clamp(interval.high, values.low, values.high)),
          interval.low<values.low, interval.high> values.high};
}

bool on_axis(double value, const Scale& across) {
  return value >= across.values.low && value <= across.values.high;
}

/// `forward` is 1 for an arrow to the right, -1 for one to the left.
void draw_arrow(Canvas& canvas, Point tip, double forward, const Colour& colour) {
  const double back = tip.x - forward * arrow_length;
  const std::array<Point, 3> outline{
      {tip, {back, tip.y - arrow_half_height}, {back, tip.y + arrow_half_height}}};
  canvas.area(outline, colour);
}

void draw_arrows(Canvas& canvas, const Cut& cut, const Scale& across, double y,
                 const Colour& colour) {
  if (cut.leaves_left) {
    draw_arrow(canvas, {across.from, y}, -1.0, colour);
  }
  if (cut.leaves_right) {
    draw_arrow(canvas, {across.to, y}, 1.0, colour);
  }
}

}  // namespace

Colour study_colour() {
  return depth_colour(0.0);
}

Colour pooled_colour() {
  return depth_colour(1.0);
}

void draw_interval(Canvas& canvas, const Interval& interval, const Scale& across, double y,
                   const Stroke& stroke) {
  const Cut cut = cut_to(interval, across);
  if (cut.right > cut.left) {
    // A line does not show beside the tip of its arrow.
    canvas.line({cut.left + (cut.leaves_left ? arrow_length / 2.0 : 0.0), y},
                {cut.right - (cut.leaves_right ? arrow_length / 2.0 : 0.0), y}, stroke);
  }
  draw_arrows(canvas, cut, across, y, stroke.colour);
}

double half_side_of(double weight, double heaviest) {
  constexpr double most = 5.0;
  constexpr double least = 1.2;
  return heaviest > 0.0 ? std::max(least, most * std::sqrt(weight / heaviest)) : least;
}

void draw_study(Canvas& canvas, const EffectEstimate& effect, const Scale& across, double y,
                double half_side) {
  draw_interval(canvas, effect.interval, across, y, {ink, 0.9});
  if (on_axis(effect.estimate, across)) {
    const double x = across(effect.estimate);
    canvas.fill({x - half_side, y - half_side, x + half_side, y + half_side}, study_colour());
  }
}

void draw_result(Canvas& canvas, const EffectEstimate& effect, const Scale& across, double y) {
  constexpr double radius = 2.8;
  draw_interval(canvas, effect.interval, across, y, {ink, 0.9});
  if (on_axis(effect.estimate, across)) {
    canvas.disc({across(effect.estimate), y}, radius, pooled_colour());
  }
}

void draw_diamond(Canvas& canvas, const EffectEstimate& effect, const Scale& across, double y,
                  double half_height) {
  // Corners beyond the axis stay where they are, so that the sides keep their slope where cut.
  const std::array<Point, 4> corners{{{across(effect.interval.low), y},
                                      {across(effect.estimate), y - half_height},
                                      {across(effect.interval.high), y},
                                      {across(effect.estimate), y + half_height}}};
  const Cut cut = cut_to(effect.interval, across);
  // A little room tells the arrow from the body.
  const double taken = arrow_length + 1.5;
  const Box inside{across.from + (cut.leaves_left ? taken : -1.0), y - half_height - 1.0,
                   across.to - (cut.leaves_right ? taken : -1.0), y + half_height + 1.0};
  canvas.clipped(inside, {}, [&] { canvas.area(corners, pooled_colour()); });
  draw_arrows(canvas, cut, across, y, pooled_colour());
}

void draw_prediction(Canvas& canvas, const Interval& prediction, const Scale& across, double y) {
  constexpr double end_half_height = 3.0;
  const Stroke bar{pooled_colour(), 1.6};
  draw_interval(canvas, prediction, across, y, bar);
  for (const double end : {prediction.low, prediction.high}) {
    if (on_axis(end, across)) {
      const double x = across(end);
      canvas.line({x, y - end_half_height}, {x, y + end_half_height}, {pooled_colour(), 1.0});
    }
  }
}

void draw_threshold(Canvas& canvas, std::size_t kind, Point from, Point to) {
  // The blue and the vermillion of the first kinds are too near those of studies and of results.
  canvas.line(from, to, {marker_colour(kind + 2), 1.0, {4.0, 2.5}});
}

std::vector<KeyEntry> threshold_key(const std::vector<EffectThreshold>& thresholds,
                                    const EffectAxis& axis) {
  std::vector<KeyEntry> entries;
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    std::string values;
    for (const double value : thresholds[i].values) {
      values += (values.empty() ? "" : ", ") + print_effect(value, axis);
    }
    entries.push_back(
        {fmt::format("{}: {}", thresholds[i].label, values), [i](Canvas& canvas, const Box& box) {
           const double y = (box.top + box.bottom) / 2.0;
           draw_threshold(canvas, i, {box.left, y}, {box.right, y});
         }});
  }
  return entries;
}

}  // namespace coldplan::drawing
