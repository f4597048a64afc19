#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/drawing/effect_axis.h"
#include "coldplan/drawing/format.h"
#include "coldplan/drawing/page.h"

/// Effects against a number that they may depend on, with the line of a meta-regression
/// (S. G. Thompson & J. P. T. Higgins, "How should meta-regression analyses be undertaken and
/// interpreted?", Statistics in Medicine 21, 2002, 1559-1573).
namespace coldplan::drawing {

struct Bubble {
  std::string name;
  double moderator = 0.0;
  double estimate = 0.0;
  double weight_percent = 0.0;  ///< what its area shows
};

/// What the line says of a study with this moderator, and how sure that is.
struct FittedEffect {
  double moderator = 0.0;
  EffectEstimate effect;
};

struct BubblePicture {
  PageTexts texts;
  EffectAxis axis;  ///< it goes up
  std::string moderator_label;
  std::vector<Bubble> bubbles;
  std::vector<FittedEffect> line;  ///< none, or two or more, the moderator ascending
  std::string line_label;          ///< "fitted, with its 95 % confidence interval"
  std::vector<EffectThreshold> thresholds;
};

/// As draw(SessionPicture). Errors: no bubble, a line of one point or one that turns back, a weight
/// outside 0 to 100, a number that is not finite, a name that is empty, each with its place
/// ("line[3].effect.interval").
[[nodiscard]] Expected<std::string> draw(const BubblePicture& picture, Format format);

/// As write_picture(SessionPicture).
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const BubblePicture& picture);

/// The steps of draw(), apart, for tests: where texts went.
[[nodiscard]] Size page_size(const BubblePicture& picture);
void compose(Canvas& canvas, const BubblePicture& picture);

}  // namespace coldplan::drawing
