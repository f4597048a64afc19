#include <array>
#include <cmath>

#include "coldplan/effect/calibration_parts.h"
#include "coldplan/effect/secondary_injury.h"
#include "coldplan/effect/strength.h"
#include "coldplan/facts/ids.h"
#include "coldplan/thermoregulation/cardiovascular.h"

namespace coldplan::effect::points {
namespace {

namespace id = facts::id::effects;
using facts::value;

/// Power of a sprint at a muscle temperature. No spread was stated for four men: what the slopes of
/// the two measurements differ by stands for it.
CalibrationPoint sprint(std::string_view name, std::string_view text, facts::Id power,
                        facts::Id temperature) {
  const Coefficients& c = median_coefficients();
  const double t = value(temperature);
  const double slopes =
      value(id::muscle_force_s_sprint_95rpm_high) - value(id::muscle_force_s_sprint_95rpm_low);
  const double spread = slopes * std::abs(c.full_force_at - t);
  const CalibrationPoint point =
      within(point_of(name, text, power), spread, spread,
             "none stated; the slopes of the two cooled sprints, 2.55 and 2.76 % per °C");
  return modelled(point, relative_force(value(id::muscle_force_s_sprint_95rpm), t, c), true);
}

/// S of rats whose muscle is taken as cold for so long, then warm.
double spared_of_rats(facts::Id duration) {
  const double end = value(duration);
  const double cold = value(id::secondary_injury_cooled_muscle);
  const std::array<double, 2> time{0.0, end};
  const std::array<double, 2> muscle{cold, cold};
  return injury_spared({time, muscle}, value(id::secondary_injury_temperature_ref),
                       median_coefficients());
}

CalibrationPoint rats(std::string_view name, std::string_view text, facts::Id spared,
                      facts::Id duration) {
  CalibrationPoint point = point_of(name, text, spared);
  const double factor = value(id::secondary_injury_spread_factor);
  point.low = point.measured / factor;
  point.high = point.measured * factor;
  point.spread = "a factor of 1.6";
  return not_tested(modelled(point, spared_of_rats(duration), true),
                    "animals; their muscle is taken as 20 °C, which was not measured");
}

void add_flow(Points& points) {
  constexpr std::string_view simulated =
      "blood flow of the skin comes from the simulation, which this room reads";
  constexpr std::string_view artery = "a deep artery, outside the model";
  points.push_back(
      not_tested(point_of("flow_thigh_bath",
                          "thigh skin flow after 10 min in 8 °C water, 10 men after exercise",
                          facts::id::perfusion::immersion_8_flow_thigh),
                 simulated));
  points.push_back(not_tested(
      point_of("flow_artery_bath",
               "femoral artery after 10 min in 8 °C water, 10 men after exercise",
               facts::id::perfusion::femoral_artery_conductance_after_10_min_8_degc_water_post),
      artery));
  points.push_back(not_tested(
      point_of("flow_thigh_cabin", "thigh skin flow after 2 min at -110 °C, 10 men after exercise",
               id::limb_skin_flow_thigh_cabin),
      simulated));
  points.push_back(not_tested(
      point_of("flow_artery_cabin", "femoral artery after 2 min at -110 °C, 10 men after exercise",
               id::limb_skin_flow_femoral_cabin),
      artery));
  points.push_back(not_tested(
      point_of("flow_knee_artery", "arterial flow of the knee after 20 min of ice, 21 adults",
               facts::id::perfusion::knee_ice_uptake_fall_arterial),
      artery));
  points.push_back(not_tested(
      point_of("flow_knee_soft", "soft-tissue flow of the knee after 20 min of ice, 21 adults",
               facts::id::perfusion::knee_ice_uptake_fall_soft_tissue),
      "all tissue of a knee at once, which the columns of the model do not hold"));
  points.push_back(not_tested(
      point_of("flow_knee_bone", "bone uptake of the knee after 20 min of ice, 21 adults",
               facts::id::perfusion::knee_ice_uptake_fall_bone),
      "bone of a knee, outside the model"));
  points.push_back(not_tested(
      point_of("flow_stays_low", "skin flow still reduced so long after 1 h of cold, 6 people",
               id::vasoconstriction_persistence_tau_up_min),
      simulated));
}

void add_shock(Points& points, std::string_view name, std::string_view text, facts::Id fact,
               double model) {
  CalibrationPoint point = point_of(name, text, fact);
  const double spread = value(id::cold_shock_individual_spread) * point.measured;
  points.push_back(
      modelled(within(point, spread, spread, "30 % between people, assumed"), model, true));
}

// numerical: water temperatures that stand in the names of the facts [°C].
constexpr double colder_water = 10.0;
// numerical: as above.
constexpr double warmer_water = 15.0;

void add_cold_shock(Points& points) {
  const auto cold = thermoregulation::cold_shock(colder_water).value();
  const auto cool = thermoregulation::cold_shock(warmer_water).value();
  add_shock(points, "shock_breaths_10", "breaths, first 30 s in 10 °C water, 13 men",
            id::cold_shock_fr_10, cold.breaths);
  add_shock(points, "shock_breaths_15", "breaths, first 30 s in 15 °C water, 13 men",
            id::cold_shock_fr_15, cool.breaths);
  add_shock(points, "shock_ventilation_10", "air breathed, first 30 s in 10 °C water, 13 men",
            id::cold_shock_vi_10, cold.ventilation);
  add_shock(points, "shock_ventilation_15", "air breathed, first 30 s in 15 °C water, 13 men",
            id::cold_shock_vi_15, cool.ventilation);
  add_shock(points, "shock_heart_10", "heart rate, first 30 s in 10 °C water, 13 men",
            id::cold_shock_hr_10, cold.heart_rate);
  add_shock(points, "shock_heart_15", "heart rate, first 30 s in 15 °C water, 13 men",
            id::cold_shock_hr_15, cool.heart_rate);
  points.push_back(
      not_tested(point_of("shock_after_six_dips", "breaths after six dips, of those before, 13 men",
                          id::cold_shock_h_fr_low),
                 "the product gives no credit for getting used to it"));
}

}  // namespace

void add_strength(Points& points) {
  points.push_back(sprint("sprint_31_9", "peak power of a sprint, muscle at 31.9 °C, 4 men",
                          id::muscle_force_sargeant_cool_power,
                          id::muscle_force_sargeant_cool_temperature));
  points.push_back(sprint("sprint_29_0", "peak power of a sprint, muscle at 29.0 °C, 4 men",
                          id::muscle_force_sargeant_cold_power,
                          id::muscle_force_sargeant_cold_temperature));
  points.push_back(not_tested(
      sprint("sprint_39_3", "peak power of a sprint, muscle warmed to 39.3 °C, 4 men",
             id::muscle_force_sargeant_warm_power, id::muscle_force_sargeant_warm_temperature),
      "warmed muscle: the model is for cooled muscle"));
}

void add_tissue(Points& points) {
  add_flow(points);
  points.push_back(rats("spared_5_hours", "loss of oxidative capacity avoided by 5 h of ice, rats",
                        id::secondary_injury_s_obs_continuous_5h,
                        id::secondary_injury_continuous_duration));
  points.push_back(rats("spared_3_bouts", "smaller area of injury with 3 x 30 min of ice, rats",
                        id::secondary_injury_s_obs_3x30min_a,
                        id::secondary_injury_3x30min_duration));
  points.push_back(
      rats("spared_3_bouts_again", "smaller area of injury with 3 x 30 min of ice, other rats",
           id::secondary_injury_s_obs_3x30min_b, id::secondary_injury_3x30min_duration));
  points.push_back(
      not_tested(point_of("white_cells", "white cells that stick to vessels, 8 °C, 6 h",
                          id::leukocytes_microcirculation_adherence_change),
                 "animals: rats; direction alone is told"));
}

void add_whole_body(Points& points) {
  add_cold_shock(points);
  const double age = value(id::bp_wbc_age_young);
  points.push_back(modelled(
      point_of("cabin_pressure", "systolic rise after 3 min at -130 °C, 25 men of 21 years",
               id::bp_wbc_dsbp),
      thermoregulation::cabin_response(age, true).systolic_rise, true));
  points.push_back(modelled(point_of("cabin_heart_head_in", "heart rate after a cabin, head in it",
                                     id::wbc_autonomic_hr_wbc),
                            thermoregulation::cabin_response(age, true).heart_rate_change, true));
  points.push_back(
      modelled(point_of("cabin_heart_head_out", "heart rate after a cryosauna, head out of it",
                        id::wbc_autonomic_hr_pbc),
               thermoregulation::cabin_response(age, false).heart_rate_change, true));
  points.push_back(not_tested(
      point_of("face_wind_pressure", "highest systolic rise of one person, face in wind at -10 °C",
               id::face_cold_bp_max_dsbp),
      "one person's highest; told as such, not predicted"));
}

}  // namespace coldplan::effect::points
