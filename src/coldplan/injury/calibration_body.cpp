#include <limits>

#include "coldplan/facts/ids.h"
#include "coldplan/injury/calibration_parts.h"
#include "coldplan/injury/coefficients.h"
#include "coldplan/injury/core.h"
#include "coldplan/injury/oxygen.h"
#include "coldplan/injury/raynaud.h"
#include "coldplan/thermoregulation/cardiovascular.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;
namespace effects = facts::id::effects;

using Points = std::vector<CalibrationPoint>;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view taken_over = "taken over as measured; nothing is left to compare";
constexpr std::string_view only_cases = "cases without a count of those who were not harmed";

void add_nerve(Points& points) {
  constexpr std::string_view not_measured = "how cold the nerve was is not told";
  points.insert(
      points.end(),
      {listed("rabbit_nerve", "nerves of rabbits at 1 to 5 °C degenerate after, at the least",
              id::nerve_nonfreezing_animals_time_low,
              "rabbits; the dose of the model was set to the mildest of them"),
       listed("foot_drop", "foot drop after ice over the knee for",
              id::nerve_palsy_cases_shortest_exposure, not_measured),
       listed("axonotmesis", "severe loss of nerve fibres after ice for",
              id::nerve_palsy_cases_collins_exposure, not_measured),
       listed("athletes", "athletes who recovered within months", id::nerve_palsy_cases_series,
              only_cases),
       listed("machine_skin", "dead skin after days on machines", id::cold_device_necrosis_cases,
              only_cases),
       listed("machine_temperature", "skin on a machine not below, for more than 2 h",
              id::cold_device_necrosis_temperature_guard, "an opinion, taken over"),
       listed("low_flow", "flow stays low after 1 h of cold for",
              id::persistent_vasoconstriction_persist,
              "blood flow is the simulation's, which compares it with studies of its own")});
}

void add_core(Points& points) {
  // numerical: temperatures of the water, which stand in the names of the facts [°C].
  constexpr double cold = 10.0, cool = 15.0, mild = 20.0;
  const auto bath = [](std::string_view name, std::string_view text, double water, facts::Id time) {
    return tested(name, text, time, rounding(time),
                  time_to_core(hypothermia_limit(), water).value_or(unknown));
  };
  points.insert(
      points.end(),
      {bath("core_20", "core at 35 °C in water of 20 °C", mild, id::core_cooling_time_to_35_at_20c),
       bath("core_15", "core at 35 °C in water of 15 °C", cool, id::core_cooling_time_to_35_at_15c),
       bath("core_10", "core at 35 °C in water of 10 °C (extrapolated in the source too)", cold,
            id::core_cooling_time_to_35_at_10c),
       listed("afterdrop_water", "core 60 min after cold water, fall",
              id::core_cooling_afterdrop_cwi, taken_over,
              median_coefficients().afterdrop_after_water),
       listed("afterdrop_cabin", "core 60 min after a cabin, fall", id::core_cooling_afterdrop_wbc,
              taken_over, median_coefficients().afterdrop_after_cabin),
       listed("hypothermia", "hypothermia begins", id::hypothermia_stages_i_high, taken_over,
              hypothermia_limit()),
       listed("oxygen_alarm", "oxygen alarm", id::hypoxia_oxygen_alarm, taken_over,
              applicator::oxygen_limit()),
       listed("oxygen_coma", "coma at 4 to 6 % oxygen after",
              facts::id::applicators::pbc_ln2_cryosauna_low_oxygen_coma_time,
              "an approximate table; the room has no course of a person in low oxygen"),
       listed("rhythm", "disturbed rhythm with a wet face in cold water",
              id::autonomic_conflict_incidence, "called frequent; no number was read")});
}

