#include <array>
#include <cmath>

#include "coldplan/effect/calibration_parts.h"
#include "coldplan/effect/secondary_injury.h"
#include "coldplan/effect/strength.h"
#include "coldplan/facts/ids.h"

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

}  // namespace coldplan::effect::points
