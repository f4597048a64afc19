#include "coldplan/drawing/funnel_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/effect_marks.h"
#include "coldplan/drawing/key_lines.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double margin = 32.0;
constexpr double number_room = 36.0;
constexpr double plot_width = 420.0;
constexpr double plot_height = 300.0;
constexpr double width = number_room + plot_width;
constexpr double heading_room = 18.0;
constexpr double text_size = 8.0;
constexpr double mark_radius = 3.2;
constexpr double room_share = 0.06;  // of the largest standard error, under it
constexpr int wanted_ticks = 6;

// From no effect outward; each zone is darker than its neighbours, so that zones never look alike.
constexpr std::array<Colour, most_contours> zone_colours{
    {{0.80, 0.84, 0.88}, {0.88, 0.91, 0.93}, {0.95, 0.96, 0.97}}};

double largest_error(const FunnelPicture& picture) {
  double largest = 0.0;
  for (const std::vector<FunnelMark>* marks : {&picture.studies, &picture.filled}) {
    for (const FunnelMark& mark : *marks) {
      largest = std::max(largest, mark.standard_error);
    }
  }
  return largest;
}

/// No effect, the marks, and the limits as wide as they get.
Interval across_range(const FunnelPicture& picture) {
  std::vector<double> values{0.0};
  for (const std::vector<FunnelMark>* marks : {&picture.studies, &picture.filled}) {
    for (const FunnelMark& mark : *marks) {
      values.push_back(mark.estimate);
    }
  }
  const double half = picture.limits.standard_errors * largest_error(picture);
  values.insert(values.end(), {picture.pooled.estimate - half, picture.pooled.estimate + half});
  if (picture.adjusted) {
    values.push_back(picture.adjusted->estimate);
  }
  return effect_range({}, values, {});
}

/// Where effects and standard errors are on the page.
struct Plane {
  Scale across;
  Scale down;
  Box plot;

  [[nodiscard]] Point at(double effect, double standard_error) const {
    return {across(effect), down(standard_error)};
  }
};

/// The tip and both feet of lines at so many standard errors.
std::array<Point, 3> triangle(const Plane& plane, double centre, double standard_errors) {
  const double foot = plane.down.values.high;
  return {plane.at(centre - standard_errors * foot, foot), plane.at(centre, 0.0),
          plane.at(centre + standard_errors * foot, foot)};
}

void draw_zones(Canvas& canvas, const FunnelPicture& picture, const Plane& plane) {
  if (picture.contours.empty()) {
    return;
  }
  canvas.clipped(plane.plot, {}, [&] {
    // From the outermost inward, each triangle over the zone outside it.
    canvas.fill(plane.plot, zone_colours.at(picture.contours.size() - 1));
    for (std::size_t i = picture.contours.size(); i-- > 0;) {
      canvas.area(triangle(plane, 0.0, picture.contours[i].standard_errors),
                  i == 0 ? white : zone_colours.at(i - 1));
    }
  });
}

void draw_axes(Canvas& canvas, const FunnelPicture& picture, const Plane& plane) {
  const Box& plot = plane.plot;
  const Ticks ticks = nice_ticks(0.0, plane.down.values.high, wanted_ticks);
  const TextStyle style{text_size, quiet, 0.0, 0, Align::right};
  for (const double value : ticks.values) {
    const double y = plane.down(value);
    const Text number{"", print_tick(value, ticks.decimals)};
    canvas.line({plot.left, y}, {plot.right, y}, {hairline, 0.4, {}, 0.7});
    canvas.text(number, style, {plot.left - 4.0, y - measure(number, style).height / 2.0});
  }
  // What goes down stands over the axis, so that nobody has to turn the head.
  canvas.text({"", "Down: standard error, the most precise studies on top"},
              {text_size, ink, width}, {plot.left - number_room, plot.top - heading_room});
  canvas.outline(plot, {hairline, 0.6});
  draw_effect_axis(canvas, picture.axis, plane.across, plot);
}

Stroke pooled_stroke() {
  return {pooled_colour(), 1.1};
}
Stroke adjusted_stroke() {
  return {pooled_colour(), 1.1, {1.5, 2.5}};
}
Stroke limits_stroke() {
  return {ink, 0.7, {4.0, 2.5}};
}

