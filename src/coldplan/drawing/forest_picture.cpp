#include "coldplan/drawing/forest_picture.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/forest_layout.h"

namespace coldplan::drawing {
namespace {

std::string cells_in_words(const ForestPicture& picture, const std::vector<std::string>& cells) {
  std::string words;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    words += fmt::format("; {} {}", picture.columns[i], cells[i]);
  }
  return words;
}

std::string named(const std::string& name, const std::string& note) {
  return note.empty() ? name : fmt::format("{} ({})", name, note);
}

std::string in_words(const ForestPicture& picture, const ForestPooled& pooled) {
  std::string words = fmt::format("\n{}: {}", named(pooled.name, pooled.note),
                                  print_effect(pooled.effect, picture.axis));
  if (pooled.prediction) {
    words += fmt::format("; {} {} to {}", prediction_words,
                         print_effect(pooled.prediction->low, picture.axis),
                         print_effect(pooled.prediction->high, picture.axis));
  }
  return words + cells_in_words(picture, pooled.cells) + ".";
}

std::string in_words(const ForestPicture& picture, const ForestGroup& group) {
  std::string words = group.heading.empty() ? "" : "\n" + group.heading + ":";
  for (const ForestRow& row : group.rows) {
    words +=
        fmt::format("\n{}: {}", named(row.name, row.note), print_effect(row.effect, picture.axis));
    words += row.weight_percent ? "; weight " + weight_words(*row.weight_percent) : "";
    words += cells_in_words(picture, row.cells) + ".";
  }
  for (const ForestPooled& pooled : group.pooled) {
    words += in_words(picture, pooled);
  }
  return words;
}

std::string directions_in_words(const EffectAxis& axis) {
  const std::string none = axis.scale == EffectScale::ratio ? "1" : "0";
  std::string words = fmt::format("\n{}; no effect is {}", axis.label, none);
  words += axis.below.empty() ? "" : fmt::format(", less {}", axis.below);
  words += axis.above.empty() ? "" : fmt::format(", more {}", axis.above);
  return words + ".";
}

std::string in_words(const ForestPicture& picture) {
  std::string words = picture.texts.subtitle + directions_in_words(picture.axis);
  words += picture.kind == ForestKind::studies ? "" : "\n" + name_heading(picture.kind) + ":";
  for (const ForestGroup& group : picture.groups) {
    words += in_words(picture, group);
  }
  for (const ForestPooled& pooled : picture.pooled) {
    words += in_words(picture, pooled);
  }
  for (const EffectThreshold& threshold : picture.thresholds) {
    for (const double value : threshold.values) {
      words += fmt::format("\n{}: {}.", threshold.label, print_effect(value, picture.axis));
    }
  }
  for (const NotPooled& study : picture.not_pooled) {
    words += fmt::format("\nNot pooled: {}: {} ({})", study.name, study.direction, study.why);
  }
  return words + "\n" + picture.texts.footer;
}

}  // namespace

Expected<std::string> draw(const ForestPicture& picture, Format format) {
  if (auto sound = check(picture); !sound) {
    return tl::unexpected(sound.error());
  }
  return draw_page(format, page_size(picture), {picture.texts.title, in_words(picture)},
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const ForestPicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
