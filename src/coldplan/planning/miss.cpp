#include "coldplan/planning/miss.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::planning {
namespace {

namespace id = facts::id::observation;

// numerical: a slot of random numbers that nobody else uses.
constexpr std::uint32_t miss_slot = 1001;

double temperature_of(const bioheat::Boundary& boundary) {
  if (boundary.evaporation) {
    return -std::numeric_limits<double>::infinity();
  }
  return boundary.store ? boundary.store->start_temperature : boundary.temperature;
}

}  // namespace

MissScores miss_scores(std::uint64_t seed, std::uint64_t index) {
  const std::array<double, 2> scores = posterior::normal_pair(seed, index, miss_slot);
  return {scores[0], scores[1]};
}

Miss miss_of(const MissScores& scores, const posterior::Draw& draw) {
  const auto spread = [&draw](facts::Id of_model, facts::Id of_person) {
    return std::hypot(value(draw, of_model), value(draw, of_person));
  };
  return {scores.skin * spread(id::discrepancy_skin, id::person_skin),
          scores.under_skin * spread(id::discrepancy_muscle, id::person_muscle)};
}

double coldest_source(std::span<const bioheat::Phase> schedule) {
  double coldest = std::numeric_limits<double>::infinity();
  for (const bioheat::Phase& phase : schedule) {
    const double source = temperature_of(phase.boundary);
    coldest = std::min(coldest, std::max(source, phase.stop_temperature.value_or(source)));
  }
  return coldest;
}

void add_miss(std::span<double> temperature, std::span<const double> time, double miss,
              double coldest) {
  const double rise = facts::value(id::discrepancy_rise);
  const double half = facts::value(id::discrepancy_fall);
  const double start = temperature.front();
  for (std::size_t i = 0; i < temperature.size(); ++i) {
    const double modelled = temperature[i];
    const double fallen = std::max(0.0, start - modelled);
    const double grown = miss * (1.0 - std::exp(-time[i] / rise)) * fallen / (fallen + half);
    temperature[i] =
        std::clamp(modelled + grown, std::min(modelled, coldest), std::max(modelled, start));
  }
}

}  // namespace coldplan::planning
