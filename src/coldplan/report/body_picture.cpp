#include <cmath>

#include <fmt/format.h>

#include "coldplan/planning/skin_limits.h"
#include "coldplan/posterior/calibrated.h"
#include "coldplan/quantity/print_time.h"
#include "coldplan/report/body_text.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using planning::BodyOutcome;

constexpr double minute = 60.0;
/// Depth and spacing of the map [m].
constexpr double map_depth = 0.06;
constexpr double map_spacing = 0.0005;

/// A curve of the picture; `rank` orders the colours, from skin to core.
struct Shown {
  std::string id;
  std::string label;
  double rank;
};

const std::vector<Shown>& shown_curves() {
  static const std::vector<Shown> curves{
      {"skin_lower_back", "skin, lower back", 0.0},
      {"skin_mean", "skin, mean", 0.005},
      {"skin_hand", "skin, hand", 0.01},
      {"skin_foot", "skin, foot", 0.015},
      {"lumbar_fat_muscle_interface", "back, under the fat", 0.025},
      {"lumbar_muscle_at_2_cm", "back, muscle at 2 cm", 0.04},
      {"oesophageal", "core, oesophageal", 0.055},
      {"rectal", "core, rectal", 0.06}};
  return curves;
}

drawing::History history_of(const BodyOutcome& outcome) {
  const thermoregulation::BodyHistory& body = outcome.history;
  drawing::History history;
  history.cold.push_back({0.0, std::min(outcome.exit, body.time.back()) / minute});
  const double deepest = std::min(map_depth, body.lumbar_grid.face_depth.back());
  const auto steps = static_cast<std::size_t>(std::lround(deepest / map_spacing));
  for (std::size_t i = 0; i <= steps; ++i) {
    history.map_depth_m.push_back(
        std::min(static_cast<double>(i) * map_spacing, body.lumbar_grid.face_depth.back()));
  }
  const auto& surface = body.surface(thermoregulation::Site::lumbar);
  const std::size_t told = std::min(body.time.size(), outcome.time.size());
  for (std::size_t i = 0; i < told; ++i) {
    history.minutes.push_back(body.time[i] / minute);
    std::vector<double> profile;
    for (const double depth : history.map_depth_m) {
      profile.push_back(bioheat::temperature_at(body.lumbar_grid, body.lumbar[i].data(), surface[i],
                                                body.lumbar_inner[i], depth));
    }
    history.map_temperature_C.push_back(std::move(profile));
  }
  for (const Shown& curve : shown_curves()) {
    std::vector<double> temperatures;
    const auto& values = planning::series_of(outcome, curve.id).values;
    for (std::size_t i = 0; i < told; ++i) {
      temperatures.push_back(values[i].median);
    }
    history.curves.push_back({curve.label, curve.rank, std::move(temperatures)});
  }
  return history;
}

}  // namespace

drawing::SessionPicture body_picture(const BodyOutcome& outcome) {
  drawing::SessionPicture picture;
  picture.title = fmt::format("{}, {}", outcome.session.form.name, body_use_line(outcome));
  picture.subtitle = fmt::format("{}. {}", person_line(outcome.person, outcome.units),
                                 fat_line(outcome.anthropometry, outcome.units));
  if (!outcome.is_complete) {
    picture.subtitle +=
        fmt::format(" Shown to {}: then skin has frozen in one draw of twenty, and more.",
                    quantity::print_time(outcome.time.back(), 1));
  }
  picture.footer =
      fmt::format("{} coldplan {}, data {:.12}, {}.", screening_line(), outcome.version,
                  outcome.data_hash, calibration_words(posterior::provenance()));
  const anatomy::NamedColumn column = anatomy::paraspinal_column(outcome.build);
  for (std::size_t i = 0; i < column.column.layers.size(); ++i) {
    picture.setting.layers.push_back({column.layer_names[i], column.column.layers[i].thickness});
  }
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    picture.setting.limits.push_back({limit.temperature, limit.label});
  }
  picture.setting.units = outcome.units;
  picture.history = history_of(outcome);
  return picture;
}

}  // namespace coldplan::report
