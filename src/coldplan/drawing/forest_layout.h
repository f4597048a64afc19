#pragma once

#include <string>
#include <variant>
#include <vector>

#include "coldplan/drawing/forest_picture.h"

/// Where the parts of a forest picture stand: columns across, lines downward.
namespace coldplan::drawing {

inline constexpr double forest_text_size = 8.0;
inline constexpr double forest_note_size = 7.0;

/// Columns of text, from the left end of the page's content.
struct ForestColumns {
  double name_width = 0.0;
  std::vector<double> cell_right;
  std::vector<double> cell_widths;
  Interval plot;
  // An effect stands in three parts, so that points and brackets lie under one another.
  double estimate_right = 0.0;
  double low_right = 0.0;
  double high_right = 0.0;
  double effect_left = 0.0;
  double weight_right = 0.0;  ///< 0: no column
  double width = 0.0;         ///< of all
};

[[nodiscard]] ForestColumns forest_columns(const ForestPicture& picture);

/// What names its rows: "Study" and the like.
[[nodiscard]] std::string name_heading(ForestKind kind);

/// The words of an effect's three parts: "−0.38", "(−0.65 to", "−0.11)".
struct EffectWords {
  std::string estimate;
  std::string low;
  std::string high;
};
[[nodiscard]] EffectWords effect_words(const EffectEstimate& effect, const EffectAxis& axis);
[[nodiscard]] std::string weight_words(double percent);
inline constexpr const char* prediction_words = "prediction interval";

// Kinds of lines; each points into the picture.
struct HeadingLine {
  const ForestGroup* group = nullptr;
};
struct StudyLine {
  const ForestRow* row = nullptr;
  bool shaded = false;  ///< every other one, to lead the eye across
};
struct PooledLine {
  const ForestPooled* pooled = nullptr;
};
struct PredictionLine {
  const ForestPooled* pooled = nullptr;
};
struct GapLine {
  bool ruled = false;
};

struct ForestLine {
  std::variant<HeadingLine, StudyLine, PooledLine, PredictionLine, GapLine> content;
  double height = 0.0;
};

[[nodiscard]] std::vector<ForestLine> forest_lines(const ForestPicture& picture,
                                                   const ForestColumns& columns);

/// Styles that measuring and drawing share.
[[nodiscard]] TextStyle name_style(const ForestColumns& columns);
[[nodiscard]] TextStyle cell_style(const ForestColumns& columns, std::size_t cell);
[[nodiscard]] TextStyle heading_style(const ForestColumns& columns);
[[nodiscard]] TextStyle study_note_style(const ForestColumns& columns);
/// A pooled result's note may run on under the cells.
[[nodiscard]] TextStyle pooled_note_style(const ForestColumns& columns);

/// All studies' effects, in order.
[[nodiscard]] std::vector<EffectEstimate> row_effects(const ForestPicture& picture);
/// The range of the axis.
[[nodiscard]] Interval forest_range(const ForestPicture& picture);

}  // namespace coldplan::drawing
