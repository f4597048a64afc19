#include "coldplan/drawing/label_column.h"

#include <array>
#include <optional>

#include "coldplan/drawing/label_layout.h"

namespace coldplan::drawing {
namespace {

constexpr double gap_between_labels = 0.8;
// Room that one line needs per point of type, above that of any common font.
constexpr double line_height = 1.25;

struct Attempt {
  double size;  ///< share of the wanted size
  int most_lines;
};
constexpr std::array attempts{Attempt{1.0, 0}, Attempt{0.93, 0}, Attempt{0.87, 0},
                              Attempt{0.8, 0}, Attempt{0.9, 2},  Attempt{0.8, 2},
                              Attempt{0.9, 1}, Attempt{0.75, 1}};

std::optional<std::vector<PlacedLabel>> try_to_place(std::span<const ColumnLabel> labels,
                                                     const LabelColumn& column, double size,
                                                     int most_lines) {
  std::vector<PlacedLabel> placed;
  std::vector<LabelWish> wishes;
  for (const ColumnLabel& label : labels) {
    const TextStyle style{size, label.colour, column.box.width(), most_lines, column.align};
    const double height = measure(label.text, style).height;
    placed.push_back({style, 0.0, height});
    wishes.push_back({label.names.y, height});
  }
  const auto centres = spread_labels(wishes, column.box.top, column.box.bottom, gap_between_labels);
  if (!centres) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < placed.size(); ++i) {
    placed[i].top = (*centres)[i] - placed[i].height / 2.0;
  }
  return placed;
}

}  // namespace

std::vector<PlacedLabel> place_labels(std::span<const ColumnLabel> labels,
                                      const LabelColumn& column) {
  for (const Attempt& attempt : attempts) {
    const double size = attempt.size * column.text_size;
    if (auto placed = try_to_place(labels, column, size, attempt.most_lines)) {
      return *placed;
    }
  }
  const double room = column.box.height() / static_cast<double>(labels.size());
  double size = (room - gap_between_labels) / line_height;
  while (size > 1.0) {
    if (auto placed = try_to_place(labels, column, size, 1)) {
      return *placed;
    }
    size *= 0.9;
  }
  return {};
}

void draw_label_column(Canvas& canvas, std::span<const ColumnLabel> labels,
                       const LabelColumn& column) {
  const std::vector<PlacedLabel> placed = place_labels(labels, column);
  const bool at_right = column.align == Align::left;
  const double edge = at_right ? column.box.left : column.box.right;
  const double elbow = at_right ? edge - 3.0 : edge + 3.0;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const double centre = placed[i].top + placed[i].height / 2.0;
    canvas.line(labels[i].names, {elbow, centre}, {labels[i].colour, 0.5, {}, 0.75});
    canvas.text(labels[i].text, placed[i].style, {edge, placed[i].top});
  }
}

}  // namespace coldplan::drawing
