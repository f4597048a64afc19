#include "coldplan/drawing/scatter_picture.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/marker.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double margin = 32.0;
constexpr double plot_side = 290.0;
constexpr double axis_room = 46.0;  // numbers and what they are, upright
constexpr double foot_room = 30.0;
constexpr double heading_room = 18.0;
constexpr double panel_gap = 14.0;
constexpr double key_gap = 16.0;
constexpr double key_width = 136.0;
constexpr double text_size = 8.0;
constexpr double mark_radius = 2.6;
constexpr int wanted_ticks = 7;
// So many marks would bury those of other series.
constexpr std::size_t many = 30;
constexpr double small_radius = 1.3;
constexpr double room_share = 0.04;  // of a range, between its ends and the frame

double content_width(const ScatterPicture& picture) {
  const auto panels = static_cast<double>(picture.panels.size());
  return panels * (axis_room + plot_side) + (panels - 1.0) * panel_gap + key_gap + key_width;
}

TextStyle key_style() {
  return {text_size, ink, key_width - 12.0};
}

std::size_t count_of(const ScatterPicture& picture, std::size_t name) {
  std::size_t count = 0;
  for (const ScatterPanel& panel : picture.panels) {
    std::size_t own = 0;
    for (const ScatterSeries& series : panel.series) {
      own += series.name == name ? series.marks.size() : 0;
    }
    // Panels may show the same marks another way.
    count = std::max(count, own);
  }
  return count;
}

Text key_text(const ScatterPicture& picture, std::size_t name) {
  return {"", fmt::format("{} ({})", picture.series[name], count_of(picture, name))};
}

double key_height(const ScatterPicture& picture) {
  double height = 0.0;
  for (std::size_t name = 0; name < picture.series.size(); ++name) {
    height += measure(key_text(picture, name), key_style()).height + 3.0;
  }
  return height;
}

double body_height(const ScatterPicture& picture) {
  return std::max(heading_room + plot_side + foot_room, heading_room + key_height(picture));
}

/// The ranges of a panel: marks, and bars as far as they do not leave all marks in a corner.
struct Ranges {
  Interval x;
  Interval y;
};

Interval with_room(const std::vector<double>& values) {
  const Interval range = interval_of(values);
  // A range of no width still needs one.
  const double room = range.high > range.low ? room_share * (range.high - range.low) : 0.5;
  return {range.low - room, range.high + room};
}

/// Ends of bars, none farther from the marks than these are apart.
std::vector<double> bar_ends(const ScatterPanel& panel, const std::vector<double>& marks) {
  const Interval range = interval_of(marks);
  const double apart = range.high > range.low ? range.high - range.low : INFINITY;
  std::vector<double> ends;
  for (const ScatterSeries& series : panel.series) {
    for (const ScatterMark& mark : series.marks) {
      if (mark.bar) {
        ends.push_back(std::max(mark.bar->low, range.low - apart));
        ends.push_back(std::min(mark.bar->high, range.high + apart));
      }
    }
  }
  return ends;
}

Ranges ranges_of(const ScatterPanel& panel) {
  std::vector<double> x;
  std::vector<double> y;
  for (const ScatterSeries& series : panel.series) {
    for (const ScatterMark& mark : series.marks) {
      x.push_back(mark.x);
      y.push_back(mark.y);
    }
  }
  const std::vector<double> ends = bar_ends(panel, y);
  y.insert(y.end(), ends.begin(), ends.end());
  if (panel.line == ScatterLine::identity) {
    x.insert(x.end(), y.begin(), y.end());
    y = x;
  } else {
    y.push_back(0.0);
  }
  return {with_room(x), with_room(y)};
}

