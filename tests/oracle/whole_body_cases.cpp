#include "oracle/whole_body_cases.h"

#include <limits>

#include "coldplan/person/anthropometry.h"

namespace coldplan::oracle {
namespace {

using thermoregulation::Bath;
using thermoregulation::Site;
using thermoregulation::Stage;
using thermoregulation::still_room;
using thermoregulation::Surroundings;

constexpr double room_temperature = 23.0;

Stage chamber(double duration, double temperature) {
  const auto gas = [&](double clothing) {
    return thermoregulation::cold_gas(temperature, 8.0, 0.95, clothing);
  };
  Surroundings around;
  around.fill(gas(0.0));
  around.at(place_of(Site::hand)) = gas(0.155);
  around.at(place_of(Site::foot)) = gas(0.2325);
  return {duration, around, true};
}

Stage in_bath() {
  Surroundings around;
  around.fill(thermoregulation::water(107.0));
  around.at(place_of(Site::head)) = still_room(room_temperature).at(place_of(Site::head));
  return {600.0, around, true};
}

Stage room(double duration, double temperature, double clothing) {
  return {duration, still_room(temperature, thermoregulation::worn_over_trunk_and_limbs(clothing)),
          false};
}

person::Person person_of(person::Sex sex, double age, double height, double weight) {
  person::Person person;
  person.sex = sex;
  person.age = age;
  person.height = height;
  person.weight = weight;
  return person;
}

}  // namespace

std::vector<BodySession> body_sessions() {
  constexpr double held = std::numeric_limits<double>::infinity();
  constexpr double litres_200 = 200.0 * 4186.0;
  const Bath ten{10.0, held, 0.0, room_temperature};
  const Stage after = room(3600.0, room_temperature, 0.0);
  return {{"chamber",
           {chamber(30.0, -60.0), chamber(150.0, -110.0), room(7200.0, room_temperature, 0.155)}},
          {"bath held at 10 C", {in_bath(), after}, ten},
          {"bath of 200 L", {in_bath(), after}, Bath{10.0, litres_200, 10.0, room_temperature}},
          {"bath, then a hot room", {in_bath(), room(7200.0, 42.0, 0.0)}, ten}};
}

thermoregulation::BodyTask Bather::task(const BodySession& session, std::size_t refinement) const {
  const auto layout = thermoregulation::make_layout(refinement);
  return {thermoregulation::physique_of(person, anatomy::median_build(person),
                                        person::anthropometry(person).body_fat_fraction.median,
                                        layout, draw),
          session.schedule, session.bath};
}

std::vector<Bather> bathers() {
  return {{"woman of 58", person_of(person::Sex::female, 58.0, 1.65, 78.0)},
          {"man of 25", person_of(person::Sex::male, 25.0, 1.80, 75.0)},
          {"woman of 72", person_of(person::Sex::female, 72.0, 1.58, 105.0)},
          {"man of 45, drawn", person_of(person::Sex::male, 45.0, 1.76, 84.0),
           posterior::prior_draw(20, 7)}};
}

}  // namespace coldplan::oracle
