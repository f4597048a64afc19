#pragma once

#include <vector>

#include "coldplan/drawing/effect_axis.h"
#include "coldplan/drawing/key_lines.h"

/// Effects as marks on a line: what one study found, and what is pooled.
namespace coldplan::drawing {

/// The colour of single studies, and of what is pooled from them.
[[nodiscard]] Colour study_colour();
[[nodiscard]] Colour pooled_colour();

/// An interval as a line on the height `y`; an end that leaves the axis is an arrow.
void draw_interval(Canvas& canvas, const Interval& interval, const Scale& across, double y,
                   const Stroke& stroke);

/// Half the side of a study's square, points: the area is in proportion to the weight, and a weight
/// of nearly nothing still shows.
[[nodiscard]] double half_side_of(double weight, double heaviest);

/// A study: its interval, and a square of this half side; none where the estimate leaves the axis.
void draw_study(Canvas& canvas, const EffectEstimate& effect, const Scale& across, double y,
                double half_side);

/// A pooled result among others: its interval and a disc.
void draw_result(Canvas& canvas, const EffectEstimate& effect, const Scale& across, double y);

/// A pooled result: a diamond as wide as its interval, with an arrow where it leaves the axis.
void draw_diamond(Canvas& canvas, const EffectEstimate& effect, const Scale& across, double y,
                  double half_height);

/// Where a further study's effect may lie: a thin bar with upright ends.
void draw_prediction(Canvas& canvas, const Interval& prediction, const Scale& across, double y);

/// A dashed line for the i-th threshold.
void draw_threshold(Canvas& canvas, std::size_t kind, Point from, Point to);

/// What the dashed lines stand for, and their values.
[[nodiscard]] std::vector<KeyEntry> threshold_key(const std::vector<EffectThreshold>& thresholds,
                                                  const EffectAxis& axis);

}  // namespace coldplan::drawing
