#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/format.h"
#include "coldplan/drawing/page.h"

/// Marks with bars against a line that they should lie on: predicted against measured, differences
/// against what they may depend on.
namespace coldplan::drawing {

/// One mark: where it lies, and how far its bar reaches.
struct ScatterMark {
  double x = 0.0;
  double y = 0.0;
  /// Of y; where it is far wider than the marks are apart it ends at the frame.
  std::optional<Interval> bar = std::nullopt;
};

/// Marks that belong together, by the place of their name in ScatterPicture::series.
struct ScatterSeries {
  std::size_t name = 0;
  std::vector<ScatterMark> marks;
};

enum class ScatterLine {
  identity,  ///< y = x; both axes have the same range
  zero,      ///< y = 0
};

/// One plot.
struct ScatterPanel {
  std::string heading;
  std::string x_label;  ///< with its unit: "measured, °C"
  std::string y_label;
  ScatterLine line = ScatterLine::identity;
  std::vector<ScatterSeries> series;
};

/// One or two panels side by side, and the key of their series to the right.
struct ScatterPicture {
  PageTexts texts;
  std::vector<std::string> series;  ///< names, 1 to `most_series`
  std::vector<ScatterPanel> panels;
};

inline constexpr std::size_t most_series = 28;  ///< each with a colour and shape of its own
inline constexpr std::size_t most_panels = 2;

/// As draw(SessionPicture). A series of many marks is drawn first, small and with pale bars, so
/// that it does not bury the others. Errors: no panel or more than two, a panel without marks, a
/// series without a name, a number that is not finite, each with its place
/// ("panels[0].series[2].marks[7]").
[[nodiscard]] Expected<std::string> draw(const ScatterPicture& picture, Format format);

/// As write_picture(SessionPicture).
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const ScatterPicture& picture);

/// The steps of draw(), apart, for tests: where texts went.
[[nodiscard]] Size page_size(const ScatterPicture& picture);
void compose(Canvas& canvas, const ScatterPicture& picture);

}  // namespace coldplan::drawing
