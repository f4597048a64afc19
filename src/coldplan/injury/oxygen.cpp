#include "coldplan/injury/oxygen.h"

#include <array>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

struct Band {
  facts::Id below;  ///< the upper end of the band
  std::string_view symptoms;
};

// From the least oxygen up.
constexpr std::array bands{
    Band{id::hypoxia_oxygen_coma_high, "coma within seconds, then death"},
    Band{id::hypoxia_oxygen_fatal_high, "death within minutes unless treated"},
    Band{id::hypoxia_oxygen_fainting_high, "fainting, nausea, unconsciousness"},
    Band{id::hypoxia_oxygen_blue_lips_high, "failing judgement, blue lips"},
    Band{id::hypoxia_oxygen_judgement_high, "fast breathing and pulse, poor judgement"},
    Band{id::hypoxia_oxygen_alarm,
         "less strength; early symptoms where heart, lungs or circulation are ill"}};

}  // namespace

double oxygen_margin(double oxygen) {
  return oxygen - applicator::oxygen_limit();
}

std::optional<double> time_to_oxygen_limit(const applicator::OxygenInRoom& answer) {
  return answer.leak ? answer.leak->time_to_limit : std::nullopt;
}

std::string_view oxygen_symptoms(double oxygen) {
  for (const Band& band : bands) {
    if (oxygen < facts::value(band.below)) {
      return band.symptoms;
    }
  }
  return {};
}

}  // namespace coldplan::injury
