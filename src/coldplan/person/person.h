#pragma once

#include <optional>

namespace coldplan::person {

/// Sex, as the body-composition equations use it.
enum class Sex { female, male };

/// The body of one person: what the prediction of depth of cooling needs. Lengths in m, mass in kg.
struct Person {
  Sex sex = Sex::female;
  double age = 0.0;     ///< years
  double height = 0.0;  ///< m
  double weight = 0.0;  ///< kg
  /// Caliper skinfold beside the spine at L3-L5, a double layer [m].
  std::optional<double> lumbar_skinfold = std::nullopt;
  /// Fat beside the spine at L3-L5, measured by ultrasound [m]; goes before the skinfold.
  std::optional<double> lumbar_fat = std::nullopt;
};

/// Body mass index: weight / height² [kg/m²].
[[nodiscard]] constexpr double body_mass_index(const Person& person) {
  return person.weight / (person.height * person.height);
}

}  // namespace coldplan::person
