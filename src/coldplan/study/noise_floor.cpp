#include "coldplan/study/noise_floor.h"

#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include <boost/math/distributions/chi_squared.hpp>

#include "coldplan/quantity/units.h"
#include "coldplan/study/moments.h"

namespace coldplan::study {
namespace {

using quantity::seconds_per_minute;

// numerical: what counts as the same time of reading [s].
constexpr double first_reading = 15.0 * seconds_per_minute;
// numerical: as above.
constexpr double last_reading = 30.0 * seconds_per_minute;
// numerical: how long after the cold a reading still counts as one under it [s].
constexpr double just_after = seconds_per_minute;
// numerical: depths that count as one, with a margin for what is exactly on the bound [m].
constexpr double shallowest = 0.01 - 1e-6;
// numerical: as above.
constexpr double deepest = 0.03 + 1e-6;
// numerical: the ends of a 90 % interval.
constexpr double lower_end = 0.05;
// numerical: as above.
constexpr double upper_end = 0.95;

bool is_read_under_the_cold(const Row& row) {
  const auto& time = row.measurement.time;
  return time && row.cooling && *time >= first_reading && *time <= last_reading &&
         *time <= *row.cooling + just_after;
}

bool is_under_a_pack_of_ice(const Row& row) {
  const bool is_ice = row.kind == "crushed_ice_pack" || row.kind == "ice_water_bag";
  const bool is_bare =
      row.barrier == "none" || row.barrier == "plastic" || row.barrier == "unknown";
  return is_ice && is_bare && row.state == State::rest && row.measurement.scored &&
         row.measurement.value && row.measurement.quantity == "temperature_C" &&
         is_read_under_the_cold(row);
}

bool is_read_in_muscle(const Row& row) {
  const Location& location = row.measurement.location;
  return row.group == Group::muscle && location.depth_from == DepthFrom::fat && location.depth &&
         *location.depth >= shallowest && *location.depth <= deepest;
}

void add_spread(NoiseFloor& floor) {
  if (floor.studies.size() < fewest_studies) {
    return;
  }
  std::vector<double> means;
  for (const StudyMean& study : floor.studies) {
    means.push_back(study.value);
  }
  const double middle = mean_of(means);
  double squares = 0.0;
  for (const double mean : means) {
    squares += (mean - middle) * (mean - middle);
  }
  const double freedom = static_cast<double>(means.size()) - 1.0;
  const boost::math::chi_squared distribution{freedom};
  floor.sd = std::sqrt(squares / freedom);
  floor.low = std::sqrt(squares / boost::math::quantile(distribution, upper_end));
  floor.high = std::sqrt(squares / boost::math::quantile(distribution, lower_end));
}

NoiseFloor noise_of(std::string what, std::string protocol, std::span<const Row> rows,
                    const std::function<bool(const Row&)>& is_wanted) {
  std::map<std::string, std::map<std::string, std::vector<double>>> readings;
  for (const Row& row : rows) {
    if (is_under_a_pack_of_ice(row) && is_wanted(row)) {
      readings[row.study][row.arm].push_back(*row.measurement.value);
    }
  }
  NoiseFloor floor{std::move(what), std::move(protocol), {}, {}, {}, {}};
  for (const auto& [study, arms] : readings) {
    std::vector<double> means;
    for (const auto& [arm, values] : arms) {
      means.push_back(mean_of(values));
    }
    floor.studies.push_back({study, static_cast<int>(means.size()), mean_of(means)});
  }
  add_spread(floor);
  return floor;
}

}  // namespace

NoiseFloor noise_of_skin(std::span<const Row> rows) {
  return noise_of("Packs of ice, skin",
                  "resting people, bags of ice on bare skin or under a barrier of plastic or not "
                  "stated, read at minutes 15 to 30 under the ice",
                  rows, [](const Row& row) { return row.group == Group::skin_local; });
}

NoiseFloor noise_of_muscle(std::span<const Row> rows) {
  return noise_of("Packs of ice, muscle 1 to 3 cm under the fat",
                  "as for skin, a temperature printed of a probe at a depth stated from the fat",
                  rows, is_read_in_muscle);
}

}  // namespace coldplan::study