void add_fingers(Points& points) {
  const double women = facts::value(id::raynaud_closing_finger_test_women);
  const double closed = facts::value(id::raynaud_closing_finger_test_closed);
  const double finger = facts::value(id::raynaud_closing_finger_test_temperature);
  const Spread share = of_people(closed / women, women);
  points.insert(
      points.end(),
      {tested("finger_test", "of 18 women with primary Raynaud's, closed arteries at 10 °C",
              id::raynaud_closing_finger_test_closed, {women * share.low, women * share.high},
              women * closed_share(RaynaudSeverity::mild, finger),
              "missed: the curve of the mild has all closed at 10 °C, which errs on caution; how "
              "severe these women's disease was is not told"),
       listed("closing_mild", "closing temperature, mild", id::raynaud_closing_mild, taken_over,
              closing_temperature(RaynaudSeverity::mild).mean),
       listed("closing_moderate", "closing temperature, moderate", id::raynaud_closing_moderate,
              taken_over, closing_temperature(RaynaudSeverity::moderate).mean),
       listed("closing_severe", "closing temperature, severe", id::raynaud_closing_severe,
              taken_over, closing_temperature(RaynaudSeverity::severe).mean),
       listed("closing_disease", "closing temperature of 7 people with Raynaud's disease",
              id::raynaud_closing_raynaud_disease_mean,
              "how severe it was is not told, nor its spread",
              closing_temperature(RaynaudSeverity::mild).mean),
       listed("normal_fingers", "fall of finger pressure at 10 °C, healthy",
              id::normal_finger_pressure_drop_pct_at_10, taken_over,
              normal_pressure_drop(finger).value_or(unknown)),
       listed("urticaria", "skin temperature that brings welts in cold urticaria",
              id::cold_urticaria_ctt_mean, "people who have it are turned away before any cold"),
       listed("older_threshold", "cold is felt later at 65 y, by a factor",
              id::older_and_neuropathic_thermal_threshold_ratio,
              "told of, and computed with by nothing in this room"),
       listed("cabin_events", "harmful events after cabins",
              id::wbc_adverse_events_documented_ae_true_wbc, only_cases)});
}

void add_cold_shock(Points& points) {
  // numerical: temperatures of the water, which stand in the names of the facts [°C].
  constexpr double cold = 10.0, cool = 15.0;
  const auto shock = [](double water) {
    return thermoregulation::cold_shock(water).value_or(thermoregulation::ColdShock{});
  };
  points.insert(points.end(),
                {listed("breaths_10", "breaths a minute, first 30 s at 10 °C",
                        effects::cold_shock_fr_10, taken_over, shock(cold).breaths),
                 listed("breaths_15", "breaths a minute, first 30 s at 15 °C",
                        effects::cold_shock_fr_15, taken_over, shock(cool).breaths),
                 listed("ventilation_10", "ventilation, first 30 s at 10 °C",
                        effects::cold_shock_vi_10, taken_over, shock(cold).ventilation),
                 listed("ventilation_15", "ventilation, first 30 s at 15 °C",
                        effects::cold_shock_vi_15, taken_over, shock(cool).ventilation),
                 listed("heart_10", "heart, first 30 s at 10 °C", effects::cold_shock_hr_10,
                        taken_over, shock(cold).heart_rate),
                 listed("heart_15", "heart, first 30 s at 15 °C", effects::cold_shock_hr_15,
                        taken_over, shock(cool).heart_rate),
                 listed("six_dips", "heart in cold shock after six dips, factor",
                        effects::cold_shock_h_hr, "the room tells of a first bath only")});
}

void add_circulation(Points& points) {
  add_cold_shock(points);
  const double young = facts::value(effects::bp_wbc_age_young);
  const double old = facts::value(effects::bp_wbc_age_older);
  const auto response = thermoregulation::cabin_response(young, true);
  points.insert(
      points.end(),
      {listed("systolic_rise", "systolic rise after a cabin at -130 °C, men of 21",
              effects::bp_wbc_dsbp, taken_over, response.systolic_rise),
       listed("systolic_rise_old", "rise in the old over that in the young, more than",
              effects::older_pressor_ratio,
              "taken over from cooling by a suit; in a cabin the old were not measured so",
              thermoregulation::cabin_response(old, true).systolic_rise / response.systolic_rise),
       listed("highest_systolic", "highest rise of one man, wind of -10 °C on the face",
              effects::face_cold_bp_max_dsbp, "other cold; the highest of eight is no percentile"),
       listed("highest_diastolic", "the same, diastolic", effects::face_cold_bp_max_ddbp,
              "other cold; the highest of eight is no percentile"),
       listed("heart_after_head_in", "heart after a cabin, head in", effects::wbc_autonomic_hr_wbc,
              taken_over, response.heart_rate_change),
       listed("heart_after_head_out", "heart after a cabin, head out",
              effects::wbc_autonomic_hr_pbc, taken_over,
              thermoregulation::cabin_response(young, false).heart_rate_change)});
}

}  // namespace

Points body_points() {
  Points points;
  add_nerve(points);
  add_core(points);
  add_fingers(points);
  add_circulation(points);
  return points;
}

}  // namespace coldplan::injury
