#include "coldplan/simulation/edge.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include <fmt/format.h>

#include "coldplan/simulation/session.h"

namespace coldplan::simulation {
namespace {

Expected<void> check_request(double area, std::span<const bioheat::Phase> bare) {
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
  return {};
}

/// At every landmark, what is warmer under the one than under the other.
std::vector<Trace> differences(std::span<const anatomy::Landmark> landmarks,
                               const bioheat::History& mean, const bioheat::History& endless) {
  std::vector<Trace> warmer;
  for (const anatomy::Landmark& landmark : landmarks) {
    Trace each{landmark.name, landmark.depth, bioheat::trace(mean, landmark.depth)};
    const std::vector<double> other = bioheat::trace(endless, landmark.depth);
    std::transform(each.temperature.begin(), each.temperature.end(), other.begin(),
                   each.temperature.begin(), std::minus<>{});
    warmer.push_back(std::move(each));
  }
  return warmer;
}

}  // namespace

Expected<EdgeEffect> edge_effect(const anatomy::Build& build, double area,
                                 std::span<const bioheat::Phase> cold,
                                 std::span<const bioheat::Phase> bare,
                                 const posterior::Draw& draw) {
  if (auto fit = check_request(area, bare); !fit) {
    return tl::unexpected(fit.error());
  }
  const anatomy::NamedColumn named = anatomy::paraspinal_column(build, draw);
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
  if (both->covered.time != endless->time) {
    return tl::unexpected(Error{ErrorCode::conflict, "bare", "", "",
                                "let its phases end where those of the cold end"});
  }
  return EdgeEffect{endless->time, differences(named.landmarks, both->covered, *endless)};
}

}  // namespace coldplan::simulation
