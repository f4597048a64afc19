#include "coldplan/report/forest_strip.h"

#include <algorithm>
#include <cmath>

#include "coldplan/report/display_columns.h"

namespace coldplan::report {
namespace {

using drawing::EffectEstimate;

constexpr std::size_t columns_per_tick = 4;
constexpr int least_ticks = 2;

/// A typographic minus is no sign that people type or search for in a terminal.
std::string with_hyphen(std::string number) {
  constexpr std::string_view minus = "−";
  if (number.starts_with(minus)) {
    number.replace(0, minus.size(), "-");
  }
  return number;
}

/// Where a number begins that is centred under a column, within the axis.
std::size_t left_of(const std::string& number, std::size_t column, std::size_t columns) {
  const std::size_t half = number.size() / 2;
  const std::size_t last = columns > number.size() ? columns - number.size() : 0;
  return std::min(column > half ? column - half : 0, last);
}

}  // namespace

const ForestLetters& forest_letters(bool ascii) {
  static const ForestLetters drawn{{"├", "─", "┼", "■", "┤"},
                                   {"╞", "═", "╪", "◆", "╡"},
                                   {"(", "·", "│", "", ")"},
                                   "│",
                                   "┊",
                                   "─",
                                   "┴",
                                   "◄",
                                   "►"};
  static const ForestLetters plain{{"[", "-", "+", "#", "]"},
                                   {"[", "=", "+", "*", "]"},
                                   {"(", ".", "|", "", ")"},
                                   "|",
                                   ":",
                                   "-",
                                   "+",
                                   "<",
                                   ">"};
  return ascii ? plain : drawn;
}

std::size_t StripAxis::column_of(double value) const {
  const double place = (value - range.low) / (range.high - range.low);
  const double column = std::floor(place * static_cast<double>(columns));
  return static_cast<std::size_t>(std::clamp(column, 0.0, static_cast<double>(columns - 1)));
}

bool StripAxis::holds(double value) const {
  return value >= range.low && value <= range.high;
}

Strip ground_strip(const StripAxis& axis, const std::vector<drawing::EffectThreshold>& thresholds,
                   const ForestLetters& letters) {
  Strip strip(axis.columns, " ");
  for (const drawing::EffectThreshold& threshold : thresholds) {
    for (const double value : threshold.values) {
      if (axis.holds(value)) {
        strip[axis.column_of(value)] = letters.threshold;
      }
    }
  }
  if (axis.holds(0.0)) {
    strip[axis.column_of(0.0)] = letters.no_effect;
  }
  return strip;
}

void lay_effect(Strip& strip, const StripAxis& axis, const EffectEstimate& effect,
                const StripLetters& letters) {
  const drawing::Interval& interval = effect.interval;
  if (interval.high < axis.range.low) {
    strip.front() = "<";
    return;
  }
  if (interval.low > axis.range.high) {
    strip.back() = ">";
    return;
  }
  const std::size_t low = axis.column_of(interval.low);
  const std::size_t high = axis.column_of(interval.high);
  std::fill(strip.begin() + static_cast<std::ptrdiff_t>(low),
            strip.begin() + static_cast<std::ptrdiff_t>(high), letters.line);
  strip[low] = interval.low < axis.range.low ? "<" : letters.low_end;
  strip[high] = interval.high > axis.range.high ? ">" : letters.high_end;
  // Also where an end lies in the same column: an interval that holds no effect never looks as if
  // it ended there.
  if (axis.holds(0.0) && interval.low < 0.0 && interval.high > 0.0) {
    strip[axis.column_of(0.0)] = letters.cross;
  }
  if (!letters.mark.empty() && axis.holds(effect.estimate)) {
    strip[axis.column_of(effect.estimate)] = letters.mark;
  }
}

std::string joined(const Strip& strip) {
  std::string text;
  for (const std::string& letter : strip) {
    text += letter;
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

AxisStrips axis_strips(const StripAxis& axis, drawing::EffectScale scale,
                       const ForestLetters& letters) {
  for (int wanted = std::max(static_cast<int>(axis.columns / columns_per_tick), least_ticks);;
       --wanted) {
    const drawing::EffectTicks ticks = drawing::effect_ticks(axis.range, scale, wanted);
    Strip line(axis.columns, letters.axis);
    std::string numbers;
    bool apart = true;
    for (std::size_t i = 0; i < ticks.values.size(); ++i) {
      const std::string number = with_hyphen(ticks.labels[i]);
      const std::size_t column = axis.column_of(ticks.values[i]);
      const std::size_t left = left_of(number, column, axis.columns);
      line[column] = letters.tick;
      if (!numbers.empty() && left <= numbers.size()) {
        apart = false;
        continue;
      }
      numbers = padded_right(numbers, left);
      numbers += number;
    }
    if (apart || wanted <= least_ticks) {
      return {joined(line), numbers};
    }
  }
}

}  // namespace coldplan::report
