#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/drawing/canvas.h"

/// The axis of an effect: of trials, and of what is pooled from them.
namespace coldplan::drawing {

/// A ratio is given by its natural logarithm, as it is pooled, and shown as the ratio; no effect is
/// 0 on both scales.
enum class EffectScale { difference, ratio };

struct EffectEstimate {
  double estimate = 0.0;
  Interval interval;  ///< holds the estimate
};

struct EffectAxis {
  std::string label;    ///< what is measured, in full
  std::string heading;  ///< over the column of numbers: "g (95 % CI)"
  EffectScale scale = EffectScale::difference;
  std::string below;  ///< what a value under no effect speaks for: "favours cold"; may be empty
  std::string above;
  int decimals = 2;             ///< 0 to 6
  bool marks_no_effect = true;  ///< holds 0, with a line at it; proportions have none
};

/// A value that is marked by a line, at one or more places: the smallest change that matters.
struct EffectThreshold {
  std::string label;
  std::vector<double> values;
};

/// Marks of an effect's axis and what stands at them.
struct EffectTicks {
  std::vector<double> values;  ///< on the scale of pooling, ascending
  std::vector<std::string> labels;
};

/// At most about `wanted` ticks: nice steps of a difference; of a ratio 1-2-5 or finer in each
/// decade, or whole powers of ten.
[[nodiscard]] EffectTicks effect_ticks(const Interval& range, EffectScale scale, int wanted);

/// "−0.38", or the ratio "0.68"; "<0.01" where a ratio would round to nothing.
[[nodiscard]] std::string print_effect(double value, const EffectAxis& axis);
/// "−0.38 (−0.65 to −0.11)".
[[nodiscard]] std::string print_effect(const EffectEstimate& effect, const EffectAxis& axis);

/// The range of an axis. Rows set it, but an interval that is far wider than most counts only so
/// far (its end becomes an arrow); `always` lies inside; `guests` only where the range need not
/// grow by more than half on their side.
[[nodiscard]] Interval effect_range(std::span<const EffectEstimate> rows,
                                    std::span<const double> always, std::span<const double> guests);

/// Ticks, the words for either direction and the label under a plot.
void draw_effect_axis(Canvas& canvas, const EffectAxis& axis, const Scale& across, const Box& plot);
/// What draw_effect_axis takes under the plot.
[[nodiscard]] double effect_axis_height(const EffectAxis& axis, double plot_width);

/// Numbers left of a plot and grid lines across it, for an effect that goes up.
void draw_effect_axis_upright(Canvas& canvas, const EffectAxis& axis, const Scale& up,
                              const Box& plot);

/// Errors: a label that is missing or not UTF-8, decimals that nobody reads.
[[nodiscard]] Expected<void> check(const EffectAxis& axis);
/// Errors: a number that is not finite or beyond what a page can show, an interval that does not
/// hold its estimate.
[[nodiscard]] Expected<void> check(const EffectEstimate& effect, EffectScale scale,
                                   const std::string& place);
[[nodiscard]] Expected<void> check_effect(double value, EffectScale scale,
                                          const std::string& place);
/// Errors: no name, no value, or one that cannot stand on the axis.
[[nodiscard]] Expected<void> check(std::span<const EffectThreshold> thresholds, EffectScale scale);

}  // namespace coldplan::drawing
