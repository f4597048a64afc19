#pragma once

// Bodies and sessions that the tests of this room share; no product code includes it.

#include <vector>

#include "coldplan/person/anthropometry.h"
#include "coldplan/thermoregulation/whole_body.h"

namespace coldplan::thermoregulation::tests {

inline constexpr double minute = 60.0;

[[nodiscard]] inline person::Person adult(person::Sex sex, double age, double height,
                                          double weight) {
  person::Person person;
  person.sex = sex;
  person.age = age;
  person.height = height;
  person.weight = weight;
  return person;
}

[[nodiscard]] inline person::Person young_man() {
  return adult(person::Sex::male, 25.0, 1.80, 75.0);
}
[[nodiscard]] inline person::Person stout_woman() {
  return adult(person::Sex::female, 58.0, 1.65, 78.0);
}

[[nodiscard]] inline Physique body_of(const person::Person& person, std::size_t refinement = 1) {
  return physique_of(person, anatomy::median_build(person),
                     person::anthropometry(person).body_fat_fraction.median,
                     make_layout(refinement));
}

[[nodiscard]] inline Surroundings everywhere(const Surrounding& same) {
  Surroundings around;
  around.fill(same);
  return around;
}

/// Bare in a chamber whose gas is so cold [°C], then in a room.
[[nodiscard]] inline std::vector<Stage> chamber(double gas, double seconds, double after) {
  return {{seconds, everywhere(cold_gas(gas, 8.0, 0.95, 0.0)), true},
          {after, still_room(23.0), false}};
}

/// In water to the neck, then in a room.
[[nodiscard]] inline std::vector<Stage> immersion(double film, double seconds, double after) {
  Surroundings wet = everywhere(water(film));
  for (const Site site : {Site::head, Site::neck}) {
    wet.at(place_of(site)) = still_room(23.0).at(place_of(site));
  }
  std::vector<Stage> stages{{seconds, wet, true}};
  if (after > 0.0) {
    stages.push_back({after, still_room(23.0), false});
  }
  return stages;
}

/// Water of so many litres, or one that is held.
[[nodiscard]] inline Bath bath_at(double temperature, double litres) {
  return {temperature, litres * 4186.0, 0.0, 23.0};
}
// numerical: litres that nobody warms.
inline constexpr double held_litres = 1e20;

[[nodiscard]] inline BodyTask in_chamber(const person::Person& person, double gas = -95.0,
                                         double seconds = 3.0 * minute,
                                         double after = 60.0 * minute) {
  return {body_of(person), chamber(gas, seconds, after)};
}

[[nodiscard]] inline BodyTask in_bath(const person::Person& person, double temperature,
                                      double seconds, double after, double litres = held_litres) {
  BodyTask task{body_of(person), immersion(107.0, seconds, after)};
  task.bath = bath_at(temperature, litres);
  return task;
}

[[nodiscard]] inline BodyHistory history_of(const BodyTask& task, const BodyOptions& options = {}) {
  return simulate({&task, 1}, options).front().value();
}

}  // namespace coldplan::thermoregulation::tests
