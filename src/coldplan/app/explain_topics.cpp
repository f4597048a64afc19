#include "coldplan/app/explain_topics.h"

#include "coldplan/facts/ids.h"

namespace coldplan::app {
namespace {

namespace id = facts::id;

Topic model() {
  return {
      "model",
      "How temperatures are computed",
      {"Each tissue of the back is a layer that conducts heat, holds heat, makes heat, and is "
       "warmed by its blood (Pennes 1948). Two columns of layers run from the skin to the front "
       "of the spine: one through the muscle beside it, one through the midline.",
       "The equation is solved by finite volumes in space and a fourth-order implicit scheme in "
       "time; every run checks that its energy adds up. docs/accuracy.md has the measured error."},
      {"ρ c ∂T/∂t = ∇·(k ∇T) + ω ρ_b c_b (T_a − T) + q"},
      {id::tissue::fat_conductivity, id::tissue::muscle_conductivity, id::tissue::fat_perfusion,
       id::tissue::muscle_perfusion, id::body::arterial_temperature}};
}

Topic back() {
  return {
      "back",
      "The layers of this back",
      {"Paraspinal: skin, fat, fascia, erector spinae, transverse process, deep muscle. Midline: "
       "skin, fat, ligament, lamina and facet, canal, disc.",
       "The fat is estimated from height and weight, better from a skinfold, best from "
       "ultrasound. It decides most of how far cold reaches, and for most people it is a guess."},
      {"midline fat = F₀ + s (BMI − BMI₀),  beside the spine = r × midline fat"},
      {id::anatomy::midline_fat, id::anatomy::midline_fat_per_bmi, id::anatomy::reference_bmi,
       id::anatomy::midline_fat_residual, id::anatomy::study_fat_factor,
       id::anatomy::paraspinal_fat_ratio, id::anatomy::skinfold_ratio, id::anatomy::facet_offset,
       id::anatomy::fascia_thickness, id::anatomy::transverse_process_thickness}};
}

Topic perfusion() {
  return {
      "perfusion",
      "How blood flow answers to cold",
      {"Cold skin narrows its vessels within minutes and opens them slowly afterwards, the more "
       "slowly the longer and colder it was. Fat is taken to do the same; muscle and bone follow "
       "their own temperature a little.",
       "The slow opening rests on two observations, and its formula was made for this project: "
       "it is the weakest part of the law."},
      {"h* = f + (1 − f) exp(−κ (T_n − T)),  dh/dt = (h* − h)/τ",
       "τ_off = τ₁ exp(D/D₁),  D = ∫ (1 − h) dt while cold is on"},
      {id::perfusion::local_floor, id::perfusion::local_sensitivity, id::perfusion::onset_time,
       id::perfusion::recovery_time, id::perfusion::recovery_dose_scale,
       id::perfusion::muscle_flow_q10, id::perfusion::metabolism_q10}};
}

Topic reflex() {
  return {
      "reflex",
      "The reflex of the whole body",
      {"A cold pack also narrows skin vessels through the nervous system. The signal is that of "
       "the JOS-3 model, half as strong, weaker with age, and blunted where the skin itself is "
       "cold. No measurement on the trunk was found."},
      {"R = 1/(1 + c S),  R_eff = 1 − (1 − R) a b(h)"},
      {id::perfusion::reflex_gain, id::perfusion::reflex_blunting, id::perfusion::reflex_age_factor,
       id::perfusion::constriction_cold_gain}};
}

Topic pack() {
  return {
      "pack",
      "What a pack does",
      {"A pack takes heat from the skin through its contact, and from the room through its other "
       "side. It warms to its melting point, stays there while its ice melts, then warms on. "
       "Towels and dressings lie in series with the contact.",
       "Contact is the least certain number: studies differ more than fourfold in how well "
       "packs touch."},
      {"flux = (T_skin − T_pack) / (1/U + R_barriers)"},
      {id::applicators::ice_bag_contact_conductance,
       id::applicators::ice_bag_contact_conductance_loose,
       id::applicators::ice_bag_contact_conductance_wetted, id::applicators::dry_towel_resistance,
       id::applicators::ice_latent_heat}};
}

Topic machines() {
  return {
      "machines",
      "What a cold-water machine does",
      {"A machine keeps cold water moving through a pad, so that it stays cold for as long as ice "
       "is left or a set temperature is held: hours, where a pack lasts for minutes. Pad, barrier "
       "and skin lie in series. A cuff filled by gravity warms until it is refilled; its "
       "volume was not found, so that its water is held at its temperature, which the fit of its "
       "conductance has taken up.",
       "The conductance of the pad was fitted to one device on knees, pressed on at one pressure. "
       "Of ice-and-pump units the temperature of the water is assumed; flow, reservoir and heat "
       "taken were not found. Of home machines that blow cold air no data were found at all."},
      {"flux = (T_skin − T_water) / (1/U + R_barrier)",
       "ice all melted: M c dT_water/dt = A flux + P"},
      {id::applicators::ctm_ice_water_pump_pad_conductance_fitted_at_8,
       id::applicators::ctm_ice_water_pump_default_u_pad,
       id::applicators::ctm_ice_water_pump_inlet_temperature,
       id::applicators::ctm_ice_water_pump_shirt_resistance,
       id::applicators::ctm_controlled_compression_default_t_set,
       id::applicators::ctm_gravity_cuff_conductance_fitted,
       id::applicators::home_air_machine_outlet_temperature}};
}

Topic jets() {
  return {
      "jets",
      "What a jet of cold air or gas does",
      {"A nozzle that sweeps cools one spot hard and then lets it recover. Over the whole area "
       "that is a mean coefficient: the spot's, times the share of the time that is spent on it. "
       "It was fitted to one fall of skin on knee or hand, together with the temperature of the "
       "gas, so that only the two together mean something.",
       "For a nozzle of given diameter, distance and flow the spot follows the correlation of "
       "Martin for one round jet. Of no device were these found. A jet draws in air of the room, "
       "and reaches the skin warmer than it leaves the nozzle."},
      {"flux = f h_spot (T_skin − T_jet),  f = A_spot/A_treated",
       "Nu/Pr^0.42 = G [2 Re^0.5 (1 + 0.005 Re^0.55)^0.5],  A_r = D²/(4 r²)",
       "G = 2 A_r^0.5 (1 − 2.2 A_r^0.5) / (1 + 0.2 (H/D − 6) A_r^0.5)"},
      {id::applicators::local_ln2_vapour_default_h_eff,
       id::applicators::local_ln2_vapour_default_t_eff,
       id::applicators::local_co2_neurocryostimulation_default_h_eff,
       id::applicators::local_co2_neurocryostimulation_default_t_stop,
       id::applicators::local_cold_air_machine_default_h_eff,
       id::applicators::local_cold_air_machine_default_spot_h, id::applicators::air_conductivity,
       id::applicators::air_kinematic_viscosity, id::applicators::air_prandtl_number}};
}

Topic freezing() {
  return {
      "freezing",
      "What happens where tissue freezes",
      {"The heat content of a cell is followed in place of its temperature (an enthalpy method): "
       "at the freezing point it gives off its latent heat, and the front moves inwards as fast "
       "as that heat is carried away. Frozen tissue conducts better, holds less heat and has no "
       "blood flow.",
       "Frozen muscle and fat have the values of beef and bacon from tables for food engineers; "
       "their conductivity, and all of frozen skin, follow from rules of mixtures, for skin at an "
       "assumed share of water. The range over which human skin freezes was not found.",
       "Supercooling is not modelled: skin is taken to freeze when it reaches its freezing point. "
       "Dry skin is said to freeze some degrees below wet skin, so frost may come later than "
       "computed."},
      {"∂H/∂t = ∇·(k ∇T) + ω ρ_b c_b (T_a − T) + q,  H with latent heat"},
      {id::tissue::frozen_skin_freezing_temperature, id::tissue::frozen_skin_latent_heat,
       id::tissue::frozen_skin_conductivity, id::tissue::frozen_fat_latent_heat,
       id::tissue::frozen_muscle_latent_heat, id::injury::skin_freezing_point_temperature_wet,
       id::injury::skin_freezing_point_temperature_dry_low,
       id::injury::skin_freezing_point_temperature_dry_high}};
}

Topic edges() {
  return {
      "edges",
      "What happens at the edge of a pack",
      {"A column of tissue is computed as if the cold went on for ever beside it. In the middle "
       "of a pack that is wide beside the depth of what is asked for, that holds. Towards the "
       "edge, and in a limb that is covered in part, warmth also comes from the side.",
       "There two columns are computed, one covered and one bare, that exchange heat at equal "
       "depth (simulate --edge). One study found no cooling of skin a centimetre beyond the edge "
       "of a pack; the equation gives 0.5 to 1.3 °C there (docs/edges.md)."},
      {"exchange = g (T_bare − T_covered) into the covered column, out of the bare"},
      {id::applicators::ice_bag_drop_15_min_wet_ice, id::applicators::ice_bag_area,
       id::tissue::fat_conductivity, id::tissue::muscle_conductivity}};
}

Topic limits() {
  return {
      "limits",
      "What the skin temperatures mean",
      {"Below the first of the temperatures under this text a pinprick stops hurting. That is "
       "a property of skin in an experiment, not "
       "relief of back pain: relief is what trials say.",
       "A flag rises when the coldest that this skin may get comes near a limit: nearer than the "
       "margin under this text. "
       "Skin above 0 °C cannot freeze, but long cold above it can still injure skin and nerve. "
       "No flag does not mean safe."},
      {},
      {id::effects::analgesia_skin_temperature, id::injury::skin_numb_temperature,
       id::injury::skin_warning_temperature, id::injury::skin_freezing_temperature,
       id::injury::skin_limit_margin}};
}

Topic spread() {
  return {
      "spread",
      "What \"5 to 95 %\" covers",
      {"The session is run for many draws of the same person. In each, everything that is not "
       "known "
       "has one of the values that it may have: her fat and muscle, where they were not measured; "
       "tissue; blood flow and its answer to cold; contact, temperature, jet or evaporation of the "
       "form. Every number told is the median of the draws, \"5 to 95 %\" their 5th and 95th "
       "percentile. A number that you set has no spread.",
       "To skin, and to all that lies under it, each draw adds what the model misses and how "
       "people "
       "of like fat differ, growing over the first minutes of cold; never to colder than the "
       "source of cold, nor to warmer than at rest. That ends of ranges are a 5th and a 95th "
       "percentile is assumed where experiments did not narrow them.",
       "Curves and pictures are one course, that of the likeliest person, without a miss."},
      {"T(t) + z √(σ_model² + σ_person²) (1 − exp(−t/τ)),  z standard normal"},
      {id::anatomy::midline_fat_residual, id::anatomy::midline_fat_per_bmi,
       id::anatomy::study_fat_factor, id::anatomy::skinfold_residual,
       id::applicators::ice_bag_contact_conductance, id::observation::contact_spread_ice_bag,
       id::observation::discrepancy_skin, id::observation::person_skin,
       id::observation::discrepancy_muscle, id::observation::person_muscle,
       id::observation::discrepancy_rise}};
}

}  // namespace

std::vector<Topic> explain_topics() {
  return {model(), back(),     perfusion(), reflex(), pack(),  machines(),
          jets(),  freezing(), edges(),     limits(), spread()};
}

}  // namespace coldplan::app
