#include "coldplan/posterior/parameters.h"

#include <algorithm>
#include <limits>

#include "coldplan/facts/ids.h"

namespace coldplan::posterior {
namespace {

namespace tissue = facts::id::tissue;
namespace perfusion = facts::id::perfusion;
namespace anatomy = facts::id::anatomy;
namespace applicators = facts::id::applicators;
namespace body = facts::id::thermoregulation;
namespace observation = facts::id::observation;

struct Row {
  facts::Id fact;
  Score score;
  std::string_view why = {};
  Bounds bounds = {};
};

constexpr Bounds at_least_one{.least = 1.0};
constexpr Bounds at_most_one{.most = 1.0};
constexpr Bounds at_most_zero{.most = 0.0};

constexpr std::string_view one_bone = "the upper end of both bones is the whole bone of Fiala";
constexpr std::string_view heat_with_flow =
    "metabolic heat of IT'IS, the upper end, is its perfusion times a constant";
constexpr std::string_view as_ligament = "fascia is taken with the ligament";
constexpr std::string_view one_fit =
    "floor and sensitivity were fitted together to the same three temperatures: without a floor "
    "the sensitivity is 0.0955 per K, with one it is higher";
constexpr std::string_view water_freezes = "tissue does not freeze above 0 °C";
constexpr std::string_view flow_does_not_rise = "flow of resting muscle does not rise with cold";
constexpr std::string_view not_below_rest = "the cap is not under the flow at rest";
constexpr std::string_view one_towel = "one kind of towel, single and in layers";
constexpr std::string_view a_share = "a share of what is there";
constexpr std::string_view limbs_against_trunk =
    "limbs together have more or less of the fat than is assumed; the trunk has the rest";
constexpr std::string_view bone_of_limbs = "limbs together have more or less bone than is assumed";
constexpr std::string_view muscle_of_trunk =
    "the walls of the trunk together have more or less muscle than is assumed";
constexpr std::string_view not_over_the_table = "the tables' flow is the most that was found";
constexpr std::string_view not_below_basal = "whoever is awake makes no less than basal heat";
constexpr std::string_view ends_worn_alike = "hands and feet are covered thickly or thinly alike";
constexpr std::string_view one_cloth = "one kind of cloth";

constexpr auto table = std::to_array<Row>({
    {tissue::dermis_conductivity, Score::dermis_conductivity},
    {tissue::fat_conductivity, Score::fat_conductivity},
    {tissue::muscle_conductivity, Score::muscle_conductivity},
    {tissue::cortical_bone_conductivity, Score::bone_conductivity, one_bone},
    {tissue::cancellous_bone_conductivity, Score::bone_conductivity, one_bone},
    {tissue::disc_conductivity, Score::disc_conductivity},
    {tissue::ligament_conductivity, Score::ligament_conductivity},

    {tissue::dermis_perfusion, Score::dermis_flow, heat_with_flow},
    {tissue::dermis_metabolic_heat, Score::dermis_flow, heat_with_flow},
    {tissue::fat_perfusion, Score::fat_flow, heat_with_flow},
    {tissue::fat_metabolic_heat, Score::fat_flow, heat_with_flow},
    {tissue::muscle_perfusion, Score::muscle_flow, heat_with_flow},
    {tissue::muscle_metabolic_heat, Score::muscle_flow, heat_with_flow},
    {tissue::cortical_bone_perfusion, Score::cortical_bone_flow},
    {tissue::cancellous_bone_perfusion, Score::cancellous_bone_flow},
    {tissue::ligament_perfusion, Score::ligament_flow, as_ligament},
    {tissue::fascia_perfusion, Score::ligament_flow, as_ligament},

    {tissue::dermis_density, Score::dermis_density},
    {tissue::fat_density, Score::fat_density},
    {tissue::muscle_density, Score::muscle_density},
    {tissue::cortical_bone_density, Score::cortical_bone_density},
    {tissue::cancellous_bone_density, Score::cancellous_bone_density},
    {tissue::disc_density, Score::disc_density},
    {tissue::ligament_density, Score::ligament_density, as_ligament},
    {tissue::fascia_density, Score::ligament_density, as_ligament},
    {tissue::nerve_density, Score::nerve_density},
    {tissue::blood_density, Score::blood_density},
    {tissue::dermis_specific_heat, Score::dermis_specific_heat},
    {tissue::fat_specific_heat, Score::fat_specific_heat},
    {tissue::muscle_specific_heat, Score::muscle_specific_heat},
    {tissue::cortical_bone_specific_heat, Score::cortical_bone_specific_heat},
    {tissue::cancellous_bone_specific_heat, Score::cancellous_bone_specific_heat},
    {tissue::disc_specific_heat, Score::disc_specific_heat},
    {tissue::ligament_specific_heat, Score::ligament_specific_heat, as_ligament},
    {tissue::fascia_specific_heat, Score::ligament_specific_heat, as_ligament},
    {tissue::nerve_specific_heat, Score::nerve_specific_heat},
    {tissue::blood_specific_heat, Score::blood_specific_heat},

    {tissue::frozen_skin_freezing_temperature, Score::skin_freezing_temperature, water_freezes,
     at_most_zero},
    {tissue::frozen_muscle_freezing_temperature, Score::muscle_freezing_temperature, water_freezes,
     at_most_zero},
    {tissue::frozen_muscle_latent_heat, Score::muscle_latent_heat},

    {perfusion::local_floor, Score::local_constriction, one_fit, at_most_one},
    {perfusion::local_sensitivity, Score::local_constriction, one_fit},
    {perfusion::onset_time, Score::onset_time},
    {perfusion::recovery_time, Score::recovery_time},
    {perfusion::reflex_gain, Score::reflex_gain},
    {perfusion::muscle_flow_q10, Score::muscle_flow_q10, flow_does_not_rise, at_least_one},
    {perfusion::metabolism_q10, Score::metabolism_q10},
    {perfusion::warm_cap, Score::warm_cap, not_below_rest, at_least_one},

    {anatomy::skin_thickness, Score::skin_thickness},
    {anatomy::epidermis_thickness, Score::epidermis_thickness},
    {anatomy::canal_depth, Score::canal_depth},
    {anatomy::vertebral_body_length, Score::vertebral_body_length},
    {anatomy::facet_offset, Score::facet_offset},
    {anatomy::study_fat_factor, Score::study_fat_factor},
    {anatomy::midline_fat_per_bmi, Score::midline_fat_per_bmi},
    {anatomy::paraspinal_fat_ratio, Score::paraspinal_fat_ratio},
    {anatomy::skinfold_ratio, Score::skinfold_ratio},
    {anatomy::skinfold_residual, Score::skinfold_residual},
    {anatomy::muscle_fat_fraction_per_year, Score::muscle_fat_fraction_per_year},

    {applicators::dry_towel_resistance, Score::dry_towel, one_towel},
    {applicators::dry_towel_resistance_per_layer, Score::dry_towel, one_towel},
    {applicators::wet_towel_resistance, Score::wet_towel},
    {applicators::dressing_resistance, Score::dressing},
    {applicators::ctm_ice_water_pump_shirt_resistance, Score::thin_cloth},
    {applicators::elastic_wrap_factor, Score::elastic_wrap},

    {body::fat_share_under_skin, Score::fat_under_skin, a_share, at_most_one},
    {body::fat_thickness_weight_shoulder, Score::fat_of_limbs, limbs_against_trunk},
    {body::fat_thickness_weight_arm, Score::fat_of_limbs, limbs_against_trunk},
    {body::fat_thickness_weight_thigh, Score::fat_of_limbs, limbs_against_trunk},
    {body::fat_thickness_weight_leg, Score::fat_of_limbs, limbs_against_trunk},
    {body::bone_share_limb, Score::bone_of_limbs, bone_of_limbs, at_most_one},
    {body::bone_share_extremity, Score::bone_of_limbs, bone_of_limbs, at_most_one},
    {body::muscle_share_neck, Score::muscle_of_trunk, muscle_of_trunk, at_most_one},
    {body::muscle_share_chest, Score::muscle_of_trunk, muscle_of_trunk, at_most_one},
    {body::muscle_share_back, Score::muscle_of_trunk, muscle_of_trunk, at_most_one},
    {body::limb_muscle_flow_factor, Score::flow_of_limb_muscle, not_over_the_table, at_most_one},
    {body::outer_flow_least, Score::least_outer_flow},
    {body::shivering_gain_factor, Score::shivering_gain},
    {body::shivering_most, Score::shivering_most},
    {body::resting_activity, Score::resting_activity, not_below_basal, at_least_one},
    {body::glove_resistance, Score::gloves_and_shoes, ends_worn_alike},
    {body::shoe_resistance, Score::gloves_and_shoes, ends_worn_alike},
    {body::brief_resistance, Score::underwear, one_cloth},
    {body::headband_resistance, Score::underwear, one_cloth},
    {body::after_clothing, Score::clothes_after},

    {observation::limb_artery_below_core, Score::limb_artery},
    {observation::probe_depth_factor, Score::probe_depth},
    {observation::wire_share, Score::wire, a_share, at_most_one},
    {observation::skin_sensor_depth_share, Score::skin_sensor, a_share, at_most_one},
    {observation::thermography_delay_local, Score::delay_local},
    {observation::thermography_delay_body, Score::delay_body},

    {observation::contact_spread_ice_bag, Score::contact_spread_ice_bag},
    {observation::contact_spread_wetted, Score::contact_spread_wetted},
    {observation::contact_spread_frozen_pack, Score::contact_spread_frozen_pack},
    {observation::contact_spread_machine, Score::contact_spread_machine},
    {observation::contact_shift_ice_bag, Score::contact_shift_ice_bag},
    {observation::contact_shift_wetted, Score::contact_shift_wetted},
    {observation::contact_shift_frozen_pack, Score::contact_shift_frozen_pack},
    {observation::contact_shift_machine, Score::contact_shift_machine},
    {observation::limb_artery_share_in_water, Score::limb_artery_in_water, a_share, at_most_one},
    {observation::muscle_settling, Score::muscle_settling},
    {observation::covered_share, Score::covered_share, a_share, at_most_one},
    {observation::discrepancy_skin, Score::discrepancy_skin},
    {observation::discrepancy_muscle, Score::discrepancy_muscle},
    {observation::discrepancy_skin_body, Score::discrepancy_skin_body},
    {observation::discrepancy_core, Score::discrepancy_core},
    {observation::discrepancy_flow, Score::discrepancy_flow},
    {observation::person_skin, Score::person_skin},
    {observation::person_muscle, Score::person_muscle},
    {observation::person_core, Score::person_core},
});
static_assert(table.size() == parameter_count);

constexpr std::size_t largest_index() {
  std::size_t largest = 0;
  for (const Row& row : table) {
    largest = std::max<std::size_t>(largest, row.fact.index);
  }
  return largest;
}

static_assert(parameter_count < std::numeric_limits<std::uint8_t>::max());

using Places = std::array<std::uint8_t, largest_index() + 1>;

constexpr Places places() {
  Places found{};
  for (std::uint8_t& each : found) {
    each = static_cast<std::uint8_t>(parameter_count);
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    found[table[i].fact.index] = static_cast<std::uint8_t>(i);
  }
  return found;
}

std::array<Parameter, parameter_count> priors() {
  std::array<Parameter, parameter_count> made{};
  std::transform(table.begin(), table.end(), made.begin(), [](const Row& row) {
    return Parameter{row.fact, row.score, prior_of(facts::fact(row.fact), row.bounds), row.why};
  });
  return made;
}

}  // namespace

std::span<const Parameter, parameter_count> parameters() {
  static const std::array<Parameter, parameter_count> made = priors();
  return made;
}

std::size_t parameter_of(facts::Id fact) {
  static constexpr Places place = places();
  return fact.index < place.size() ? place[fact.index] : parameter_count;
}

}  // namespace coldplan::posterior
