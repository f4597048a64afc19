#include "coldplan/injury/core.h"

#include <algorithm>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

double start() {
  return facts::value(id::core_cooling_start);
}

}  // namespace

double hypothermia_limit() {
  return facts::value(id::hypothermia_stages_i_high);
}

double core_stop() {
  return facts::value(id::core_cooling_stop);
}

std::optional<double> core_cooling_rate(double water) {
  const double rate =
      facts::value(id::core_cooling_rest_a) - facts::value(id::core_cooling_rest_b) * water;
  return rate > 0.0 ? std::optional{rate} : std::nullopt;
}

bool is_measured_water(double water) {
  return water >= facts::value(id::core_cooling_water_coldest) &&
         water <= facts::value(id::core_cooling_water_warmest);
}

std::optional<double> time_to_core(double core, double water) {
  const auto rate = core_cooling_rate(water);
  return rate ? std::optional{std::max(0.0, start() - core) / *rate} : std::nullopt;
}

double afterdrop(CoreCold cold, const Coefficients& drawn) {
  return cold == CoreCold::water ? drawn.afterdrop_after_water : drawn.afterdrop_after_cabin;
}

double lowest_core(const Course& core, double removal, CoreCold cold, const Coefficients& drawn) {
  const double lowest = coldest(core);
  if (core.time.back() >= removal + facts::value(id::core_cooling_afterdrop_time)) {
    return lowest;
  }
  return std::min(lowest, core.temperature.back() - afterdrop(cold, drawn));
}

double lowest_core_of_bath(double water, double duration, const Coefficients& drawn) {
  const auto rate = core_cooling_rate(water);
  return rate ? start() - *rate * duration - afterdrop(CoreCold::water, drawn) : start();
}

}  // namespace coldplan::injury
