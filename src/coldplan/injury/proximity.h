#pragma once

#include <optional>
#include <vector>

#include "coldplan/injury/coefficients.h"
#include "coldplan/injury/exposure.h"
#include "coldplan/injury/hazard.h"

/// The whole room in one call: how near a session comes to each limit, for one draw.
///
///     for (std::uint64_t i = 0; i < draws; ++i) {
///       const auto near = injury::proximities(exposure_of_draw(i), drawn_coefficients(seed, i));
///       …                                // collect value and reached of near[k] for each k
///     }
///     sentence(hazard, interval, passing_of(reached, *horizon(exposure, hazard)));
///
/// The list has the hazards for which the exposure has what they need, in the order of the enum. It
/// is the same list for every draw of a session. A hazard that is not in it was not looked at.
namespace coldplan::injury {

/// How near one draw comes to one limit.
struct Proximity {
  Hazard hazard = Hazard::skin_freezing;
  double value = 0.0;  ///< in the unit of its HazardInfo
  /// By the session as it is. Of depth and grade: whether anything froze; of the nerve: whether
  /// the warning is at least raised; false where there is no limit.
  bool passed = false;
  /// When the limit would be passed if the session went on [s]; none: not within `horizon`, or no
  /// limit.
  std::optional<double> reached;
};

/// All that apply. An error of `check(exposure)`.
[[nodiscard]] Expected<std::vector<Proximity>> proximities(
    const Exposure& exposure, const Coefficients& drawn = median_coefficients());

/// How long "went on" was looked at for a hazard [s]: the end of the course it comes from, or
/// without end where a clock alone decides. None where nobody looked.
[[nodiscard]] std::optional<double> horizon(const Exposure& exposure, Hazard hazard);

}  // namespace coldplan::injury
