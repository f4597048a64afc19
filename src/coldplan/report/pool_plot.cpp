#include "coldplan/report/pool_plot.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "coldplan/evidence/measure.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/report/forest_text.h"
#include "coldplan/report/pool_numbers.h"

namespace coldplan::report {
namespace {

using evidence::Measure;

/// Measures that are pooled as logarithms of ratios and shown as ratios.
bool is_ratio(Measure measure) {
  constexpr std::array<Measure, 4> ratios{Measure::RR, Measure::OR, Measure::PETO, Measure::ROM};
  return std::find(ratios.begin(), ratios.end(), measure) != ratios.end();
}

/// What the ticks are: those of ratios are ratios.
std::string label_of(Measure measure) {
  if (!is_ratio(measure)) {
    return std::string{evidence::words_of(measure)};
  }
  return fmt::format("{} ({}log scale)", evidence::back_transform(measure)->words,
                     measure == Measure::PETO ? "Peto's, " : "");
}

drawing::EffectAxis axis_of(Measure measure, double level) {
  drawing::EffectAxis axis;
  axis.label = label_of(measure);
  axis.heading = fmt::format(
      "{} ({:g} % CI)",
      measure == Measure::GEN ? std::string_view{"effect"} : evidence::to_string(measure),
      100.0 * level);
  axis.scale = is_ratio(measure) ? drawing::EffectScale::ratio : drawing::EffectScale::difference;
  axis.below = "lower in the first group";
  axis.above = "higher in the first group";
  axis.marks_no_effect = evidence::data_of(measure) != evidence::StudyData::proportion;
  if (!axis.marks_no_effect || measure == Measure::GEN) {
    axis.below.clear();
    axis.above.clear();
  }
  return axis;
}

}  // namespace

PlotStudies plot_of(const evidence::PooledTable& pooled, const std::string& title) {
  const auto& options = pooled.fit.options;
  PlotStudies studies;
  studies.texts = {title,
                   fmt::format("Pooled by {}, {}.", evidence::name_of(options.method),
                               intervals_words(options.test)),
                   "A meta-analysis is as good as the studies in it."};
  studies.axis = axis_of(pooled.table.measure, options.level);
  for (const auto& study : pooled.table.studies) {
    studies.names.push_back(study.effect.name);
    studies.effects.push_back(study.effect.effect);
  }
  studies.groups = pooled.table.groups;
  studies.options = options;
  studies.moderators = pooled.table.moderators;
  return studies;
}

Expected<std::string> pool_forest(const evidence::PooledTable& pooled, const std::string& title) {
  return forest_of(plot_of(pooled, title)).and_then([](const drawing::ForestPicture& picture) {
    return forest_text(picture);
  });
}

}  // namespace coldplan::report
