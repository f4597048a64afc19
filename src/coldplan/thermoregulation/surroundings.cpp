#include "coldplan/thermoregulation/surroundings.h"

#include <cmath>

#include "coldplan/thermoregulation/controls.h"
#include "coldplan/thermoregulation/segment_facts.h"

namespace coldplan::thermoregulation {
namespace {

namespace id = facts::id::thermoregulation;

/// Area mean over the body of a coefficient by segment.
double body_mean(const SegmentFacts& table) {
  double sum = 0.0;
  double all = 0.0;
  for (const Site site : all_sites()) {
    if (site != Site::lumbar) {
      const double area = sides(site) * value_at(segment::skin_area, site);
      sum += area * value_at(table, site);
      all += area;
    }
  }
  return sum / all;
}

/// Radiation of a black body for each kelvin near a temperature [W/(m² K)].
double black_radiation(double temperature) {
  // numerical: the derivative of T⁴ is 4 T³.
  constexpr double fourth_power = 4.0;
  const double absolute = temperature + kelvin;
  return fourth_power * stefan_boltzmann * absolute * absolute * absolute;
}

struct RoomFilms {
  std::array<double, site_count> convection{};
  std::array<double, site_count> emissivity{};
};

RoomFilms make_room_films() {
  const double convection =
      facts::value(id::convection_mean) / body_mean(segment::natural_convection_standing);
  const double radiation =
      facts::value(id::radiation_mean) / body_mean(segment::radiation_standing);
  // JOS-3's coefficients of radiation are those near the temperature of skin in a room.
  const double black = black_radiation(facts::value(id::two_node_neutral_temperature_skin));
  RoomFilms films;
  for (const Site site : all_sites()) {
    films.convection.at(place_of(site)) =
        convection * value_at(segment::natural_convection_standing, site);
    films.emissivity.at(place_of(site)) =
        radiation * value_at(segment::radiation_standing, site) / black;
  }
  return films;
}

}  // namespace

Surroundings still_room(double temperature, const Clothing& clothing) {
  static const RoomFilms films = make_room_films();
  const double vapour = facts::value(id::room_humidity) * saturation_pressure(temperature);
  Surroundings around;
  for (std::size_t place = 0; place < site_count; ++place) {
    const double larger = clothing_area_factor(clothing.at(place));
    around.at(place) = {larger * films.convection.at(place),
                        larger * films.emissivity.at(place),
                        temperature,
                        temperature,
                        clothing.at(place),
                        vapour,
                        false};
  }
  return around;
}

Surrounding cold_gas(double temperature, double convection, double emissivity, double clothing) {
  const double larger = clothing_area_factor(clothing);
  return {larger * convection, larger * emissivity, temperature, temperature, clothing, 0.0, false};
}

double forced_convection(Site site, double speed, double gas_temperature) {
  const double denser =
      (facts::value(id::room_air_temperature_of_films) + kelvin) / (gas_temperature + kelvin);
  return value_at(segment::forced_convection_a, site) *
         std::pow(speed, value_at(segment::forced_convection_b, site)) *
         std::pow(denser, facts::value(id::cold_air_film_exponent));
}

Surrounding water(double conductance, double clothing) {
  return {conductance, 0.0, 0.0, 0.0, clothing, 0.0, true};
}

Clothing worn_over_trunk_and_limbs(double resistance) {
  Clothing clothing{};
  for (const Site site : all_sites()) {
    const bool is_bare = site == Site::head || site == Site::neck || is_extremity(site);
    clothing.at(place_of(site)) = is_bare ? 0.0 : resistance;
  }
  return clothing;
}

}  // namespace coldplan::thermoregulation
