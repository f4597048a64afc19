#include "coldplan/thermoregulation/site.h"

namespace coldplan::thermoregulation {

const std::array<Site, site_count>& all_sites() {
  static constexpr std::array<Site, site_count> sites{
      Site::head, Site::neck, Site::chest, Site::back, Site::pelvis, Site::shoulder,
      Site::arm,  Site::hand, Site::thigh, Site::leg,  Site::foot,   Site::lumbar};
  return sites;
}

std::optional<Site> upstream(Site site) {
  switch (site) {
    case Site::head:
      return Site::neck;
    case Site::arm:
      return Site::shoulder;
    case Site::hand:
      return Site::arm;
    case Site::thigh:
      return Site::pelvis;
    case Site::leg:
      return Site::thigh;
    case Site::foot:
      return Site::leg;
    case Site::lumbar:
      return Site::back;
    default:
      return std::nullopt;
  }
}

std::string_view name_of(Site site) {
  static constexpr std::array<std::string_view, site_count> names{
      "head",    "neck", "chest", "upper back", "pelvis", "upper arm",
      "forearm", "hand", "thigh", "lower leg",  "foot",   "lower back"};
  return names.at(place_of(site));
}

double value_at(const SegmentFacts& table, Site site) {
  return facts::value(table.at(place_of(site == Site::lumbar ? Site::back : site)));
}

}  // namespace coldplan::thermoregulation
