#include "coldplan/drawing/bubble_picture.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/effect_marks.h"
#include "coldplan/drawing/key_lines.h"
#include "coldplan/drawing/marker.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double margin = 32.0;
constexpr double number_room = 36.0;
constexpr double plot_width = 420.0;
constexpr double plot_height = 290.0;
constexpr double width = number_room + plot_width;
constexpr double foot_room = 30.0;
constexpr double heading_gap = 5.0;
constexpr double text_size = 8.0;
constexpr double most_radius = 11.0;
constexpr double least_radius = 1.6;
constexpr double room_share = 0.06;
constexpr double all_percent = 100.0;
constexpr double largest = 1e6;
constexpr int wanted_ticks = 8;

Interval moderator_range(const BubblePicture& picture) {
  std::vector<double> values;
  for (const Bubble& bubble : picture.bubbles) {
    values.push_back(bubble.moderator);
  }
  for (const FittedEffect& point : picture.line) {
    values.push_back(point.moderator);
  }
  const Interval range = interval_of(values);
  const double room = range.high > range.low ? room_share * (range.high - range.low) : 0.5;
  return {range.low - room, range.high + room};
}

/// The band widens the axis only a little: at its ends it may be very wide.
Interval upright_range(const BubblePicture& picture) {
  std::vector<double> always;
  if (picture.axis.marks_no_effect) {
    always.push_back(0.0);
  }
  std::vector<double> guests;
  for (const Bubble& bubble : picture.bubbles) {
    always.push_back(bubble.estimate);
  }
  for (const FittedEffect& point : picture.line) {
    guests.insert(guests.end(),
                  {point.effect.estimate, point.effect.interval.low, point.effect.interval.high});
  }
  for (const EffectThreshold& threshold : picture.thresholds) {
    always.insert(always.end(), threshold.values.begin(), threshold.values.end());
  }
  return effect_range({}, always, guests);
}

Text heading_of(const EffectAxis& axis) {
  std::string words = "Up: " + axis.label;
  words += axis.above.empty() ? "" : fmt::format("; upward: {}", axis.above);
  words += axis.below.empty() ? "" : fmt::format("; downward: {}", axis.below);
  return {"", words};
}

TextStyle heading_style() {
  return {text_size, ink, width};
}

double heading_height(const BubblePicture& picture) {
  return measure(heading_of(picture.axis), heading_style()).height + heading_gap;
}

TextStyle moderator_style() {
  return {text_size, quiet, plot_width, 0, Align::centre};
}

double moderator_height(const BubblePicture& picture) {
  return foot_room / 2.0 + measure({"", picture.moderator_label}, moderator_style()).height;
}

double heaviest_of(const BubblePicture& picture) {
  return std::ranges::max(picture.bubbles, {}, &Bubble::weight_percent).weight_percent;
}

double radius_of(const BubblePicture& picture, double weight_percent) {
  const double heaviest = heaviest_of(picture);
  return heaviest > 0.0 ? std::max(least_radius, most_radius * std::sqrt(weight_percent / heaviest))
                        : least_radius;
}

void draw_bubble(Canvas& canvas, Point at, double radius) {
  canvas.disc(at, radius, study_colour(), 0.30);
  canvas.circle(at, radius, {study_colour(), 0.9});
}

