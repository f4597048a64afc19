#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/drawing/effect_axis.h"
#include "coldplan/drawing/format.h"
#include "coldplan/drawing/page.h"

/// Effects against their standard errors: whether small studies say something else than large ones
/// (J. A. C. Sterne & M. Egger, "Funnel plots for detecting bias in meta-analysis: guidelines on
/// choice of axis", Journal of Clinical Epidemiology 54, 2001, 1046-1055).
namespace coldplan::drawing {

struct FunnelMark {
  std::string name;
  double estimate = 0.0;
  double standard_error = 0.0;  ///< of the estimate, on the scale of pooling
};

/// Straight lines at so many standard errors from a value, both ways.
struct FunnelLines {
  std::string label;
  double standard_errors = 0.0;
};

/// A value that the marks are held against.
struct FunnelValue {
  std::string label;
  double estimate = 0.0;
};

struct FunnelPicture {
  PageTexts texts;
  EffectAxis axis;
  std::vector<FunnelMark> studies;
  FunnelValue pooled;
  FunnelLines limits;              ///< the pseudo confidence limits about the pooled value
  std::vector<FunnelMark> filled;  ///< what trimming and filling adds: hollow marks
  std::optional<FunnelValue> adjusted = std::nullopt;  ///< pooled with what was filled
  /// About no effect, ascending; the zone from each to the next is shaded and named by its label
  /// ("p 0.05 to 0.1"). J. L. Peters et al., "Contour-enhanced meta-analysis funnel plots", Journal
  /// of Clinical Epidemiology 61, 2008, 991-996.
  std::vector<FunnelLines> contours;
};

inline constexpr std::size_t most_contours = 3;

/// As draw(SessionPicture). The standard error goes down, so that the largest studies are on top.
/// Errors: no study, a standard error that is not positive, contours that do not rise, a number
/// that is not finite, a name that is empty, each with its place ("studies[3].standard_error").
[[nodiscard]] Expected<std::string> draw(const FunnelPicture& picture, Format format);

/// As write_picture(SessionPicture).
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const FunnelPicture& picture);

/// The steps of draw(), apart, for tests: where texts went.
[[nodiscard]] Size page_size(const FunnelPicture& picture);
void compose(Canvas& canvas, const FunnelPicture& picture);

}  // namespace coldplan::drawing
