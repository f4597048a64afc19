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
      {"The same session is run at the median, with fat at the thin and the thick end of nine "
       "people "
       "in ten who share these measures, and with the pack touching as poorly and as well as packs "
       "were found to. The two deviations are added in squares.",
       "That the ends of the contact's range are a 5th and a 95th percentile is assumed. Blood "
       "flow, "
       "conductivities and the depth of the joint are not in it yet, so the true range is wider."},
      {"p05 = median − √(Δ_fat² + Δ_contact²),  p95 likewise above"},
      {id::anatomy::midline_fat_residual, id::anatomy::midline_fat_per_bmi,
       id::anatomy::study_fat_factor, id::anatomy::skinfold_residual,
       id::applicators::ice_bag_contact_conductance}};
}

}  // namespace

std::vector<Topic> explain_topics() {
  return {model(), back(), perfusion(), reflex(), pack(), limits(), spread()};
}

}  // namespace coldplan::app
