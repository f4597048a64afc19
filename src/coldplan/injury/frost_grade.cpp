#include "coldplan/injury/frost_grade.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/injury/course.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

/// How deep the coldest was under a temperature, measured from the surface without a break [m].
double depth_under(const ColdProfile& profile, double temperature) {
  const auto& coldest = profile.coldest;
  if (profile.empty() || !(coldest[0] < temperature)) {
    return 0.0;
  }
  for (std::size_t i = 1; i < coldest.size(); ++i) {
    if (!(coldest[i] < temperature)) {
      const double share = (temperature - coldest[i - 1]) / (coldest[i] - coldest[i - 1]);
      return std::lerp(profile.depth[i - 1], profile.depth[i], share);
    }
  }
  return profile.depth.back();
}

/// The temperature at which P_nec is that of a layer that counts.
double counting_temperature(const Coefficients& drawn) {
  const double share = facts::value(id::tissue_necrosis_freezing_grade_dead_share);
  return drawn.half_dead_temperature +
         facts::value(id::tissue_necrosis_freezing_s) * std::log(1.0 / share - 1.0);
}

}  // namespace

Expected<void> check(const ColdProfile& profile) {
  if (auto fit = check(Course{profile.depth, profile.coldest}, "profile"); !fit) {
    return fit;
  }
  if (!profile.empty() && !(profile.epidermis > 0.0 && profile.skin > profile.epidermis)) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, "profile.skin", fmt::format("{:g} m", profile.skin),
              "a thickness of skin above that of its epidermis, which is above 0", ""});
  }
  return {};
}

double dead_share(double coldest, const Coefficients& drawn) {
  const double width = facts::value(id::tissue_necrosis_freezing_s);
  return 1.0 / (1.0 + std::exp((coldest - drawn.half_dead_temperature) / width));
}

double frozen_depth(const ColdProfile& profile) {
  return depth_under(profile, facts::value(id::skin_freezing_point_temperature_tissue));
}

FrostGrade grade_of(const ColdProfile& profile, const Coefficients& drawn) {
  const double dead =
      std::min(depth_under(profile, counting_temperature(drawn)), frozen_depth(profile));
  const double upper = std::lerp(profile.epidermis, profile.skin,
                                 facts::value(id::tissue_necrosis_freezing_upper_dermis_share));
  if (!(dead > 0.0)) {
    return FrostGrade::frostnip;
  }
  if (dead <= profile.epidermis) {
    return FrostGrade::epidermis;
  }
  if (dead <= upper) {
    return FrostGrade::upper_dermis;
  }
  return dead <= profile.skin ? FrostGrade::deep_dermis : FrostGrade::below_skin;
}

std::string_view to_string(FrostGrade grade) {
  switch (grade) {
    case FrostGrade::none:
      return "nothing frozen";
    case FrostGrade::frostnip:
      return "frostnip: frozen, and no layer counted as lost";
    case FrostGrade::epidermis:
      return "grade 1: the outermost layer of the skin";
    case FrostGrade::upper_dermis:
      return "grade 2: the upper part of the skin";
    case FrostGrade::deep_dermis:
      return "grade 3: deep into the skin";
    case FrostGrade::below_skin:
      return "grade 4: through the skin into what lies below";
  }
  return "";
}

}  // namespace coldplan::injury
