#include "coldplan/effect/analgesia.h"
#include "coldplan/effect/calibration_parts.h"
#include "coldplan/effect/sensation.h"
#include "coldplan/facts/ids.h"
#include "coldplan/posterior/distribution.h"

namespace coldplan::effect::points {
namespace {

namespace id = facts::id::effects;
using facts::value;

constexpr std::string_view between_people = "between people, one standard deviation";

void add_thresholds(Points& points) {
  const Coefficients& c = median_coefficients();
  const double cool = value(id::cold_receptors_sd);
  const auto add_cool = [&](CalibrationPoint point, bool is_source) {
    points.push_back(
        modelled(within(point, cool, cool, between_people), c.cool_temperature, is_source));
  };
  add_cool(point_of("cool_fibres", "skin at which human cold fibres begin to fire, 9 units",
                    id::cold_receptors_temperature_threshold),
           true);
  add_cool(point_of("cool_review", "skin feels cool, fingers and toes (review)",
                    id::sensation_ladder_cool),
           false);
  const double width = c.pain_width;
  const auto add = [&](CalibrationPoint point, double model, bool is_source) {
    points.push_back(modelled(within(point, width, width, between_people), model, is_source));
  };
  add(point_of("pain_hand", "pain appears, skin of fingers and toes (review)",
               id::sensation_ladder_pain),
      pain_temperature(Site::hand_or_foot, c), true);
  add(point_of("pain_fingertip", "fingertip on cold surfaces hurts, 20 men and 20 women",
               id::contact_criteria_pain),
      pain_temperature(Site::fingertip, c), true);
  add(point_of("pain_face", "cheek in cold air hurts, few adults", id::cheek_sensation_painful),
      pain_temperature(Site::face, c), true);
  add(point_of("numb_review", "numbness replaces pain, fingers and toes (review)",
               id::sensation_ladder_numb),
      c.numb_temperature, true);
  add(point_of("numb_fingertip", "fingertip on cold surfaces is numb, 20 men and 20 women",
               id::contact_criteria_numb),
      c.numb_temperature, true);
  add(point_of("numb_finger", "finger loses fine touch, 10 people",
               id::tactile_finger_temperature_marked_loss_perfused),
      c.numb_temperature, true);
}

/// A point of which the ends of a range were stated.
CalibrationPoint ranged(std::string_view name, std::string_view text, facts::Id low,
                        facts::Id high) {
  CalibrationPoint point = point_of(name, text, low);
  point.low = value(low);
  point.high = value(high);
  point.measured = 0.5 * (point.low + point.high);
  point.spread = "the stated range; its middle stands for what was measured";
  return point;
}

void add_ranges(Points& points) {
  const Coefficients& c = median_coefficients();
  points.push_back(modelled(
      ranged(
          "pain_upper_limit",
          "highest skin temperature that still counts as a normal pain threshold, 31 people; the "
          "model's 95th percentile at a mean of 15 °C",
          id::cold_pain_threshold_qst_upper_normal_limit_cpt_low,
          id::cold_pain_threshold_qst_upper_normal_limit_cpt_high),
      pain_temperature(Site::fingertip, c) + posterior::score_p95 * c.pain_width, true));
  points.push_back(modelled(
      ranged("ache_onset", "vein wall at which ache begins, hand in ice water",
             id::vein_pain_pinprick_temperature_on_low, id::vein_pain_pinprick_temperature_on_high),
      c.ache_temperature, true));
  points.push_back(
      modelled(ranged("ache_at_9", "rating of the ache at 9 °C of the vein wall, hand in ice water",
                      id::vein_pain_pinprick_vas_at_9c_low, id::vein_pain_pinprick_vas_at_9c_high),
               ache_strength(value(id::vein_pain_pinprick_temperature_full), c), true));
  points.push_back(not_tested(
      modelled(
          ranged("prick_lost_in_skin",
                 "a pinprick is lost at this temperature within the skin of a hand in ice water",
                 id::vein_pain_pinprick_pinprick_loss_low,
                 id::vein_pain_pinprick_pinprick_loss_high),
          c.prick_temperature, false),
      "measured within the skin, which is warmer than its surface; the two studies disagree"));
  points.push_back(not_tested(
      modelled(
          point_of("touch_without_flow", "half of fine touch is lost, finger without blood flow",
                   id::tactile_finger_temperature_50_arrested),
          c.numb_temperature, false),
      "blood flow was stopped; the model is for skin with flow"));
}

/// The skin's temperature under a pack.
CalibrationPoint pack(std::string_view name, std::string_view text, facts::Id skin) {
  const Coefficients& c = median_coefficients();
  return not_tested(modelled(point_of(name, text, skin), c.prick_temperature, false),
                    "the abstract gives skin temperature alone; the model's value is "
                    "where half of people feel a prick no more");
}

CalibrationPoint pressed(std::string_view name, std::string_view text, facts::Id iced,
                         facts::Id other, double model) {
  CalibrationPoint point = point_of(name, text, iced);
  point.low = value(other);
  point.high = value(iced);
  point.measured = 0.5 * (point.low + point.high);
  point.spread = "from the ankle that was not iced to the iced one; their middle stands between";
  return modelled(point, model, true);
}

}  // namespace

void add_sensation(Points& points) {
  add_thresholds(points);
  add_ranges(points);
}

void add_analgesia(Points& points) {
  const Coefficients& c = median_coefficients();
  points.push_back(modelled(
      within(point_of("prick_temperature", "skin at which a pinprick hurts no more, 16 people",
                      id::analgesia_bugaj_temperature_analgesia),
             c.prick_width, c.prick_width, "assumed width between people"),
      c.prick_temperature, true));
  points.push_back(not_tested(
      point_of("prick_duration", "a pinprick stays dulled after 10 min of ice massage, 16 people",
               id::analgesia_bugaj_duration_after_10min_ice_massage),
      "how fast skin warms comes from the simulation, not from this table"));
  points.push_back(pack("skin_under_peas", "skin under frozen peas for 20 min, 20 adults",
                        id::pack_skin_temperatures_frozen_peas));
  points.push_back(pack("skin_under_gel", "skin under a gel pack for 20 min, 20 adults",
                        id::pack_skin_temperatures_gel_pack));
  const double velocity = 1.0 - value(id::ncv_tibial_algafly_ncv_reduction_at_10c);
  points.push_back(pressed("pressure_threshold", "rise of the pressure pain threshold, 23 men",
                           id::ncv_tibial_algafly_pth_iced, id::ncv_tibial_algafly_pth_noniced,
                           pressure_threshold(velocity, c) - 1.0));
  points.push_back(pressed("pressure_tolerance", "rise of the pressure that is borne, 23 men",
                           id::ncv_tibial_algafly_pto_iced, id::ncv_tibial_algafly_pto_noniced,
                           pressure_tolerance(velocity, c) - 1.0));
  points.push_back(not_tested(
      point_of("pressure_under_gel",
               "change of pressure pain under a gel bag on the knee, 22 women", id::ppt_null_dppt),
      "no temperature was measured; the model's interval reaches down to no change because of it"));
  points.push_back(not_tested(
      point_of("pressure_after_ice",
               "pressure pain threshold still raised so long after ice massage, 30 with arthritis",
               id::analgesia_duration_raised_at_min_second),
      "by how much does not stand in the abstract; the model gives no time beyond this one"));
}

}  // namespace coldplan::effect::points
