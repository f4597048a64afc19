#include <array>
#include <cmath>
#include <limits>

#include "coldplan/facts/ids.h"
#include "coldplan/injury/calibration_parts.h"
#include "coldplan/injury/face_wind.h"
#include "coldplan/injury/freezing.h"
#include "coldplan/injury/frost_grade.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

using Points = std::vector<CalibrationPoint>;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view taken_over =
    "taken over as the limit itself; nothing is left to compare";

// numerical: temperatures that stand in the names of the facts [°C].
constexpr double deep_cold = -9.0;

void add_freezing(Points& points) {
  const facts::Id nine = id::ice_seeding_kinetics_time_at_minus_9c;
  const double seeded = facts::value(id::ice_seeding_kinetics_temperature_min_penetration);
  const double four = facts::value(id::ice_seeding_kinetics_temperature_ref);
  points.insert(
      points.end(),
      {tested("ice_crossing_1_8", "ice crosses mouse skin at -1.8 °C",
              id::ice_seeding_kinetics_time_at_minus_1_8c,
              rounding(id::ice_seeding_kinetics_time_at_minus_1_8c),
              crossing_time(seeded).value_or(unknown)),
       tested("ice_crossing_4", "ice crosses mouse skin at -4 °C",
              id::ice_seeding_kinetics_time_at_minus_4c,
              rounding(id::ice_seeding_kinetics_time_at_minus_4c),
              crossing_time(four).value_or(unknown)),
       tested("ice_crossing_9", "ice crosses mouse skin at -9 °C, in less than", nine,
              {0.0, facts::value(nine)}, crossing_time(deep_cold).value_or(unknown)),
       listed("wet_skin", "wet skin freezes", id::skin_freezing_point_temperature_wet, taken_over,
              freezing_limit(SkinState::wet)),
       listed("dry_skin_warm", "dry skin freezes, warm end",
              id::skin_freezing_point_temperature_dry_high, taken_over,
              freezing_limit(SkinState::dry)),
       listed("dry_skin_cold", "dry skin freezes, cold end",
              id::skin_freezing_point_temperature_dry_low, taken_over),
       listed("tissue", "tissue freezes", id::skin_freezing_point_temperature_tissue, taken_over),
       listed("pig_plate", "dry skin of pigs unharmed under a plate for 10 min",
              id::fat_cryolysis_temperature_skin_unharmed,
              "pigs; the range for dry skin has them frozen, and so errs on caution"),
       listed("excised_limb", "an excised limb freezes in air of -25 °C, within",
              id::ice_seeding_kinetics_limb_at_minus_25c,
              "a limb of a mouse in air; how cold its skin was is not told"),
       listed("spray", "sprays below 0 °C without injury, up to",
              id::sprays_gas_short_safe_spray_s_high,
              "how cold the skin was is not told second by second"),
       listed("danielsson", "frostbite of 5 % of fingers", id::danielsson_p5pct_at,
              "often quoted as -4.8 °C, and in no text that was read")});
}

/// Where P_nec has come to a share [°C], by the curve that the room uses.
double temperature_of_dead_share(double share) {
  double cold = facts::value(id::tissue_necrosis_freezing_temperature_keratinocyte);
  double warm = 0.0;
  // numerical: halvings of a range of some tens of kelvin.
  constexpr int halvings = 60;
  for (int i = 0; i < halvings; ++i) {
    const double middle = 0.5 * (cold + warm);
    (dead_share(middle) > share ? cold : warm) = middle;
  }
  return 0.5 * (cold + warm);
}

void add_grade(Points& points) {
  const double spread = facts::value(id::tissue_necrosis_freezing_temperature_50_spread);
  const auto set = [spread](std::string_view name, std::string_view text, facts::Id temperature,
                            facts::Id share) {
    return tested(name, text, temperature, within(facts::value(temperature), spread),
                  temperature_of_dead_share(facts::value(share)));
  };
  points.insert(
      points.end(),
      {set("dead_5_percent", "frozen tissue: 5 % dead, where pigment cells die",
           id::tissue_necrosis_freezing_temperature_pigment,
           id::tissue_necrosis_freezing_dead_share_warm),
       set("dead_95_percent", "frozen tissue: 95 % dead, at the isotherm of necrosis",
           id::tissue_necrosis_freezing_temperature_necrosis_isotherm,
           id::tissue_necrosis_freezing_dead_share_cold),
       listed("keratinocyte", "cells of the epidermis die",
              id::tissue_necrosis_freezing_temperature_keratinocyte,
              "one kind of cell, which outlives the tissue that it stands in"),
       listed("frozen_nerve", "nerve long lost below", id::nerve_freezing_temperature_prolonged,
              "rats; the room has no model of a frozen nerve"),
       listed("frozen_nerve_recovery", "recovery of a frozen nerve complete after",
              id::nerve_freezing_recovery_complete,
              "rats; the room has no model of a frozen nerve")});
}

