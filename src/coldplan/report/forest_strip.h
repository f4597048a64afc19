#pragma once

#include <string>
#include <vector>

#include "coldplan/drawing/forest_picture.h"

/// The plot of a forest in the terminal: one strip of letters for each line.
namespace coldplan::report {

/// The letters that a strip is made of, each one column wide.
struct StripLetters {
  std::string low_end;
  std::string line;
  std::string cross;  ///< of the line and no effect
  std::string mark;
  std::string high_end;
};

struct ForestLetters {
  StripLetters study;
  StripLetters pooled;
  StripLetters prediction;
  std::string no_effect;
  std::string threshold;
  std::string axis;
  std::string tick;
  std::string to_lower;  ///< "favours cold ◄ ► favours heat"
  std::string to_higher;
};

[[nodiscard]] const ForestLetters& forest_letters(bool ascii);

/// An axis of whole columns.
struct StripAxis {
  drawing::Interval range;
  std::size_t columns = 0;

  /// The column of a value; the first or the last where it lies beyond.
  [[nodiscard]] std::size_t column_of(double value) const;
  [[nodiscard]] bool holds(double value) const;
};

/// One letter for each column: the line of no effect and the thresholds.
using Strip = std::vector<std::string>;
[[nodiscard]] Strip ground_strip(const StripAxis& axis,
                                 const std::vector<drawing::EffectThreshold>& thresholds,
                                 const ForestLetters& letters);

/// Lays an interval over the strip, "<" and ">" where it leaves the axis, and its estimate unless
/// the letters have no mark or it lies beyond.
void lay_effect(Strip& strip, const StripAxis& axis, const drawing::EffectEstimate& effect,
                const StripLetters& letters);

/// The strip as text, no space at its end.
[[nodiscard]] std::string joined(const Strip& strip);

/// The axis and the numbers under it, as many as stand apart.
struct AxisStrips {
  std::string line;
  std::string numbers;
};
[[nodiscard]] AxisStrips axis_strips(const StripAxis& axis, drawing::EffectScale scale,
                                     const ForestLetters& letters);

}  // namespace coldplan::report
