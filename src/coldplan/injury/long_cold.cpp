#include "coldplan/injury/long_cold.h"

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {

namespace id = facts::id::injury;

double pack_time_limit() {
  return facts::value(id::nerve_palsy_cases_pack_time);
}

double machine_temperature() {
  return facts::value(id::cold_device_necrosis_temperature_guard);
}

double machine_time_limit() {
  return facts::value(id::cold_device_necrosis_time_guard);
}

double machine_time(const Course& skin) {
  return time_under(skin, machine_temperature());
}

std::optional<double> machine_limit_at(const Course& skin) {
  return time_of_stay(skin, machine_temperature(), machine_time_limit());
}

double low_flow_after() {
  return facts::value(id::persistent_vasoconstriction_cooling);
}

double low_flow_lasts() {
  return facts::value(id::persistent_vasoconstriction_persist);
}

}  // namespace coldplan::injury
