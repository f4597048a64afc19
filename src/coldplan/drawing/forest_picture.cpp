#include "coldplan/drawing/forest_picture.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/forest_layout.h"

namespace coldplan::drawing {
namespace {

constexpr double all_percent = 100.0;

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

Error unfit(std::string place, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::move(place), std::move(seen), std::move(allowed), ""};
}

/// The first place of a list that cannot be drawn.
template <typename Element, typename Check>
Expected<void> check_each(const std::vector<Element>& list, const std::string& place,
                          const Check& check_one) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (auto sound = check_one(list[i], fmt::format("{}[{}]", place, i)); !sound) {
      return sound;
    }
  }
  return {};
}

Expected<void> check_cells(const std::vector<std::string>& cells, std::size_t wanted,
                           const std::string& place) {
  if (cells.size() != wanted) {
    return tl::unexpected(unfit(place, fmt::format("{} cells", cells.size()),
                                fmt::format("one for each of {} columns", wanted)));
  }
  return check_each(cells, place, check_text);
}

Expected<void> check_row(const ForestRow& row, const ForestPicture& picture,
                         const std::string& place) {
  const double weight = row.weight_percent.value_or(0.0);
  if (!(weight >= 0.0 && weight <= all_percent)) {
    return tl::unexpected(
        unfit(place + ".weight_percent", fmt::format("{}", weight), "a weight of 0 to 100"));
  }
  return check_name(row.name, place + ".name")
      .and_then([&] { return check_text(row.note, place + ".note"); })
      .and_then([&] { return check_cells(row.cells, picture.columns.size(), place + ".cells"); })
      .and_then([&] { return check(row.effect, picture.axis.scale, place + ".effect"); });
}

Expected<void> check_pooled(const ForestPooled& pooled, const ForestPicture& picture,
                            const std::string& place) {
  const EffectScale scale = picture.axis.scale;
  auto sound = check_name(pooled.name, place + ".name")
                   .and_then([&] { return check_text(pooled.note, place + ".note"); })
                   .and_then([&] { return check(pooled.effect, scale, place + ".effect"); });
  if (sound && !pooled.cells.empty()) {
    sound = check_cells(pooled.cells, picture.columns.size(), place + ".cells");
  }
  if (sound && pooled.prediction) {
    sound = check({pooled.effect.estimate, *pooled.prediction}, scale, place + ".prediction");
  }
  return sound;
}

Expected<void> check_group(const ForestGroup& group, const ForestPicture& picture,
                           const std::string& place) {
  return check_text(group.heading, place + ".heading")
      .and_then([&] {
        return check_each(group.rows, place + ".rows", [&](const auto& row, const auto& where) {
          return check_row(row, picture, where);
        });
      })
      .and_then([&] {
        return check_each(group.pooled, place + ".pooled",
                          [&](const auto& pooled, const auto& where) {
                            return check_pooled(pooled, picture, where);
                          });
      });
}

Expected<void> check_not_pooled(const NotPooled& study, const std::string& place) {
  return check_name(study.name, place + ".name")
      .and_then([&] { return check_text(study.direction, place + ".direction"); })
      .and_then([&] { return check_text(study.why, place + ".why"); });
}

/// As many of everything as a page shows, and an axis that has a length.
Expected<void> check_sizes(const ForestPicture& picture) {
  std::size_t rows = 0;
  for (const ForestGroup& group : picture.groups) {
    rows += group.rows.size();
  }
  if (rows == 0 || rows > most_forest_rows) {
    return tl::unexpected(unfit("groups", fmt::format("{} rows", rows),
                                fmt::format("1 to {} rows", most_forest_rows)));
  }
  if (picture.columns.size() > most_forest_columns) {
    return tl::unexpected(unfit("columns", fmt::format("{}", picture.columns.size()),
                                fmt::format("at most {}", most_forest_columns)));
  }
  if (picture.thresholds.size() > most_thresholds) {
    return tl::unexpected(unfit("thresholds", fmt::format("{}", picture.thresholds.size()),
                                fmt::format("at most {}", most_thresholds)));
  }
  if (!picture.range) {
    return {};
  }
  if (!(picture.range->low < picture.range->high)) {
    return tl::unexpected(unfit("range",
                                fmt::format("{} to {}", picture.range->low, picture.range->high),
                                "a range that ends above where it begins"));
  }
  return check_effect(picture.range->low, picture.axis.scale, "range.low").and_then([&] {
    return check_effect(picture.range->high, picture.axis.scale, "range.high");
  });
}

}  // namespace

Expected<void> check(const ForestPicture& picture) {
  return check_sizes(picture)
      .and_then([&] { return check_each(picture.columns, "columns", check_name); })
      .and_then([&] {
        return check_each(picture.groups, "groups", [&](const auto& group, const auto& place) {
          return check_group(group, picture, place);
        });
      })
      .and_then([&] {
        return check_each(picture.pooled, "pooled", [&](const auto& pooled, const auto& place) {
          return check_pooled(pooled, picture, place);
        });
      })
      .and_then([&] { return check(picture.thresholds, picture.axis.scale); })
      .and_then([&] { return check_each(picture.not_pooled, "not_pooled", check_not_pooled); })
      .and_then([&] { return check(picture.axis); })
      .and_then([&] { return check(picture.texts); });
}

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
