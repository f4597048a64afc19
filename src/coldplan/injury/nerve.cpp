#include "coldplan/injury/nerve.h"

#include <algorithm>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

double reference() {
  return facts::value(id::nerve_nonfreezing_animals_temperature_ref);
}

double guard_temperature() {
  return facts::value(id::nerve_palsy_cases_guard_temperature);
}

/// A threshold of the facts, moved with the drawn dose of the animals.
double threshold(facts::Id fact, const Coefficients& drawn) {
  return facts::value(fact) * drawn.nerve_dose / median_coefficients().nerve_dose;
}

}  // namespace

double nerve_dose(const Course& nerve) {
  return dose_under(nerve, reference());
}

double nerve_cold_time(const Course& nerve) {
  return time_under(nerve, guard_temperature());
}

double nerve_cold_time_limit() {
  return facts::value(id::nerve_palsy_cases_guard_time);
}

std::optional<double> nerve_cold_limit_at(const Course& nerve) {
  return time_of_stay(nerve, guard_temperature(), nerve_cold_time_limit());
}

NerveWarning nerve_warning(const Course& nerve, const Coefficients& drawn) {
  const double dose = nerve_dose(nerve);
  if (dose >= threshold(id::nerve_nonfreezing_animals_warning_high, drawn)) {
    return NerveWarning::high;
  }
  if (dose >= threshold(id::nerve_nonfreezing_animals_warning_raised, drawn) ||
      nerve_cold_time(nerve) > nerve_cold_time_limit()) {
    return NerveWarning::raised;
  }
  return dose > 0.0 ? NerveWarning::low : NerveWarning::none;
}

std::optional<double> nerve_warning_at(const Course& nerve, const Coefficients& drawn) {
  const auto by_dose = time_of_dose(nerve, reference(),
                                    threshold(id::nerve_nonfreezing_animals_warning_raised, drawn));
  const auto by_time = nerve_cold_limit_at(nerve);
  if (by_dose && by_time) {
    return std::min(*by_dose, *by_time);
  }
  return by_dose ? by_dose : by_time;
}

std::string_view to_string(NerveWarning warning) {
  switch (warning) {
    case NerveWarning::none:
      return "none";
    case NerveWarning::low:
      return "low";
    case NerveWarning::raised:
      return "raised";
    case NerveWarning::high:
      return "high";
  }
  return "";
}

}  // namespace coldplan::injury
