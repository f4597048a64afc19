#include "coldplan/report/comparison_picture.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/posterior/draw.h"
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

/// The whole map, or the skin alone where nothing is claimed under it.
double depth_shown(const planning::FormOutcome& outcome, const planning::Comparison& comparison,
                   const anatomy::NamedColumn& column) {
  return outcome.session.form.skin_only ? comparison.build.skin : map_depth(column);
}

drawing::History history_of(const planning::FormOutcome& outcome, double depth) {
  const simulation::BackHistory& back = outcome.history;
  drawing::History history;
  for (const simulation::Interval& interval : back.cold) {
    history.cold.push_back({interval.from / minute, interval.to / minute});
  }
  if (back.paraspinal.deepest_frozen > 0.0) {
    history.frozen_from_m = back.paraspinal.frozen_from;
    history.frozen_to_m = back.paraspinal.frozen_to;
  }
  const auto steps = static_cast<std::size_t>(std::lround(depth / map_spacing));
  for (std::size_t i = 0; i <= steps; ++i) {
    history.map_depth_m.push_back(static_cast<double>(i) * map_spacing);
  }
  for (std::size_t i = 0; i < back.time.size(); ++i) {
    history.minutes.push_back(back.time[i] / minute);
    std::vector<double> profile;
    for (const double z : history.map_depth_m) {
      profile.push_back(bioheat::temperature_at(back.paraspinal, i, z));
    }
    history.map_temperature_C.push_back(std::move(profile));
  }
  for (const planning::TissueRow& row : outcome.rows) {
    const simulation::Trace& trace = simulation::trace_of(back, row.name);
    history.curves.push_back({row.name, trace.depth, trace.temperature});
  }
  return history;
}

/// What a reader must not forget, and what the picture was made with.
std::string footer_of(const planning::Comparison& comparison) {
  const std::string_view screened =
      comparison.screening ? "No picture says that cold is safe for you, or that it relieves pain. "
                             "Not a medical device."
                           : screening_line();
  return fmt::format("{} coldplan {}, data {:.12}, {}.", screened, comparison.version,
                     comparison.data_hash, calibration_words(comparison.posterior));
}

drawing::Setting setting_of(const anatomy::NamedColumn& column, quantity::UnitSystem units) {
  drawing::Setting setting;
  setting.units = units;
  for (std::size_t i = 0; i < column.column.layers.size(); ++i) {
    setting.layers.push_back({column.layer_names[i], column.column.layers[i].thickness});
  }
  setting.limits.push_back({planning::analgesia_temperature(), "pinprick stops hurting"});
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    setting.limits.push_back({limit.temperature, limit.label});
  }
  return setting;
}

}  // namespace

drawing::ComparePicture comparison_picture(const planning::Comparison& comparison) {
  const anatomy::NamedColumn column =
      anatomy::paraspinal_column(comparison.build, posterior::central());
  drawing::ComparePicture picture;
  picture.title = "What cold does inside this back";
  picture.subtitle = fmt::format("{}. {}", person_line(comparison.person, comparison.units),
                                 fat_line(comparison.anthropometry, comparison.units));
  picture.footer = footer_of(comparison);
  picture.setting = setting_of(column, comparison.units);
  for (const planning::FormOutcome& outcome : comparison.forms) {
    picture.forms.push_back({outcome.session.form.name, use_line(outcome.session),
                             history_of(outcome, depth_shown(outcome, comparison, column)),
                             std::string{screening::family_name(outcome.session.form.family)}});
  }
  for (const planning::NotPredicted& form : comparison.forms_not_predicted) {
    picture.forms.push_back(
        {form.name, "", {}, std::string{screening::family_name(form.family)}, form.why});
  }
  return picture;
}

drawing::SessionPicture session_picture(const planning::Comparison& comparison) {
  const planning::FormOutcome& outcome = comparison.forms.front();
  const anatomy::NamedColumn column =
      anatomy::paraspinal_column(comparison.build, posterior::central());
  drawing::SessionPicture picture;
  picture.title = fmt::format("{}, {}", outcome.session.form.name, use_line(outcome.session));
  picture.subtitle = fmt::format("{}. {}", person_line(comparison.person, comparison.units),
                                 fat_line(comparison.anthropometry, comparison.units));
  picture.footer = footer_of(comparison);
  picture.setting = setting_of(column, comparison.units);
  picture.history = history_of(outcome, depth_shown(outcome, comparison, column));
  return picture;
}

}  // namespace coldplan::report
