#include "coldplan/posterior/score_names.h"

#include <algorithm>
#include <array>

namespace coldplan::posterior {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, score_count> names{"contact",
                                                          "temperature",
                                                          "jet",
                                                          "evaporation",
                                                          "dermis_conductivity",
                                                          "fat_conductivity",
                                                          "muscle_conductivity",
                                                          "bone_conductivity",
                                                          "disc_conductivity",
                                                          "ligament_conductivity",
                                                          "dermis_flow",
                                                          "fat_flow",
                                                          "muscle_flow",
                                                          "cortical_bone_flow",
                                                          "cancellous_bone_flow",
                                                          "ligament_flow",
                                                          "dermis_density",
                                                          "fat_density",
                                                          "muscle_density",
                                                          "cortical_bone_density",
                                                          "cancellous_bone_density",
                                                          "disc_density",
                                                          "ligament_density",
                                                          "nerve_density",
                                                          "blood_density",
                                                          "dermis_specific_heat",
                                                          "fat_specific_heat",
                                                          "muscle_specific_heat",
                                                          "cortical_bone_specific_heat",
                                                          "cancellous_bone_specific_heat",
                                                          "disc_specific_heat",
                                                          "ligament_specific_heat",
                                                          "nerve_specific_heat",
                                                          "blood_specific_heat",
                                                          "skin_freezing_temperature",
                                                          "muscle_freezing_temperature",
                                                          "muscle_latent_heat",
                                                          "local_constriction",
                                                          "onset_time",
                                                          "recovery_time",
                                                          "reflex_gain",
                                                          "muscle_flow_q10",
                                                          "metabolism_q10",
                                                          "warm_cap",
                                                          "skin_thickness",
                                                          "epidermis_thickness",
                                                          "canal_depth",
                                                          "vertebral_body_length",
                                                          "facet_offset",
                                                          "study_fat_factor",
                                                          "midline_fat_per_bmi",
                                                          "paraspinal_fat_ratio",
                                                          "skinfold_ratio",
                                                          "skinfold_residual",
                                                          "muscle_fat_fraction_per_year",
                                                          "dry_towel",
                                                          "wet_towel",
                                                          "dressing",
                                                          "thin_cloth",
                                                          "elastic_wrap",
                                                          "fat_under_skin",
                                                          "fat_of_limbs",
                                                          "bone_of_limbs",
                                                          "muscle_of_trunk",
                                                          "flow_of_limb_muscle",
                                                          "least_outer_flow",
                                                          "shivering_gain",
                                                          "shivering_most",
                                                          "resting_activity",
                                                          "gloves_and_shoes",
                                                          "underwear",
                                                          "clothes_after",
                                                          "limb_artery",
                                                          "probe_depth",
                                                          "wire",
                                                          "skin_sensor",
                                                          "delay_local",
                                                          "delay_body",
                                                          "contact_spread_ice_bag",
                                                          "contact_shift_ice_bag",
                                                          "contact_shift_wetted",
                                                          "contact_shift_frozen_pack",
                                                          "contact_shift_machine",
                                                          "limb_artery_in_water",
                                                          "muscle_settling",
                                                          "covered_share",
                                                          "discrepancy_skin",
                                                          "discrepancy_muscle",
                                                          "discrepancy_skin_body",
                                                          "discrepancy_core",
                                                          "discrepancy_flow",
                                                          "person_skin",
                                                          "person_muscle",
                                                          "person_core",
                                                          "contact_spread_wetted",
                                                          "contact_spread_frozen_pack",
                                                          "contact_spread_machine"};

}  // namespace

std::string_view name_of(Score score) {
  return names[place_of(score)];
}

std::optional<Score> score_from(std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt
                              : std::optional{static_cast<Score>(found - names.begin())};
}

}  // namespace coldplan::posterior