void draw_axes(Canvas& canvas, const BubblePicture& picture, const Scale& across, const Scale& up,
               const Box& plot) {
  canvas.text(heading_of(picture.axis), heading_style(),
              {plot.left - number_room, plot.top - heading_height(picture)});
  draw_effect_axis_upright(canvas, picture.axis, up, plot);
  const Ticks ticks = nice_ticks(across.values.low, across.values.high, wanted_ticks);
  for (const double value : ticks.values) {
    const double x = across(value);
    canvas.line({x, plot.bottom}, {x, plot.bottom + 2.5}, {quiet, 0.5});
    canvas.text({"", print_tick(value, ticks.decimals)}, {text_size, quiet, 0.0, 0, Align::centre},
                {x, plot.bottom + 3.5});
  }
  canvas.text({"", picture.moderator_label}, moderator_style(),
              {(plot.left + plot.right) / 2.0, plot.bottom + foot_room / 2.0});
  if (picture.axis.marks_no_effect) {
    canvas.line({plot.left, up(0.0)}, {plot.right, up(0.0)}, {ink, 0.8});
  }
  for (std::size_t i = 0; i < picture.thresholds.size(); ++i) {
    for (const double value : picture.thresholds[i].values) {
      draw_threshold(canvas, i, {plot.left, up(value)}, {plot.right, up(value)});
    }
  }
  canvas.outline(plot, {hairline, 0.6});
}

void draw_fit(Canvas& canvas, const BubblePicture& picture, const Scale& across, const Scale& up,
              const Box& plot) {
  std::vector<Point> middle;
  std::vector<Point> band;
  for (const FittedEffect& point : picture.line) {
    const double x = across(point.moderator);
    middle.push_back({x, up(point.effect.estimate)});
    band.push_back({x, up(point.effect.interval.high)});
  }
  // Back along the lower edge.
  for (std::size_t i = picture.line.size(); i-- > 0;) {
    band.push_back({across(picture.line[i].moderator), up(picture.line[i].effect.interval.low)});
  }
  canvas.clipped(plot, {}, [&] {
    canvas.area(band, pooled_colour(), 0.15);
    canvas.lines(middle, {pooled_colour(), 1.4});
  });
}

void draw_bubbles(Canvas& canvas, const BubblePicture& picture, const Scale& across,
                  const Scale& up) {
  std::vector<Bubble> order = picture.bubbles;
  // Large ones first, so that none hides a small one.
  std::ranges::stable_sort(order, std::greater{}, &Bubble::weight_percent);
  for (const Bubble& bubble : order) {
    draw_bubble(canvas, {across(bubble.moderator), up(bubble.estimate)},
                radius_of(picture, bubble.weight_percent));
  }
}

std::vector<KeyEntry> key_of(const BubblePicture& picture) {
  std::vector<KeyEntry> entries;
  entries.push_back({fmt::format("studies ({}), the area is the weight: the largest {:.1f} %",
                                 picture.bubbles.size(), heaviest_of(picture)),
                     [](Canvas& canvas, const Box& box) {
                       draw_bubble(canvas,
                                   {(box.left + box.right) / 2.0, (box.top + box.bottom) / 2.0},
                                   box.height() / 2.0);
                     }});
  if (!picture.line.empty()) {
    entries.push_back({picture.line_label, [](Canvas& canvas, const Box& box) {
                         const double y = (box.top + box.bottom) / 2.0;
                         canvas.fill(box, pooled_colour(), 0.15);
                         canvas.line({box.left, y}, {box.right, y}, {pooled_colour(), 1.4});
                       }});
  }
  const std::vector<KeyEntry> thresholds = threshold_key(picture.thresholds, picture.axis);
  entries.insert(entries.end(), thresholds.begin(), thresholds.end());
  return entries;
}

std::string in_words(const BubblePicture& picture) {
  const EffectAxis& axis = picture.axis;
  std::string words = fmt::format("{}\n{} against {}.", picture.texts.subtitle, axis.label,
                                  picture.moderator_label);
  for (const Bubble& bubble : picture.bubbles) {
    words +=
        fmt::format("\n{}: {} at {:g}, weight {:.1f} %.", bubble.name,
                    print_effect(bubble.estimate, axis), bubble.moderator, bubble.weight_percent);
  }
  if (!picture.line.empty()) {
    const auto end = [&axis](const FittedEffect& point) {
      return fmt::format("{} at {:g}", print_effect(point.effect, axis), point.moderator);
    };
    words += fmt::format("\n{}: from {} to {}.", picture.line_label, end(picture.line.front()),
                         end(picture.line.back()));
  }
  return words + "\n" + picture.texts.footer;
}

