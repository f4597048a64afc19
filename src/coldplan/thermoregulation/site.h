#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "coldplan/facts/facts.h"

/// The places of the body that the whole-body model tells apart.
namespace coldplan::thermoregulation {

/// The 17 segments of JOS-3 (Takahashi 2021, Energy Build 231:110575), of which the six pairs of
/// limbs stand once each: no form of cold here falls on one side alone, so that both sides have the
/// same temperatures. The last is the person's own lumbar column, a part of the segment Back.
enum class Site : std::uint8_t {
  head,
  neck,
  chest,
  back,
  pelvis,
  shoulder,
  arm,
  hand,
  thigh,
  leg,
  foot,
  lumbar,
};

// numerical: how many there are.
inline constexpr std::size_t site_count = static_cast<std::size_t>(Site::lumbar) + 1;
/// Segments proper, of which JOS-3 has numbers.
inline constexpr std::size_t segment_count = static_cast<std::size_t>(Site::lumbar);

/// All sites, in order.
[[nodiscard]] const std::array<Site, site_count>& all_sites();

/// The place of a site in arrays by site.
[[nodiscard]] constexpr std::size_t place_of(Site site) {
  return static_cast<std::size_t>(site);
}

/// How often the site is there: 2 of a limb.
[[nodiscard]] constexpr int sides(Site site) {
  return site >= Site::shoulder && site <= Site::foot ? 2 : 1;
}

/// Whether it is a limb, in which arteries and veins run side by side.
[[nodiscard]] constexpr bool is_limb(Site site) {
  return sides(site) == 2;
}

/// Whether it ends in arteriovenous anastomoses: hand and foot.
[[nodiscard]] constexpr bool is_extremity(Site site) {
  return site == Site::hand || site == Site::foot;
}

/// The site whose artery feeds it; none: the central blood.
[[nodiscard]] std::optional<Site> upstream(Site site);

/// In words: "head", "upper arm", "lower back".
[[nodiscard]] std::string_view name_of(Site site);

/// A fact for each segment, in the order of `Site`; of limbs that of the left one, to which the
/// right one is equal in JOS-3.
using SegmentFacts = std::array<facts::Id, segment_count>;

/// Its value at a site; the lumbar column has that of Back.
[[nodiscard]] double value_at(const SegmentFacts& table, Site site);

}  // namespace coldplan::thermoregulation