void add_contact(Points& points) {
  points.insert(points.end(),
                {listed("contact_pain", "skin in contact: pain",
                        facts::id::effects::contact_criteria_pain, taken_over),
                 listed("contact_numb", "skin in contact: numb",
                        facts::id::effects::contact_criteria_numb, taken_over),
                 listed("contact_frostbite", "skin in contact: frostbite threatens",
                        id::contact_frostbite_temperature_frostbite_contact, taken_over),
                 listed("bare_metal", "bare metal, not below", id::contact_frostbite_metal_limit,
                        taken_over)});
}

struct WindCell {
  std::string_view share_id;
  std::string_view time_id;
  OutdoorAir air;
  facts::Id share;
  facts::Id time;
  std::string_view missed;
};

// numerical: temperatures of the air, which stand in the names of the facts [°C].
constexpr std::array cold_air{-20.0, -30.0, -40.0, -50.0};

std::vector<WindCell> wind_cells() {
  const double slow = facts::value(id::frostnip_face_wind_speed_low);
  const double fast = facts::value(id::frostnip_face_wind_speed_high);
  return {{"frostnip_share_20_16",
           "frostnip_time_20_16",
           {cold_air[0], slow},
           id::frostnip_face_wind_share_20_16,
           id::frostnip_face_wind_time_20_16,
           ""},
          {"frostnip_share_20_32",
           "frostnip_time_20_32",
           {cold_air[0], fast},
           id::frostnip_face_wind_share_20_32,
           id::frostnip_face_wind_time_20_32,
           ""},
          {"frostnip_share_30_16",
           "frostnip_time_30_16",
           {cold_air[1], slow},
           id::frostnip_face_wind_share_30_16,
           id::frostnip_face_wind_time_30_16,
           "missed: the fitted line comes 1.6 of its deviations too early, which errs on caution"},
          {"frostnip_share_30_32",
           "frostnip_time_30_32",
           {cold_air[1], fast},
           id::frostnip_face_wind_share_30_32,
           id::frostnip_face_wind_time_30_32,
           ""},
          {"frostnip_share_40_16",
           "frostnip_time_40_16",
           {cold_air[2], slow},
           id::frostnip_face_wind_share_40_16,
           id::frostnip_face_wind_time_40_16,
           ""},
          {"frostnip_share_40_32",
           "frostnip_time_40_32",
           {cold_air[2], fast},
           id::frostnip_face_wind_share_40_32,
           id::frostnip_face_wind_time_40_32,
           ""}};
}

Spread of_faces(facts::Id share) {
  return of_people(facts::value(share), facts::value(id::frostnip_face_wind_people));
}

void add_wind(Points& points) {
  const double factor = std::exp(facts::value(id::frostnip_face_wind_resid_sd_ln));
  for (const WindCell& cell : wind_cells()) {
    points.push_back(tested(cell.share_id, "faces with frostnip within 45 min, air and wind (km/h)",
                            cell.share, of_faces(cell.share),
                            frostnip_share(cell.air).value_or(unknown)));
    points.push_back(tested(cell.time_id, "time to frostnip of those who got it", cell.time,
                            within_factor(facts::value(cell.time), factor),
                            frostnip_time(cell.air).value_or(unknown), cell.missed));
  }
  const auto calm = [](std::string_view name, double air, facts::Id share) {
    return tested(name, "faces with frostnip within 45 min, calm air", share, of_faces(share),
                  frostnip_share({air, 0.0}).value_or(unknown));
  };
  points.insert(
      points.end(),
      {calm("frostnip_share_20_calm", cold_air[0], id::frostnip_face_wind_share_20_calm),
       calm("frostnip_share_30_calm", cold_air[1], id::frostnip_face_wind_share_30_calm),
       calm("frostnip_share_40_calm", cold_air[2], id::frostnip_face_wind_share_40_calm),
       calm("frostnip_share_50_calm", cold_air[3], id::frostnip_face_wind_share_50_calm)});
  const auto band = [](std::string_view name, facts::Id edge, facts::Id time) {
    return tested(name, "edge of a band of wind chill (not independent of the fit)", time,
                  within(facts::value(time), facts::value(id::windchill_bands_agreement)),
                  frostnip_time_at(facts::value(edge)));
  };
  points.insert(
      points.end(),
      {band("band_30_min", id::windchill_bands_edge_30_min, id::windchill_bands_time_30_min),
       band("band_10_min", id::windchill_bands_edge_10_min, id::windchill_bands_time_10_min),
       band("band_5_min", id::windchill_bands_edge_5_min, id::windchill_bands_time_5_min),
       band("band_2_min", id::windchill_bands_edge_2_min, id::windchill_bands_time_2_min)});
}

}  // namespace

Points skin_points() {
  Points points;
  add_freezing(points);
  add_grade(points);
  add_contact(points);
  add_wind(points);
  return points;
}

}  // namespace coldplan::injury
