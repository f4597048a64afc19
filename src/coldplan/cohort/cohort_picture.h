#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "coldplan/cohort/plan.h"
#include "coldplan/cohort/tally.h"
#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/format.h"
#include "coldplan/drawing/scale.h"

/// The picture of a cohort: a row of two panels for each arm. Left, how cold skin and muscle get by
/// the thickness of fat; right, which share of people reaches a temperature.
namespace coldplan::cohort {

/// Five points of a distribution [°C].
struct Fan {
  double p05 = 0.0;
  double p25 = 0.0;
  double median = 0.0;
  double p75 = 0.0;
  double p95 = 0.0;
};

/// People of one narrow band of fat.
struct FatStep {
  double from_mm = 0.0;
  double to_mm = 0.0;
  double people = 0.0;  ///< solved
  Fan skin;
  Fan muscle;
  std::vector<double> shares;  ///< of `CohortPicture::marks`, 0 to 1
};

/// One arm.
struct ArmPicture {
  std::string name;
  std::string note;  ///< the session
  std::vector<FatStep> steps;
};

/// A temperature whose reaching is counted.
struct ReachedMark {
  double temperature = 0.0;  ///< [°C]
  std::string label;
};

struct CohortPicture {
  std::string title;
  std::string subtitle;
  std::string footer;
  std::vector<ReachedMark> marks;  ///< warmest first
  std::vector<ArmPicture> arms;    ///< 1 to `most_arms`
};

inline constexpr std::size_t most_arms = 8;

/// The picture of a tally. Bands with fewer than 20 people are left out, since their spread would
/// be chance. Errors: more arms than a page shows; nobody in any band.
[[nodiscard]] Expected<CohortPicture> picture_of(const Plan& plan, const Tally& tally);

/// The bytes of a file; errors as of drawing::draw_page.
[[nodiscard]] Expected<std::string> draw(const CohortPicture& picture, drawing::Format format);

/// Into a file whose ending chooses the format, whole or not at all.
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const CohortPicture& picture);

/// The steps of draw(), apart, for tests: where texts went.
[[nodiscard]] drawing::Size page_size(const CohortPicture& picture);
void compose(drawing::Canvas& canvas, const CohortPicture& picture);

}  // namespace coldplan::cohort
