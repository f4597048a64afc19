#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "coldplan/facts/facts.h"
#include "coldplan/posterior/distribution.h"

/// Which numbers are uncertain, how each is drawn, and which vary together.
namespace coldplan::posterior {

/// What is drawn: one standard normal score each, independent of the others in the prior. The order
/// is that of the random numbers: **a new score goes to the end**, so that the draws of a seed stay
/// what they are.
enum class Score : std::uint8_t {
  // Forms of cold, whose numbers stand in the form (applicator/variation.h). Positive cools more.
  contact,
  temperature,
  jet,
  evaporation,
  // Conductivity of tissue.
  dermis_conductivity,
  fat_conductivity,
  muscle_conductivity,
  bone_conductivity,
  disc_conductivity,
  ligament_conductivity,
  // Resting blood flow, and metabolic heat with it.
  dermis_flow,
  fat_flow,
  muscle_flow,
  cortical_bone_flow,
  cancellous_bone_flow,
  ligament_flow,
  // Density and specific heat.
  dermis_density,
  fat_density,
  muscle_density,
  cortical_bone_density,
  cancellous_bone_density,
  disc_density,
  ligament_density,
  nerve_density,
  blood_density,
  dermis_specific_heat,
  fat_specific_heat,
  muscle_specific_heat,
  cortical_bone_specific_heat,
  cancellous_bone_specific_heat,
  disc_specific_heat,
  ligament_specific_heat,
  nerve_specific_heat,
  blood_specific_heat,
  // Freezing.
  skin_freezing_temperature,
  muscle_freezing_temperature,
  muscle_latent_heat,
  // The answer of blood flow and metabolism to cold.
  local_constriction,
  onset_time,
  recovery_time,
  reflex_gain,
  muscle_flow_q10,
  metabolism_q10,
  warm_cap,
  // Anatomy.
  skin_thickness,
  epidermis_thickness,
  canal_depth,
  vertebral_body_length,
  facet_offset,
  study_fat_factor,
  midline_fat_per_bmi,
  paraspinal_fat_ratio,
  skinfold_ratio,
  skinfold_residual,
  muscle_fat_fraction_per_year,
  // What lies between a pack and the skin, and what holds it.
  dry_towel,
  wet_towel,
  dressing,
  thin_cloth,
  elastic_wrap,
  // The body around the back: its layers, flow and control, and what it wears.
  fat_under_skin,
  fat_of_limbs,
  bone_of_limbs,
  muscle_of_trunk,
  flow_of_limb_muscle,
  least_outer_flow,
  shivering_gain,
  shivering_most,
  resting_activity,
  gloves_and_shoes,
  underwear,
  clothes_after,
  // How experiments were read, and the blood of a limb.
  limb_artery,
  probe_depth,
  wire,
  skin_sensor,
  delay_local,
  delay_body,
  // How studies and persons differ, and what the model misses in one.
  contact_spread_ice_bag,
  contact_shift_ice_bag,
  contact_shift_wetted,
  contact_shift_frozen_pack,
  contact_shift_machine,
  limb_artery_in_water,
  muscle_settling,
  covered_share,
  discrepancy_skin,
  discrepancy_muscle,
  discrepancy_skin_body,
  discrepancy_core,
  discrepancy_flow,
  person_skin,
  person_muscle,
  person_core,
  contact_spread_wetted,
  contact_spread_frozen_pack,
  contact_spread_machine,
};

inline constexpr std::size_t score_count =
    static_cast<std::size_t>(Score::contact_spread_machine) + 1;

/// All scores of one draw.
using Scores = std::array<double, score_count>;

/// The place of a score in `Scores`.
[[nodiscard]] constexpr std::size_t place_of(Score score) {
  return static_cast<std::size_t>(score);
}

/// An uncertain fact. Facts of one score vary together.
struct Parameter {
  facts::Id fact;
  Score score;
  Distribution prior;
  std::string_view why;  ///< of a shared score or a bound; empty where neither needs a reason
};

// numerical: rows of the table; the compiler compares.
inline constexpr std::size_t parameter_count = 110;

/// Every uncertain fact, in the order of the table in parameters.cpp. Uncertain is what a fact
/// gives a spread for and the model uses; what the facts give no spread for (conductance of the
/// room, thickness of fascia and transverse process, depth of the lamina) is not drawn, which does
/// not mean that it is certain. Nor are residuals of a person here, which person::BodyResiduals
/// has.
[[nodiscard]] std::span<const Parameter, parameter_count> parameters();

/// Place of a fact in `parameters()`, or `parameter_count` where it is not drawn. A table look-up.
[[nodiscard]] std::size_t parameter_of(facts::Id fact);

}  // namespace coldplan::posterior
