#pragma once

#include <optional>

#include "coldplan/applicator/form.h"

namespace coldplan::applicator {

/// What a person sets on a form beside its protocol. Nothing set: as in the facts.
struct Settings {
  std::optional<double> temperature = std::nullopt;  ///< of the source [°C]
  std::optional<double> mass = std::nullopt;         ///< of a pack, or of a tank's ice [kg]
  std::optional<double> area = std::nullopt;         ///< on the skin [m²]
};

/// The range of a setting that is taken for meant, SI.
struct Range {
  double least = 0.0;
  double most = 0.0;
};

/// Temperatures [°C] that the source of a form can be set to; none where it has none to set.
[[nodiscard]] std::optional<Range> temperature_range(const Form& form);

/// Masses [kg] likewise.
[[nodiscard]] std::optional<Range> mass_range(const Form& form);

/// Areas [m²] of skin, the same for every form.
[[nodiscard]] Range area_range();

/// The form with its settings changed; a number that was set has no spread. An error's place is
/// "temperature", "mass" or "area"; it names the range, or says that the form has no such setting.
[[nodiscard]] Expected<Form> with_settings(Form form, const Settings& settings);

}  // namespace coldplan::applicator