void draw_lines(Canvas& canvas, const FunnelPicture& picture, const Plane& plane) {
  const Box& plot = plane.plot;
  const auto upright = [&](double effect, const Stroke& stroke) {
    canvas.line({plane.across(effect), plot.top}, {plane.across(effect), plot.bottom}, stroke);
  };
  upright(0.0, {ink, 0.6});
  upright(picture.pooled.estimate, pooled_stroke());
  if (picture.adjusted) {
    upright(picture.adjusted->estimate, adjusted_stroke());
  }
  canvas.clipped(plot, {}, [&] {
    canvas.lines(triangle(plane, picture.pooled.estimate, picture.limits.standard_errors),
                 limits_stroke());
  });
}

void draw_study(Canvas& canvas, Point at) {
  canvas.disc(at, mark_radius + 0.6, white);
  canvas.disc(at, mark_radius, study_colour());
}

void draw_filled(Canvas& canvas, Point at) {
  canvas.disc(at, mark_radius, white);
  canvas.circle(at, mark_radius, {study_colour(), 1.0});
}

Point middle_of(const Box& box) {
  return {(box.left + box.right) / 2.0, (box.top + box.bottom) / 2.0};
}

KeyEntry line_entry(std::string words, Stroke stroke) {
  return {std::move(words), [stroke = std::move(stroke)](Canvas& canvas, const Box& box) {
            const double y = middle_of(box).y;
            canvas.line({box.left, y}, {box.right, y}, stroke);
          }};
}

std::vector<KeyEntry> key_of(const FunnelPicture& picture) {
  const EffectAxis& axis = picture.axis;
  std::vector<KeyEntry> entries;
  entries.push_back({fmt::format("studies ({})", picture.studies.size()),
                     [](Canvas& canvas, const Box& box) { draw_study(canvas, middle_of(box)); }});
  if (!picture.filled.empty()) {
    entries.push_back(
        {fmt::format("filled in ({})", picture.filled.size()),
         [](Canvas& canvas, const Box& box) { draw_filled(canvas, middle_of(box)); }});
  }
  const auto valued = [&axis](const FunnelValue& value) {
    return fmt::format("{}: {}", value.label, print_effect(value.estimate, axis));
  };
  entries.push_back(line_entry(valued(picture.pooled), pooled_stroke()));
  if (picture.adjusted) {
    entries.push_back(line_entry(valued(*picture.adjusted), adjusted_stroke()));
  }
  entries.push_back(line_entry(picture.limits.label, limits_stroke()));
  for (std::size_t i = 0; i < picture.contours.size(); ++i) {
    entries.push_back({picture.contours[i].label, [i](Canvas& canvas, const Box& box) {
                         canvas.fill(box, zone_colours.at(i));
                         canvas.outline(box, {hairline, 0.6});
                       }});
  }
  return entries;
}

std::string in_words(const FunnelPicture& picture) {
  const EffectAxis& axis = picture.axis;
  std::string words =
      fmt::format("{}\n{} against its standard error.", picture.texts.subtitle, axis.label);
  const auto add = [&](const FunnelMark& mark, const char* kind) {
    words += fmt::format("\n{}{}: {}, standard error {:.3g}.", mark.name, kind,
                         print_effect(mark.estimate, axis), mark.standard_error);
  };
  for (const FunnelMark& mark : picture.studies) {
    add(mark, "");
  }
  for (const FunnelMark& mark : picture.filled) {
    add(mark, " (filled in)");
  }
  words +=
      fmt::format("\n{}: {}.", picture.pooled.label, print_effect(picture.pooled.estimate, axis));
  if (picture.adjusted) {
    words += fmt::format("\n{}: {}.", picture.adjusted->label,
                         print_effect(picture.adjusted->estimate, axis));
  }
  return words + "\n" + picture.texts.footer;
}

Error unfit(std::string place, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::move(place), std::move(seen), std::move(allowed), ""};
}

Expected<void> check_positive(double value, const std::string& place) {
  constexpr double largest = 1e6;
  if (value > 0.0 && value <= largest) {
    return {};
  }
  return tl::unexpected(unfit(place, fmt::format("{}", value), "a positive finite number"));
}

