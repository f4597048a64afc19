#include "coldplan/simulation/edge.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include <fmt/format.h>

#include "coldplan/simulation/session.h"

namespace coldplan::simulation {

Expected<EdgeEffect> edge_effect(const anatomy::Build& build, double area,
                                 std::span<const bioheat::Phase> cold,
                                 std::span<const bioheat::Phase> bare) {
  if (!(area > 0.0) || !std::isfinite(area)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "area", fmt::format("{:g} m2", area),
                                "an area over 0 m2", ""});
  }
  if (bare.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "bare", "", "", "give at least one phase"});
  }
  if (bare.front().boundary.store) {
    return tl::unexpected(Error{ErrorCode::conflict, "bare[0]", "", "",
                                "let bare skin face the room first: it starts at rest there"});
  }
  const anatomy::NamedColumn named = anatomy::paraspinal_column(build);
  bioheat::Column column = named.column;
  column.reflex_signal_per_kelvin = reflex_signal_per_kelvin(area, build.body_surface);
  const double radius = std::sqrt(area / std::numbers::pi);
  const bioheat::Rest start{bare.front().boundary};
  const auto both =
      bioheat::solve_coupled(column, bioheat::round_pack(radius, radius), start, cold, bare);
  if (!both) {
    return tl::unexpected(under("edge of the pack", both.error()));
  }
  const auto endless = bioheat::solve(column, start, cold);
  if (!endless) {
    return tl::unexpected(under("endless pack", endless.error()));
  }
  EdgeEffect effect{endless->time, {}};
  for (const anatomy::Landmark& landmark : named.landmarks) {
    const std::vector<double> mean = bioheat::trace(both->covered, landmark.depth);
    Trace warmer{landmark.name, landmark.depth, bioheat::trace(*endless, landmark.depth)};
    if (mean.size() != warmer.temperature.size()) {
      return tl::unexpected(Error{ErrorCode::conflict, "bare", "", "",
                                  "let its phases end where those of the cold end"});
    }
    std::transform(mean.begin(), mean.end(), warmer.temperature.begin(), warmer.temperature.begin(),
                   std::minus<>{});
    effect.warmer.push_back(std::move(warmer));
  }
  return effect;
}

}  // namespace coldplan::simulation
