#include <utility>

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/forest_layout.h"
#include "coldplan/drawing/forest_picture.h"
#include "coldplan/drawing/forest_visits.h"

// What a forest holds, without the library that draws: the terminal's forest needs it too.
namespace coldplan::drawing {
namespace {

constexpr double all_percent = 100.0;

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

std::string name_heading(ForestKind kind) {
  switch (kind) {
    case ForestKind::studies:
      return "Study";
    case ForestKind::cumulative:
      return "Pooled up to and with";
    case ForestKind::leave_one_out:
      return "Pooled without";
  }
  return "";
}

std::vector<EffectEstimate> row_effects(const ForestPicture& picture) {
  std::vector<EffectEstimate> effects;
  for_each_row(picture, [&effects](const ForestRow& row) { effects.push_back(row.effect); });
  return effects;
}

Interval forest_range(const ForestPicture& picture) {
  if (picture.range) {
    return *picture.range;
  }
  std::vector<double> always;
  if (picture.axis.marks_no_effect) {
    always.push_back(0.0);
  }
  for (const EffectThreshold& threshold : picture.thresholds) {
    always.insert(always.end(), threshold.values.begin(), threshold.values.end());
  }
  std::vector<double> guests;
  for_each_pooled(picture, [&](const ForestPooled& pooled) {
    always.push_back(pooled.effect.estimate);
    guests.insert(guests.end(), {pooled.effect.interval.low, pooled.effect.interval.high});
    if (pooled.prediction) {
      guests.insert(guests.end(), {pooled.prediction->low, pooled.prediction->high});
    }
  });
  return effect_range(row_effects(picture), always, guests);
}

}  // namespace coldplan::drawing