Expected<void> check(const std::vector<FunnelMark>& marks, EffectScale scale,
                     const std::string& place) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::string where = fmt::format("{}[{}]", place, i);
    auto sound =
        check_name(marks[i].name, where + ".name")
            .and_then([&] { return check_effect(marks[i].estimate, scale, where + ".estimate"); })
            .and_then(
                [&] { return check_positive(marks[i].standard_error, where + ".standard_error"); });
    if (!sound) {
      return sound;
    }
  }
  return {};
}

Expected<void> check(const FunnelValue& value, EffectScale scale, const std::string& place) {
  return check_name(value.label, place + ".label").and_then([&] {
    return check_effect(value.estimate, scale, place + ".estimate");
  });
}

Expected<void> check(const FunnelLines& lines, const std::string& place) {
  return check_name(lines.label, place + ".label").and_then([&] {
    return check_positive(lines.standard_errors, place + ".standard_errors");
  });
}

Expected<void> check(const std::vector<FunnelLines>& contours) {
  if (contours.size() > most_contours) {
    return tl::unexpected(unfit("contours", fmt::format("{}", contours.size()),
                                fmt::format("at most {}", most_contours)));
  }
  for (std::size_t i = 0; i < contours.size(); ++i) {
    const std::string place = fmt::format("contours[{}]", i);
    if (auto sound = check(contours[i], place); !sound) {
      return sound;
    }
    if (i > 0 && contours[i].standard_errors <= contours[i - 1].standard_errors) {
      return tl::unexpected(unfit(place + ".standard_errors",
                                  fmt::format("{}", contours[i].standard_errors),
                                  fmt::format("above {}", contours[i - 1].standard_errors)));
    }
  }
  return {};
}

Expected<void> check(const FunnelPicture& picture) {
  const EffectScale scale = picture.axis.scale;
  if (picture.studies.empty()) {
    return tl::unexpected(unfit("studies", "none", "a picture of something"));
  }
  return check(picture.studies, scale, "studies")
      .and_then([&] { return check(picture.filled, scale, "filled"); })
      .and_then([&] { return check(picture.pooled, scale, "pooled"); })
      .and_then([&] { return check(picture.limits, "limits"); })
      .and_then([&]() -> Expected<void> {
        return picture.adjusted ? check(*picture.adjusted, scale, "adjusted") : Expected<void>{};
      })
      .and_then([&] { return check(picture.contours); })
      .and_then([&] { return check(picture.axis); })
      .and_then([&] { return check(picture.texts); });
}

}  // namespace

Size page_size(const FunnelPicture& picture) {
  return {width + 2.0 * margin,
          std::ceil(2.0 * margin + head_height(picture.texts, width) + heading_room + plot_height +
                    effect_axis_height(picture.axis, plot_width) +
                    key_height(key_of(picture), width) + foot_height(picture.texts, width))};
}

void compose(Canvas& canvas, const FunnelPicture& picture) {
  draw_head(canvas, picture.texts, {margin, margin}, width);
  draw_foot(canvas, picture.texts, {margin, canvas.size().height - margin}, width);
  const double top = margin + head_height(picture.texts, width) + heading_room;
  const double left = margin + number_room;
  const Box plot{left, top, left + plot_width, top + plot_height};
  const Plane plane{{across_range(picture), plot.left, plot.right},
                    {{0.0, (1.0 + room_share) * largest_error(picture)}, plot.top, plot.bottom},
                    plot};
  draw_zones(canvas, picture, plane);
  draw_axes(canvas, picture, plane);
  draw_lines(canvas, picture, plane);
  for (const FunnelMark& mark : picture.filled) {
    draw_filled(canvas, plane.at(mark.estimate, mark.standard_error));
  }
  for (const FunnelMark& mark : picture.studies) {
    draw_study(canvas, plane.at(mark.estimate, mark.standard_error));
  }
  const double under = plot.bottom + effect_axis_height(picture.axis, plot_width);
  draw_key_lines(canvas, key_of(picture), {margin, under}, width);
}

Expected<std::string> draw(const FunnelPicture& picture, Format format) {
  if (auto sound = check(picture); !sound) {
    return tl::unexpected(sound.error());
  }
  return draw_page(format, page_size(picture), {picture.texts.title, in_words(picture)},
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const FunnelPicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
