#include "coldplan/injury/coefficients.h"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/posterior/distribution.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

// numerical: slots of random numbers that nobody else uses.
constexpr std::uint32_t first_slot = 2000;

constexpr posterior::Bounds never_negative{0.0, std::numeric_limits<double>::infinity()};

/// m + s z, with half the width between the 5th and the 95th percentile.
double even(double median, double half_width, double score) {
  return posterior::at(posterior::linear_between(median - half_width, median, median + half_width),
                       score);
}

/// Normal, cut at zero: a core that rises after removal is not what "afterdrop" means.
double fall(facts::Id fact, double score) {
  const double sd = facts::fact(fact).sd;
  return posterior::at({facts::value(fact), sd, sd, false, never_negative}, score);
}

}  // namespace

Coefficients drawn_coefficients(std::span<const double> standard_normals) {
  if (standard_normals.size() != coefficient_count) {
    throw std::logic_error("a draw of the coefficients of injury takes one number for each");
  }
  const double dose = facts::value(id::nerve_nonfreezing_animals_d50);
  const double factor = facts::value(id::nerve_nonfreezing_animals_dose_factor);
  const double spread = facts::value(facts::id::effects::cold_shock_individual_spread);
  Coefficients drawn;
  drawn.dry_freezing_point = std::lerp(facts::value(id::skin_freezing_point_temperature_dry_high),
                                       facts::value(id::skin_freezing_point_temperature_dry_low),
                                       posterior::normal_share(standard_normals[0]));
  drawn.half_dead_temperature =
      even(facts::value(id::tissue_necrosis_freezing_temperature_50),
           facts::value(id::tissue_necrosis_freezing_temperature_50_spread), standard_normals[1]);
  drawn.nerve_dose =
      posterior::at(posterior::between(dose / factor, dose, dose * factor), standard_normals[2]);
  drawn.frostnip_time_factor =
      std::exp(facts::value(id::frostnip_face_wind_resid_sd_ln) * standard_normals[3]);
  drawn.afterdrop_after_water = fall(id::core_cooling_afterdrop_cwi, standard_normals[4]);
  drawn.afterdrop_after_cabin = fall(id::core_cooling_afterdrop_wbc, standard_normals[5]);
  drawn.closing_score = standard_normals[6];
  drawn.cold_shock_factor = even(1.0, spread, standard_normals[7]);
  return drawn;
}

const Coefficients& median_coefficients() {
  static const Coefficients median = drawn_coefficients(std::array<double, coefficient_count>{});
  return median;
}

Coefficients drawn_coefficients(std::uint64_t seed, std::uint64_t index) {
  std::array<double, coefficient_count> scores{};
  for (std::size_t i = 0; i < coefficient_count; i += 2) {
    const auto slot = first_slot + static_cast<std::uint32_t>(i / 2);
    const std::array<double, 2> pair = posterior::normal_pair(seed, index, slot);
    scores.at(i) = pair[0];
    scores.at(i + 1) = pair[1];
  }
  return drawn_coefficients(scores);
}

}  // namespace coldplan::injury
