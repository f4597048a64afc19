#include "coldplan/report/comparison_picture.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

constexpr double minute = 60.0;
/// Spacing of the map's depths [m]: fine enough that the skin's steep gradient stays visible.
constexpr double map_spacing = 0.0005;

double round_up(double value, double step) {
  return std::ceil(value / step) * step;
}

/// Down to a little past the muscle, since cold goes no deeper.
double map_depth(const anatomy::NamedColumn& column) {
  constexpr double past = 0.01;
  constexpr double step = 0.005;
  const double deepest_muscle =
      anatomy::depth_of_landmark(column, anatomy::landmark::muscle_3cm) + past;
  return std::min(round_up(deepest_muscle, step), bioheat::depth_of(column.column));
}

drawing::History history_of(const simulation::BackHistory& back, double depth) {
  drawing::History history;
  history.cooling_minutes = back.removal / minute;
  const auto stride = static_cast<std::size_t>(std::lround(minute / back.interval));
  const std::size_t samples = back.paraspinal.samples;
  for (double z = 0.0; z <= depth + 0.5 * map_spacing; z += map_spacing) {
    history.map_depth_m.push_back(z);
  }
  for (std::size_t i = 0; i < samples; i += stride) {
    history.minutes.push_back(static_cast<double>(i) * back.interval / minute);
    std::vector<double> profile;
    for (const double z : history.map_depth_m) {
      profile.push_back(bioheat::temperature_at(back.paraspinal, i, z));
    }
    history.map_temperature_C.push_back(std::move(profile));
  }
  return history;
}

void add_curves(drawing::History& history, const planning::FormOutcome& outcome) {
  const auto stride = static_cast<std::size_t>(std::lround(minute / outcome.history.interval));
  for (const planning::TissueRow& row : outcome.rows) {
    const simulation::Trace& trace = simulation::trace_of(outcome.history, row.name);
    drawing::Curve curve{row.name, trace.depth, {}};
    for (std::size_t i = 0; i < trace.temperature.size(); i += stride) {
      curve.temperature_C.push_back(trace.temperature[i]);
    }
    history.curves.push_back(std::move(curve));
  }
}

drawing::Setting setting_of(const anatomy::NamedColumn& column, quantity::UnitSystem units) {
  drawing::Setting setting;
  setting.units = units;
  for (std::size_t i = 0; i < column.column.layers.size(); ++i) {
    setting.layers.push_back({column.layer_names[i], column.column.layers[i].thickness});
  }
  setting.limits.push_back({planning::analgesia_temperature(), "pinprick stops hurting"});
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    setting.limits.push_back({limit.temperature, limit.id});
  }
  return setting;
}

}  // namespace

drawing::ComparePicture comparison_picture(const planning::Comparison& comparison) {
  const anatomy::NamedColumn column = anatomy::paraspinal_column(comparison.build);
  drawing::ComparePicture picture;
  picture.title = "What a cold pack does inside this back";
  picture.subtitle = fmt::format("{}. {}", person_line(comparison.person, comparison.units),
                                 fat_line(comparison.anthropometry, comparison.units));
  picture.footer = screening_line();
  picture.setting = setting_of(column, comparison.units);
  for (const planning::FormOutcome& outcome : comparison.forms) {
    drawing::FormPicture form{outcome.session.form.name, use_line(outcome.session),
                              history_of(outcome.history, map_depth(column))};
    add_curves(form.history, outcome);
    picture.forms.push_back(std::move(form));
  }
  return picture;
}

drawing::SessionPicture session_picture(const person::Person& person,
                                        const planning::FormOutcome& outcome,
                                        quantity::UnitSystem units) {
  const anatomy::NamedColumn column = anatomy::paraspinal_column(anatomy::median_build(person));
  drawing::SessionPicture picture;
  picture.title = fmt::format("{}, {}", outcome.session.form.name, use_line(outcome.session));
  picture.subtitle = person_line(person, units);
  picture.footer = screening_line();
  picture.setting = setting_of(column, units);
  picture.history = history_of(outcome.history, map_depth(column));
  add_curves(picture.history, outcome);
  return picture;
}

}  // namespace coldplan::report
