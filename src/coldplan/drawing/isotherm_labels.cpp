#include "coldplan/drawing/isotherm_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "coldplan/drawing/field.h"
#include "coldplan/drawing/isotherm.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double points_per_grid_step = 2.0;
constexpr double label_padding = 1.5;
// An isotherm so close to 0 °C would run along the edge of what is frozen and be taken for it.
constexpr double near_freezing = 1.5;

using Line = std::vector<Point>;

double length_of(const Line& line) {
  double length = 0.0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  }
  return length;
}

/// The free place for a label nearest to the middle of the line.
std::optional<Box> free_place(const Line& line, Size label, const Box& box,
                              std::span<const Box> taken) {
  std::optional<Box> best;
  std::size_t best_distance = line.size();
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Box candidate{line[i].x - label.width / 2.0, line[i].y - label.height / 2.0,
                        line[i].x + label.width / 2.0, line[i].y + label.height / 2.0};
    const std::size_t middle = line.size() / 2;
    const std::size_t distance = i > middle ? i - middle : middle - i;
    const bool free = std::ranges::none_of(
        taken, [&](const Box& other) { return overlap(candidate, other, 4.0); });
    if (distance < best_distance && free && contains(box, candidate)) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::vector<Line> lines_on_page(const Field& field, double celsius, const Box& box) {
  std::vector<Line> lines = isotherms(field, celsius);
  const double step_x = box.width() / static_cast<double>(field.columns - 1);
  const double step_y = box.height() / static_cast<double>(field.rows - 1);
  for (Line& line : lines) {
    for (Point& point : line) {
      point = {box.left + point.x * step_x, box.top + point.y * step_y};
    }
  }
  return lines;
}

struct Level {
  double shown;
  std::vector<Line> lines;
  std::string text;
  std::optional<Box> label;
};

Field field_over(const History& history, const Box& box) {
  const auto count = [](double length) {
    return static_cast<std::size_t>(std::max(2.0, std::ceil(length / points_per_grid_step)));
  };
  return resampled(history,
                   nodes({history.minutes.front(), history.minutes.back()}, count(box.width())),
                   nodes({0.0, history.map_depth_m.back()}, count(box.height())));
}

/// A place for the level's label, where its longest line is long enough for one.
std::optional<Box> label_place(const Level& level, double text_size, const Box& box,
                               std::span<const Box> taken) {
  const Box inner{box.left + 2.0, box.top + 2.0, box.right - 2.0, box.bottom - 2.0};
  const Size text = measure({"", level.text}, {text_size});
  const Size label{text.width + 2.0 * label_padding, text.height};
  if (level.lines.empty() || length_of(level.lines.front()) <= 1.5 * label.width) {
    return std::nullopt;
  }
  return free_place(level.lines.front(), label, inner, taken);
}

/// The lines to draw, with their labels.
std::vector<Level> levels_of(const History& history, const Box& box, const ColourScale& colours,
                             const IsothermStyle& style) {
  const Field field = field_over(history, box);
  const bool freezes = !history.frozen_to_m.empty();
  std::vector<Level> levels;
  std::vector<Box> taken = style.keep_free;
  for (const double shown : colours.lines) {
    const double celsius =
        style.units == quantity::UnitSystem::us ? quantity::celsius_from_fahrenheit(shown) : shown;
    if (freezes && std::abs(celsius) < near_freezing) {
      continue;
    }
    Level level{shown, lines_on_page(field, celsius, box), fmt::format("{}°", print_tick(shown, 0)),
                std::nullopt};
    level.label = label_place(level, style.text_size, box, taken);
    // In frozen tissue a line without its number would only cross the hatch.
    if (freezes && celsius < 0.0 && !level.label) {
      continue;
    }
    if (level.label) {
      taken.push_back(*level.label);
    }
    levels.push_back(std::move(level));
  }
  return levels;
}

}  // namespace

std::vector<Box> draw_isotherms(Canvas& canvas, const History& history, const Box& box,
                                const ColourScale& colours, const IsothermStyle& style) {
  const std::vector<Level> levels = levels_of(history, box, colours, style);
  std::vector<Box> labels;
  for (const Level& level : levels) {
    if (level.label) {
      labels.push_back(*level.label);
    }
  }
  canvas.clipped(box, labels, [&] {
    for (const Level& level : levels) {
      for (const Line& line : level.lines) {
        canvas.lines(line, {readable_on(colours(level.shown)), 0.6, {}, 0.75});
      }
    }
  });
  for (const Level& level : levels) {
    if (level.label) {
      canvas.text({"", level.text}, {style.text_size, readable_on(colours(level.shown))},
                  {level.label->left + label_padding, level.label->top});
    }
  }
  return labels;
}

}  // namespace coldplan::drawing
