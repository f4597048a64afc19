#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/drawing/bubble_picture.h"
#include "coldplan/drawing/forest_picture.h"
#include "coldplan/drawing/funnel_picture.h"
#include "coldplan/evidence/answer.h"
#include "coldplan/evidence/model.h"

/// Pooled studies as pictures: forest, funnel, cumulative, leave-one-out and bubbles.
namespace coldplan::report {

/// Studies that are pooled in one model, and the words for their axis.
struct PlotStudies {
  drawing::PageTexts texts;
  drawing::EffectAxis axis;
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> cells;  ///< a row a study, one for each of `columns`
  std::vector<std::string> columns;             ///< "n cold", "n control"; may be empty
  std::vector<evidence::Effect> effects;
  std::vector<std::string> groups;  ///< one a study, for the forest; empty for none
  evidence::ModelOptions options;
  evidence::Moderators moderators;  ///< the first is a bubble picture's
  std::vector<drawing::EffectThreshold> thresholds;
  std::vector<drawing::NotPooled> not_pooled;
};

enum class Plot { forest, funnel, cumulative, leave_one_out, bubble };

/// "forest", "funnel", "cumulative", "leave-one-out", "bubble". Error: another word, with the
/// nearest.
[[nodiscard]] Expected<Plot> plot_named(const std::string& name);

/// Squares with intervals and the pooled diamond; where the model is tested by t also the normal
/// one. Groups follow one another by name, each with a diamond of its own tau^2; weights are those
/// among all studies. A single study has a row and no diamond.
[[nodiscard]] Expected<drawing::ForestPicture> forest_of(const PlotStudies& studies);

/// Estimates against standard errors about the pooled one, filled by trim and fill where that can
/// be done. Error: fewer than two studies.
[[nodiscard]] Expected<drawing::FunnelPicture> funnel_of(const PlotStudies& studies);

/// Pooled from the first study to each next, or without each. Error: fewer than two studies.
[[nodiscard]] Expected<drawing::ForestPicture> cumulative_of(const PlotStudies& studies);
[[nodiscard]] Expected<drawing::ForestPicture> leave_one_out_of(const PlotStudies& studies);

/// Effects against the first moderator with the fitted line. Error: no numeric moderator.
[[nodiscard]] Expected<drawing::BubblePicture> bubble_of(const PlotStudies& studies);

/// A bundled question as studies to plot, in which cold is favoured on the left.
[[nodiscard]] PlotStudies plot_of(const evidence::Answer& answer,
                                  const evidence::QuestionAnswer& question);

/// The same question as a forest of 80 columns.
[[nodiscard]] std::string question_forest(const evidence::Answer& answer,
                                          const evidence::QuestionAnswer& question);

/// Draws to a file; its ending tells the format.
[[nodiscard]] Expected<void> write_plot(const std::filesystem::path& path, Plot plot,
                                        const PlotStudies& studies);

}  // namespace coldplan::report