void draw_axes(Canvas& canvas, const ScatterPanel& panel, const Scale& across, const Scale& up,
               const Box& plot) {
  const Stroke grid{hairline, 0.4, {}, 0.7};
  const Ticks x_ticks = nice_ticks(across.values.low, across.values.high, wanted_ticks);
  const Ticks y_ticks = nice_ticks(up.values.low, up.values.high, wanted_ticks);
  for (const double value : x_ticks.values) {
    const double x = across(value);
    canvas.line({x, plot.top}, {x, plot.bottom}, grid);
    canvas.text({"", print_tick(value, x_ticks.decimals)},
                {text_size, quiet, 0.0, 0, Align::centre}, {x, plot.bottom + 3.5});
  }
  const TextStyle style{text_size, quiet, 0.0, 0, Align::right};
  for (const double value : y_ticks.values) {
    const double y = up(value);
    canvas.line({plot.left, y}, {plot.right, y}, grid);
    const Text number{"", print_tick(value, y_ticks.decimals)};
    canvas.text(number, style, {plot.left - 4.0, y - measure(number, style).height / 2.0});
  }
  canvas.text({"", panel.x_label}, {text_size, quiet, plot.width(), 0, Align::centre},
              {(plot.left + plot.right) / 2.0, plot.bottom + 14.5});
  // What goes up stands over the axis, so that nobody has to turn the head.
  canvas.text({panel.heading, ". Up: " + panel.y_label}, {text_size, ink, plot.width() + axis_room},
              {plot.left - axis_room, plot.top - heading_room});
}

void draw_line(Canvas& canvas, ScatterLine line, const Scale& across, const Scale& up) {
  const Interval x = across.values;
  const bool is_identity = line == ScatterLine::identity;
  canvas.line({across(x.low), up(is_identity ? x.low : 0.0)},
              {across(x.high), up(is_identity ? x.high : 0.0)}, {ink, 0.8, {4.0, 2.5}});
}

void draw_series(Canvas& canvas, const ScatterSeries& series, const Scale& across,
                 const Scale& up) {
  const bool is_many = series.marks.size() > many;
  const Stroke bar{marker_colour(series.name), is_many ? 0.4 : 0.8, {}, is_many ? 0.2 : 0.6};
  for (const ScatterMark& mark : series.marks) {
    if (mark.bar) {
      const double x = across(mark.x);
      // A bar that goes on beyond the frame ends there.
      canvas.line({x, up(std::max(mark.bar->low, up.values.low))},
                  {x, up(std::min(mark.bar->high, up.values.high))}, bar);
    }
  }
  for (const ScatterMark& mark : series.marks) {
    draw_marker(canvas, series.name, {across(mark.x), up(mark.y)},
                is_many ? small_radius : mark_radius);
  }
}

void draw_panel(Canvas& canvas, const ScatterPanel& panel, const Box& plot) {
  const Ranges ranges = ranges_of(panel);
  const Scale across{ranges.x, plot.left, plot.right};
  const Scale up{ranges.y, plot.bottom, plot.top};
  draw_axes(canvas, panel, across, up, plot);
  draw_line(canvas, panel.line, across, up);
  std::vector<const ScatterSeries*> order;
  for (const ScatterSeries& series : panel.series) {
    order.push_back(&series);
  }
  std::stable_sort(order.begin(), order.end(), [](const ScatterSeries* a, const ScatterSeries* b) {
    return a->marks.size() > b->marks.size();
  });
  for (const ScatterSeries* series : order) {
    draw_series(canvas, *series, across, up);
  }
  canvas.outline(plot, {hairline, 0.6});
}

void draw_key(Canvas& canvas, const ScatterPicture& picture, Point at) {
  for (std::size_t name = 0; name < picture.series.size(); ++name) {
    const Text text = key_text(picture, name);
    const double height = measure(text, key_style()).height;
    draw_marker(canvas, name, {at.x + 4.0, at.y + text_size * 0.6}, mark_radius);
    canvas.text(text, key_style(), {at.x + 12.0, at.y});
    at.y += height + 3.0;
  }
}

