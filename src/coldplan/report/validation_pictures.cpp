#include "coldplan/report/validation_pictures.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/planning/version.h"
#include "coldplan/quantity/units.h"
#include "coldplan/study/score.h"

namespace coldplan::report {
namespace {

using drawing::Interval;
using drawing::ScatterMark;
using drawing::ScatterPanel;
using drawing::ScatterPicture;
using study::Group;
using study::Row;
using study::Validation;

// numerical: millimetres of a metre.
constexpr double mm_per_m = 1000.0;

/// Whether a quantity is a temperature, or by how much it fell: as it is, or turned.
enum class Kind { level, fall, rise };

Kind kind_of(const Row& row) {
  const std::string& quantity = row.measurement.quantity;
  if (quantity.find("drop") != std::string::npos) {
    return Kind::fall;
  }
  const bool is_rise =
      quantity.find("change") != std::string::npos || quantity.find("rise") != std::string::npos;
  return is_rise ? Kind::rise : Kind::level;
}

/// What was measured and predicted, a rise as a negative fall.
struct Reading {
  double measured = 0.0;
  double median = 0.0;
  Interval bar;
};

Reading reading_of(const Row& row) {
  const study::Predicted& predicted = *row.predicted;
  const double measured = *row.measurement.value;
  if (kind_of(row) == Kind::rise) {
    return {-measured, -predicted.median, {-predicted.p95, -predicted.p05}};
  }
  return {measured, predicted.median, {predicted.p05, predicted.p95}};
}

/// How much warmer than measured, with its interval.
Reading warmer_by(const Row& row) {
  const Reading reading = reading_of(row);
  if (kind_of(row) == Kind::level) {
    return {0.0,
            reading.median - reading.measured,
            {reading.bar.low - reading.measured, reading.bar.high - reading.measured}};
  }
  return {0.0,
          reading.measured - reading.median,
          {reading.measured - reading.bar.high, reading.measured - reading.bar.low}};
}

std::vector<const Row*> rows_of(const Validation& validation, Group group) {
  std::vector<const Row*> rows;
  for (const Row& row : validation.rows) {
    if (row.group == group && row.measurement.scored && row.measurement.value && row.predicted &&
        study::is_temperature(row)) {
      rows.push_back(&row);
    }
  }
  return rows;
}

/// Where a row has a mark in a panel; none where it has no place in it.
using Place = std::function<std::optional<ScatterMark>(const Row&)>;

std::vector<std::string> studies_of(const std::vector<const Row*>& rows) {
  std::set<std::string> names;
  for (const Row* row : rows) {
    names.insert(row->study);
  }
  return {names.begin(), names.end()};
}

/// Puts a panel into a picture whose series are studies; not an empty one.
void add_panel(ScatterPicture& picture, ScatterPanel panel, const std::vector<const Row*>& rows,
               const Place& place) {
  for (std::size_t name = 0; name < picture.series.size(); ++name) {
    drawing::ScatterSeries series{name, {}};
    for (const Row* row : rows) {
      const auto mark = row->study == picture.series[name] ? place(*row) : std::nullopt;
      if (mark) {
        series.marks.push_back(*mark);
      }
    }
    if (!series.marks.empty()) {
      panel.series.push_back(std::move(series));
    }
  }
  if (!panel.series.empty()) {
    picture.panels.push_back(std::move(panel));
  }
}

std::string how_made(const Validation& validation) {
  return fmt::format("{} draws, seed {}, {}.", validation.options.draws, validation.options.seed,
                     validation.mode);
}

std::string footer() {
  return fmt::format(
      "Computed temperatures beside published means, and no medical device. coldplan {}, data "
      "{:.12}.",
      planning::version(), facts::data_hash());
}

Place predicted_against_measured(bool is_level) {
  return [is_level](const Row& row) -> std::optional<ScatterMark> {
    if ((kind_of(row) == Kind::level) != is_level) {
      return std::nullopt;
    }
    const Reading reading = reading_of(row);
    return ScatterMark{reading.measured, reading.median, reading.bar};
  };
}

ScatterPicture predicted_picture(const Validation& validation, Group group,
                                 const std::vector<const Row*>& rows) {
  ScatterPicture picture;
  picture.texts = {fmt::format("Predicted against measured: {}", study::name_of(group)),
                   "Mark: median; bar: 90 % interval (one that ends at the frame goes on beyond "
                   "it). On the broken line the two are equal. Behind each study: "
                   "its number of rows; very many have small marks. " +
                       how_made(validation),
                   footer()};
  picture.series = studies_of(rows);
  add_panel(picture,
            {"Temperature", "measured, °C", "predicted, °C", drawing::ScatterLine::identity, {}},
            rows, predicted_against_measured(true));
  add_panel(
      picture,
      {"Fall of temperature", "measured, °C", "predicted, °C", drawing::ScatterLine::identity, {}},
      rows, predicted_against_measured(false));
  return picture;
}

std::optional<ScatterMark> by_fat(const Row& row) {
  const Reading off = warmer_by(row);
  return row.fat ? std::optional{ScatterMark{*row.fat * mm_per_m, off.median, off.bar}}
                 : std::nullopt;
}

std::optional<ScatterMark> by_minute(const Row& row) {
  const Reading off = warmer_by(row);
  return row.measurement.time
             ? std::optional{ScatterMark{*row.measurement.time / quantity::seconds_per_minute,
                                         off.median, off.bar}}
             : std::nullopt;
}

ScatterPicture residual_picture(const Validation& validation, Group group,
                                const std::vector<const Row*>& rows) {
  ScatterPicture picture;
  picture.texts = {fmt::format("Predicted less measured under local forms: {}",
                               group == Group::muscle ? "muscle" : "skin"),
                   "Above zero: expected warmer than it was. Mark: median; bar: 90 % interval (one "
                   "that ends at the frame goes on beyond it). Behind each "
                   "study: its number of rows. " +
                       how_made(validation),
                   footer()};
  picture.series = studies_of(rows);
  const auto line = drawing::ScatterLine::zero;
  add_panel(picture, {"By fat", "thickness of fat at the site, mm", "too warm by, °C", line, {}},
            rows, by_fat);
  add_panel(picture, {"By time", "minutes since the cooling began", "too warm by, °C", line, {}},
            rows, by_minute);
  return picture;
}

std::string residual_caption(const std::vector<const Row*>& rows) {
  const auto stated =
      std::count_if(rows.begin(), rows.end(), [](const Row* row) { return row->fat_is_stated; });
  return fmt::format(
      "How far off, by the fat of the arm's middle person and by time. Fat is stated for {} of {} "
      "rows; for the others it is assumed from body fat.",
      stated, rows.size());
}

drawing::SharePicture coverage_picture(const Validation& validation) {
  drawing::SharePicture picture;
  picture.texts = {"Do the intervals hold what they promise?",
                   "Share of rows inside the 50 % and the 90 % interval, of each study first, then "
                   "averaged over studies. Broken lines: what it should be. " +
                       how_made(validation),
                   footer()};
  picture.nominals = {{"inside the 50 % interval", 0.5}, {"inside the 90 % interval", 0.9}};
  for (const study::Score& score : study::scores_by_group(validation.rows)) {
    // Sums of shares may be over 1 by a rounding.
    picture.rows.push_back(
        {score.what,
         fmt::format("{} {}, {} {}", score.studies, score.studies == 1 ? "study" : "studies",
                     score.rows, score.rows == 1 ? "row" : "rows"),
         {std::min(1.0, score.covered_50), std::min(1.0, score.covered_90)}});
  }
  return picture;
}

}  // namespace

std::vector<ValidationPicture> validation_pictures(const Validation& validation) {
  std::vector<ValidationPicture> pictures;
  const auto add = [&](std::string file, std::string caption, ScatterPicture picture) {
    if (!picture.panels.empty()) {
      pictures.push_back({std::move(file), std::move(caption), std::move(picture)});
    }
  };
  for (const auto& [group, file] :
       {std::pair{Group::skin_local, "skin-local"}, std::pair{Group::skin_whole_body, "skin-body"},
        std::pair{Group::muscle, "muscle"}, std::pair{Group::core, "core"}}) {
    const auto rows = rows_of(validation, group);
    add(fmt::format("predicted-{}.svg", file),
        fmt::format("Predicted against measured, {}.", study::name_of(group)),
        predicted_picture(validation, group, rows));
  }
  for (const auto& [group, file] :
       {std::pair{Group::skin_local, "skin"}, std::pair{Group::muscle, "muscle"}}) {
    auto rows = rows_of(validation, group);
    std::erase_if(rows, [](const Row* row) { return !row->fat; });
    add(fmt::format("residual-{}.svg", file), residual_caption(rows),
        residual_picture(validation, group, rows));
  }
  if (auto coverage = coverage_picture(validation); !coverage.rows.empty()) {
    pictures.push_back({"coverage.svg", "Coverage of the intervals, by group.", coverage});
  }
  return pictures;
}

}  // namespace coldplan::report
