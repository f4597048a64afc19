#include <cmath>

#include "coldplan/effect/calibration_parts.h"
#include "coldplan/effect/nerve.h"
#include "coldplan/facts/ids.h"
#include "coldplan/tissue/perfusion.h"

namespace coldplan::effect::points {
namespace {

namespace id = facts::id::effects;
using facts::value;

// numerical: temperatures that stand in the names of the facts [°C].
constexpr double warm = 30.0;
// numerical: as above.
constexpr double cool = 25.0;
// numerical: the shares at which onset and complete block were set when the curves were fitted.
constexpr double onset = 0.95;
// numerical: as above.
constexpr double complete = 0.05;

constexpr std::string_view slopes = "between persons 0.8 to 2.0 m/s per °C where the mean is 1.3";

/// Velocity left between two temperatures by a measured Q10; persons slow by 0.8 to 2.0 over the
/// mean slope of 1.3 of that.
CalibrationPoint slowed(std::string_view name, std::string_view text, facts::Id quotient,
                        double from, double to) {
  CalibrationPoint point = point_of(name, text, quotient);
  point.measured = tissue::temperature_quotient(value(quotient), to, from);
  const double mean = value(id::ncv_sensory_ulnar_linear_correction);
  const double fall = 1.0 - point.measured;
  point.low = 1.0 - fall * value(id::ncv_individual_spread_ulnar_max) / mean;
  point.high = 1.0 - fall * value(id::ncv_individual_spread_ulnar_min) / mean;
  point.spread = slopes;
  return modelled(point, relative_velocity(to, from, median_coefficients()), true);
}

void add_velocity(Points& points) {
  const double full = value(id::ncv_sensory_ulnar_temperature_ref);
  const double coldest = value(id::ncv_sensory_ulnar_temperature_coldest);
  points.push_back(slowed("nerve_velocity_35_to_25",
                          "ulnar sensory velocity at 25 °C beside the nerve, of that at 35 °C; 14 "
                          "young adults",
                          id::ncv_sensory_ulnar_q10_35_25, full, cool));
  points.push_back(slowed("nerve_velocity_30_to_20",
                          "ulnar sensory velocity at 20 °C beside the nerve, of that at 30 °C; 14 "
                          "young adults",
                          id::ncv_sensory_ulnar_q10_30_20, warm, coldest));
  points.push_back(slowed("nerve_velocity_35_to_20",
                          "ulnar sensory velocity at 20 °C beside the nerve, of that at 35 °C; 14 "
                          "young adults",
                          id::ncv_sensory_ulnar_q10_overall, full, coldest));
}

void add_tibial(Points& points) {
  CalibrationPoint tibial =
      point_of("nerve_slowing_at_10_skin",
               "tibial velocity lost at 10 °C ankle skin, 23 men; the nerve's own temperature was "
               "inferred as 20 to 23 °C, of which the model takes the middle",
               id::ncv_tibial_algafly_ncv_reduction_at_10c);
  const double mean = value(id::ncv_sensory_ulnar_linear_correction);
  tibial.low = tibial.measured * value(id::ncv_individual_spread_ulnar_min) / mean;
  tibial.high = tibial.measured * value(id::ncv_individual_spread_ulnar_max) / mean;
  tibial.spread = slopes;
  const double nerve = value(id::ncv_tibial_algafly_nerve_temperature);
  points.push_back(modelled(tibial, 1.0 - relative_velocity(nerve, median_coefficients()), true));
  constexpr std::string_view no_temperature =
      "neither the nerve's temperature nor its velocity before stands in the abstract";
  for (const facts::Id fact :
       {id::ncv_sural_tibial_herrera_sensory_dv, id::ncv_sural_tibial_herrera_motor_dv}) {
    const bool sural = fact.index == id::ncv_sural_tibial_herrera_sensory_dv.index;
    CalibrationPoint change = point_of(
        sural ? "sural_slowing" : "tibial_slowing",
        sural ? "sural sensory velocity after 15 min of ice massage, pack or bath, 36 young adults"
              : "tibial motor velocity after 15 min of ice massage, pack or bath, 36 young adults",
        fact);
    change.low = facts::fact(fact).low;
    change.high = facts::fact(fact).high;
    change.spread = "over three kinds of cold";
    points.push_back(not_tested(change, no_temperature));
  }
}

void add_block(Points& points) {
  const Coefficients& c = median_coefficients();
  const double spread = value(id::block_temperature_spread);
  const double low = value(id::ncv_motor_ulnar_block_block_low);
  const double high = value(id::ncv_motor_ulnar_block_block_high);
  CalibrationPoint block =
      point_of("thick_fibre_block", "complete block of the ulnar motor nerve, people",
               id::block_myelinated_temperature_complete);
  block.low = low;
  block.high = high;
  block.spread = "8 to 10 °C as stated";
  points.push_back(
      modelled(block, temperature_at_conducting_share(Fibre::thick_myelinated, complete, c), true));
  points.push_back(modelled(
      within(point_of("thick_fibre_onset", "myelinated nerve of mammals begins to be blocked",
                      id::block_myelinated_temperature_onset),
             spread, spread, "assumed for the middle of the curve"),
      temperature_at_conducting_share(Fibre::thick_myelinated, onset, c), true));
  constexpr std::string_view cats = "animals: seven cats";
  points.push_back(
      not_tested(modelled(point_of("slow_fibre_onset", "C fibres of the cat begin to be blocked",
                                   id::block_c_fibre_temperature_first_partial_block),
                          temperature_at_conducting_share(Fibre::unmyelinated, onset, c), true),
                 cats));
  points.push_back(
      not_tested(modelled(point_of("slow_fibre_block", "complete block of C fibres of the cat",
                                   id::block_c_fibre_temperature_complete_block),
                          temperature_at_conducting_share(Fibre::unmyelinated, complete, c), true),
                 cats));
}

}  // namespace

void add_nerve(Points& points) {
  add_velocity(points);
  add_tibial(points);
  add_block(points);
}

}  // namespace coldplan::effect::points
