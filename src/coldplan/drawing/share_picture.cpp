#include "coldplan/drawing/share_picture.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/marker.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {
namespace {

constexpr double margin = 32.0;
constexpr double label_width = 232.0;
constexpr double label_gap = 10.0;
constexpr double plot_width = 360.0;
constexpr double width = label_width + label_gap + plot_width;
constexpr double row_height = 24.0;
constexpr double key_room = 20.0;
constexpr double foot_room = 30.0;
constexpr double text_size = 8.0;
constexpr double mark_radius = 3.6;
constexpr double percent = 100.0;
constexpr double room = 2.0;  // beyond 0 and 100 %, for half a mark
constexpr int wanted_ticks = 10;

double plot_height(const SharePicture& picture) {
  return row_height * static_cast<double>(picture.rows.size());
}

/// Which mark means what, in one line over the plot.
void draw_key(Canvas& canvas, const SharePicture& picture, Point at) {
  for (std::size_t i = 0; i < picture.nominals.size(); ++i) {
    const Text text{"", picture.nominals[i].label};
    const TextStyle style{text_size, ink};
    draw_marker(canvas, i, {at.x + 4.0, at.y + text_size * 0.6}, mark_radius);
    canvas.text(text, style, {at.x + 12.0, at.y});
    at.x += 12.0 + measure(text, style).width + 18.0;
  }
}

void draw_axis(Canvas& canvas, const Scale& across, const Box& plot) {
  const Ticks ticks = nice_ticks(0.0, percent, wanted_ticks);
  for (const double value : ticks.values) {
    const double x = across(value);
    canvas.line({x, plot.top}, {x, plot.bottom}, {hairline, 0.4, {}, 0.7});
    canvas.text({"", print_tick(value, ticks.decimals)}, {text_size, quiet, 0.0, 0, Align::centre},
                {x, plot.bottom + 3.5});
  }
  canvas.text({"", "share of rows, %"}, {text_size, quiet, 0.0, 0, Align::centre},
              {(plot.left + plot.right) / 2.0, plot.bottom + 14.5});
}

void draw_row(Canvas& canvas, const SharePicture& picture, const ShareRow& row, const Scale& across,
              double middle) {
  const TextStyle label{text_size, ink, label_width, 1, Align::right};
  const TextStyle note{7.0, quiet, label_width, 1, Align::right};
  const double right = margin + label_width;
  canvas.text({"", row.label}, label, {right, middle - 10.0});
  canvas.text({"", row.note}, note, {right, middle + 0.5});
  for (std::size_t i = 0; i < row.shares.size(); ++i) {
    // From the nominal to the share, so that what is missing is a length.
    const double x = across(percent * row.shares[i]);
    const double y =
        middle + (static_cast<double>(i) - 0.5 * static_cast<double>(row.shares.size() - 1)) * 7.0;
    canvas.line({across(percent * picture.nominals[i].share), y}, {x, y},
                {marker_colour(i), 1.2, {}, 0.7});
    draw_marker(canvas, i, {x, y}, mark_radius);
  }
}

std::string in_words(const SharePicture& picture) {
  std::string words = picture.texts.subtitle;
  for (const ShareRow& row : picture.rows) {
    words += fmt::format("\n{}, {}:", row.label, row.note);
    for (std::size_t i = 0; i < row.shares.size(); ++i) {
      words += fmt::format(" {}: {:.0f} %;", picture.nominals[i].label, percent * row.shares[i]);
    }
  }
  return words + "\n" + picture.texts.footer;
}

Error unfit(std::string place, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::move(place), std::move(seen), std::move(allowed), ""};
}

Expected<void> check(const ShareRow& row, std::size_t nominals, const std::string& place) {
  if (row.shares.size() != nominals) {
    return tl::unexpected(unfit(place + ".shares", fmt::format("{} shares", row.shares.size()),
                                fmt::format("one for each of {}", nominals)));
  }
  for (std::size_t i = 0; i < nominals; ++i) {
    if (!(row.shares[i] >= 0.0 && row.shares[i] <= 1.0)) {
      return tl::unexpected(unfit(fmt::format("{}.shares[{}]", place, i),
                                  fmt::format("{}", row.shares[i]), "a share of 0 to 1"));
    }
  }
  return check_name(row.label, place + ".label").and_then([&] {
    return check_text(row.note, place + ".note");
  });
}

Expected<void> check(const SharePicture& picture) {
  if (picture.nominals.empty() || picture.rows.empty()) {
    return tl::unexpected(unfit("rows", "none", "a picture of something"));
  }
  for (std::size_t i = 0; i < picture.nominals.size(); ++i) {
    auto sound = check_name(picture.nominals[i].label, fmt::format("nominals[{}].label", i));
    if (!sound) {
      return sound;
    }
  }
  for (std::size_t i = 0; i < picture.rows.size(); ++i) {
    auto sound = check(picture.rows[i], picture.nominals.size(), fmt::format("rows[{}]", i));
    if (!sound) {
      return sound;
    }
  }
  return check(picture.texts);
}

}  // namespace

Size page_size(const SharePicture& picture) {
  return {width + 2.0 * margin,
          std::ceil(2.0 * margin + head_height(picture.texts, width) + key_room +
                    plot_height(picture) + foot_room + foot_height(picture.texts, width))};
}

void compose(Canvas& canvas, const SharePicture& picture) {
  draw_head(canvas, picture.texts, {margin, margin}, width);
  draw_foot(canvas, picture.texts, {margin, canvas.size().height - margin}, width);
  const double top = margin + head_height(picture.texts, width) + key_room;
  const double left = margin + label_width + label_gap;
  const Box plot{left, top, left + plot_width, top + plot_height(picture)};
  const Scale across{{-room, percent + room}, plot.left, plot.right};
  draw_key(canvas, picture, {plot.left, top - key_room});
  draw_axis(canvas, across, plot);
  for (std::size_t i = 0; i < picture.nominals.size(); ++i) {
    const double x = across(percent * picture.nominals[i].share);
    canvas.line({x, plot.top}, {x, plot.bottom}, {marker_colour(i), 0.9, {4.0, 2.5}});
  }
  canvas.outline(plot, {hairline, 0.6});
  double middle = top + row_height / 2.0;
  for (const ShareRow& row : picture.rows) {
    draw_row(canvas, picture, row, across, middle);
    middle += row_height;
  }
}

Expected<std::string> draw(const SharePicture& picture, Format format) {
  if (auto sound = check(picture); !sound) {
    return tl::unexpected(sound.error());
  }
  return draw_page(format, page_size(picture), {picture.texts.title, in_words(picture)},
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const SharePicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
