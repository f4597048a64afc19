#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/effect_axis.h"
#include "coldplan/drawing/format.h"
#include "coldplan/drawing/page.h"

/// Studies one under another, each with its effect, its interval and its weight, and what they give
/// together (S. Lewis & M. Clarke, "Forest plots: trying to see the wood and the trees", BMJ 322,
/// 2001, 1479-1480).
namespace coldplan::drawing {

struct ForestRow {
  std::string name;
  std::string note;                ///< under the name; may be empty
  std::vector<std::string> cells;  ///< one for each of ForestPicture::columns
  EffectEstimate effect;
  std::optional<double> weight_percent = std::nullopt;  ///< what the area of its square shows
};

/// A diamond, and under it how far the effect of a further study may lie.
struct ForestPooled {
  std::string name;
  std::string note;                ///< how it was pooled, and how far studies differ
  std::vector<std::string> cells;  ///< none, or one for each of ForestPicture::columns
  EffectEstimate effect;
  std::optional<Interval> prediction = std::nullopt;
};

struct ForestGroup {
  std::string heading;  ///< empty where all studies are of one group
  std::vector<ForestRow> rows;
  std::vector<ForestPooled> pooled;
};

/// A study without a number to pool.
struct NotPooled {
  std::string name;
  std::string direction;  ///< what it says in words
  std::string why;        ///< why it has no row
};

/// What rows are: single studies, or results that are pooled from study to study or without one.
/// Such results are discs, since a square's area would speak of a weight.
enum class ForestKind { studies, cumulative, leave_one_out };

struct ForestPicture {
  PageTexts texts;
  EffectAxis axis;
  ForestKind kind = ForestKind::studies;
  std::vector<std::string> columns;  ///< heads of the cells: "cold", "control"
  std::vector<ForestGroup> groups;
  std::vector<ForestPooled> pooled;  ///< of all groups; a dotted line falls from the first
  std::vector<EffectThreshold> thresholds;
  std::vector<NotPooled> not_pooled;
  std::optional<Interval> range = std::nullopt;  ///< of the axis; what leaves it is an arrow
};

inline constexpr std::size_t most_forest_rows = 500;
inline constexpr std::size_t most_forest_columns = 6;
inline constexpr std::size_t most_thresholds = 4;

/// As draw(SessionPicture). The page is as long as its rows. Without a range of its own the axis is
/// that of effect_range(): rows set it, pooled results do not. Errors: no row, more than a page
/// takes, an interval that does not hold its estimate, a number that is not finite, a weight
/// outside 0 to 100, a name that is empty, each with its place
/// ("groups[0].rows[2].effect.interval").
[[nodiscard]] Expected<std::string> draw(const ForestPicture& picture, Format format);

/// As write_picture(SessionPicture).
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const ForestPicture& picture);

/// Whether it can be drawn: the errors of draw() that lie in the picture.
[[nodiscard]] Expected<void> check(const ForestPicture& picture);

/// The steps of draw(), apart, for tests: where texts went.
[[nodiscard]] Size page_size(const ForestPicture& picture);
void compose(Canvas& canvas, const ForestPicture& picture);

}  // namespace coldplan::drawing
