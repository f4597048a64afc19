#include <stdexcept>

#include "coldplan/cohort/cohort_picture.h"
#include "coldplan/drawing/bubble_picture.h"
#include "coldplan/drawing/compare_picture.h"
#include "coldplan/drawing/forest_picture.h"
#include "coldplan/drawing/funnel_picture.h"
#include "coldplan/drawing/scatter_picture.h"
#include "coldplan/drawing/session_picture.h"
#include "coldplan/drawing/share_picture.h"

// Stands in for the library that draws in a program that never gets that far (main.cpp), so that
// neither it nor what it needs is linked.
namespace coldplan {
namespace {

[[noreturn]] void is_not_here() {
  throw std::logic_error("this program draws no pictures");
}

}  // namespace

namespace drawing {

Expected<std::string> draw(const ComparePicture& /*picture*/, Format /*format*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const ComparePicture& /*picture*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const SessionPicture& /*picture*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const ScatterPicture& /*picture*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const SharePicture& /*picture*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const BubblePicture& /*picture*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const ForestPicture& /*picture*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const FunnelPicture& /*picture*/) {
  is_not_here();
}

}  // namespace drawing

namespace cohort {

Expected<CohortPicture> picture_of(const Plan& /*plan*/, const Tally& /*tally*/) {
  is_not_here();
}

Expected<void> write_picture(const std::filesystem::path& /*path*/,
                             const CohortPicture& /*picture*/) {
  is_not_here();
}

}  // namespace cohort
}  // namespace coldplan