Error unfit(std::string place, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::move(place), std::move(seen), std::move(allowed), ""};
}

Expected<void> check_number(double value, double least, double most, const std::string& place) {
  if (value >= least && value <= most) {
    return {};
  }
  return tl::unexpected(
      unfit(place, fmt::format("{}", value), fmt::format("a number from {} to {}", least, most)));
}

Expected<void> check(const Bubble& bubble, EffectScale scale, const std::string& place) {
  return check_name(bubble.name, place + ".name")
      .and_then(
          [&] { return check_number(bubble.moderator, -largest, largest, place + ".moderator"); })
      .and_then([&] { return check_effect(bubble.estimate, scale, place + ".estimate"); })
      .and_then([&] {
        return check_number(bubble.weight_percent, 0.0, all_percent, place + ".weight_percent");
      });
}

Expected<void> check_line(const BubblePicture& picture) {
  if (picture.line.size() == 1) {
    return tl::unexpected(unfit("line", "one point", "none, or two and more"));
  }
  for (std::size_t i = 0; i < picture.line.size(); ++i) {
    const std::string place = fmt::format("line[{}]", i);
    const double least = i == 0 ? -largest : picture.line[i - 1].moderator;
    auto sound =
        check_number(picture.line[i].moderator, least, largest, place + ".moderator").and_then([&] {
          return check(picture.line[i].effect, picture.axis.scale, place + ".effect");
        });
    if (!sound) {
      return sound;
    }
  }
  return picture.line.empty() ? Expected<void>{} : check_name(picture.line_label, "line_label");
}

Expected<void> check(const BubblePicture& picture) {
  if (picture.bubbles.empty()) {
    return tl::unexpected(unfit("bubbles", "none", "a picture of something"));
  }
  for (std::size_t i = 0; i < picture.bubbles.size(); ++i) {
    auto sound = check(picture.bubbles[i], picture.axis.scale, fmt::format("bubbles[{}]", i));
    if (!sound) {
      return sound;
    }
  }
  return check_line(picture)
      .and_then([&] { return check(picture.thresholds, picture.axis.scale); })
      .and_then([&] { return check_name(picture.moderator_label, "moderator_label"); })
      .and_then([&] { return check(picture.axis); })
      .and_then([&] { return check(picture.texts); });
}

}  // namespace

Size page_size(const BubblePicture& picture) {
  return {width + 2.0 * margin,
          std::ceil(2.0 * margin + head_height(picture.texts, width) + heading_height(picture) +
                    plot_height + moderator_height(picture) + key_height(key_of(picture), width) +
                    foot_height(picture.texts, width))};
}

void compose(Canvas& canvas, const BubblePicture& picture) {
  draw_head(canvas, picture.texts, {margin, margin}, width);
  draw_foot(canvas, picture.texts, {margin, canvas.size().height - margin}, width);
  const double top = margin + head_height(picture.texts, width) + heading_height(picture);
  const double left = margin + number_room;
  const Box plot{left, top, left + plot_width, top + plot_height};
  const Scale across{moderator_range(picture), plot.left, plot.right};
  // Bubbles on the outermost effects keep their whole area inside the frame.
  const Scale up{upright_range(picture), plot.bottom - most_radius, plot.top + most_radius};
  draw_axes(canvas, picture, across, up, plot);
  if (!picture.line.empty()) {
    draw_fit(canvas, picture, across, up, plot);
  }
  draw_bubbles(canvas, picture, across, up);
  draw_key_lines(canvas, key_of(picture), {margin, plot.bottom + moderator_height(picture)}, width);
}

Expected<std::string> draw(const BubblePicture& picture, Format format) {
  if (auto sound = check(picture); !sound) {
    return tl::unexpected(sound.error());
  }
  return draw_page(format, page_size(picture), {picture.texts.title, in_words(picture)},
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const BubblePicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
