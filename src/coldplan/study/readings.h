#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// Numbers read on the people of an arm under many draws.
namespace coldplan::study {

/// By measurement, draw and person, in the units of the quantity.
struct Readings {
  std::size_t measurements = 0;
  std::size_t draws = 0;
  std::size_t people = 0;
  std::vector<double> value;

  [[nodiscard]] double& at(std::size_t measurement, std::size_t draw, std::size_t person) {
    return value[(measurement * draws + draw) * people + person];
  }
  [[nodiscard]] std::span<const double> of(std::size_t measurement, std::size_t draw) const {
    return std::span{value}.subspan((measurement * draws + draw) * people, people);
  }
};

/// Readings of nothing yet.
[[nodiscard]] inline Readings empty_readings(std::size_t measurements, std::size_t draws,
                                             std::size_t people) {
  return {measurements, draws, people, std::vector<double>(measurements * draws * people)};
}

/// What is added to the temperatures of an arm in one draw once the cold has lasted a while: what
/// the model misses in a study, and the chance of who took part [K].
struct Miss {
  double skin = 0.0;
  double muscle = 0.0;
  double core = 0.0;
};

}  // namespace coldplan::study