std::string in_words(const ScatterPicture& picture) {
  std::string words = picture.texts.subtitle;
  for (const ScatterPanel& panel : picture.panels) {
    words += fmt::format("\n{}: {} (up) against {}.", panel.heading, panel.y_label, panel.x_label);
    for (const ScatterSeries& series : panel.series) {
      words += fmt::format("\n{}:", picture.series[series.name]);
      for (const ScatterMark& mark : series.marks) {
        words += fmt::format(" {:.1f} at {:.1f}", mark.y, mark.x);
        words += mark.bar ? fmt::format(" ({:.1f} to {:.1f});", mark.bar->low, mark.bar->high)
                          : std::string{";"};
      }
    }
  }
  return words + "\n" + picture.texts.footer;
}

bool is_finite(const ScatterMark& mark) {
  return std::isfinite(mark.x) && std::isfinite(mark.y) &&
         (!mark.bar || (std::isfinite(mark.bar->low) && std::isfinite(mark.bar->high)));
}

Error unfit(std::string place, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::move(place), std::move(seen), std::move(allowed), ""};
}

Expected<void> check(const ScatterPanel& panel, std::size_t names, const std::string& place) {
  std::size_t count = 0;
  for (std::size_t s = 0; s < panel.series.size(); ++s) {
    const ScatterSeries& series = panel.series[s];
    const std::string where = fmt::format("{}.series[{}]", place, s);
    if (series.name >= names) {
      return tl::unexpected(
          unfit(where + ".name", fmt::format("{}", series.name), "the place of a name"));
    }
    const auto broken = std::find_if_not(series.marks.begin(), series.marks.end(), is_finite);
    if (broken != series.marks.end()) {
      return tl::unexpected(unfit(fmt::format("{}.marks[{}]", where, broken - series.marks.begin()),
                                  "not a number", "finite"));
    }
    count += series.marks.size();
  }
  if (count == 0) {
    return tl::unexpected(unfit(place, "no mark", "a panel with marks"));
  }
  return check_text(panel.heading + panel.x_label + panel.y_label, place);
}

Expected<void> check(const ScatterPicture& picture) {
  const std::size_t panels = picture.panels.size();
  if (panels == 0 || panels > most_panels) {
    return tl::unexpected(unfit("panels", fmt::format("{}", panels), "one or two"));
  }
  if (picture.series.size() > most_series) {
    return tl::unexpected(unfit("series", fmt::format("{}", picture.series.size()),
                                fmt::format("at most {} names", most_series)));
  }
  for (std::size_t i = 0; i < picture.series.size(); ++i) {
    if (auto sound = check_name(picture.series[i], fmt::format("series[{}]", i)); !sound) {
      return sound;
    }
  }
  for (std::size_t i = 0; i < panels; ++i) {
    auto sound = check(picture.panels[i], picture.series.size(), fmt::format("panels[{}]", i));
    if (!sound) {
      return sound;
    }
  }
  return check(picture.texts);
}

}  // namespace

Size page_size(const ScatterPicture& picture) {
  const double width = content_width(picture);
  return {width + 2.0 * margin,
          std::ceil(2.0 * margin + head_height(picture.texts, width) + body_height(picture) +
                    foot_height(picture.texts, width))};
}

void compose(Canvas& canvas, const ScatterPicture& picture) {
  const double width = content_width(picture);
  draw_head(canvas, picture.texts, {margin, margin}, width);
  draw_foot(canvas, picture.texts, {margin, canvas.size().height - margin}, width);
  const double top = margin + head_height(picture.texts, width) + heading_room;
  double left = margin + axis_room;
  for (const ScatterPanel& panel : picture.panels) {
    draw_panel(canvas, panel, {left, top, left + plot_side, top + plot_side});
    left += plot_side + panel_gap + axis_room;
  }
  draw_key(canvas, picture, {margin + width - key_width, top});
}

Expected<std::string> draw(const ScatterPicture& picture, Format format) {
  if (auto sound = check(picture); !sound) {
    return tl::unexpected(sound.error());
  }
  return draw_page(format, page_size(picture), {picture.texts.title, in_words(picture)},
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const ScatterPicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
