#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "coldplan/quantity/error.h"

/// A temperature in time, and what every limit asks of it.
///
/// Between its samples a course is a straight line, and everything here is exact for that line,
/// except the moment at which a dose is reached within a stretch, which is taken as linear in time
/// there. "Under" is strict: a course that only touches a limit has not passed it.
namespace coldplan::injury {

/// A course: both spans have the same length, times rise. An empty course means that this was not
/// looked at; it never means that nothing happened.
struct Course {
  std::span<const double> time;         ///< [s]
  std::span<const double> temperature;  ///< [°C]

  [[nodiscard]] bool empty() const { return time.empty(); }
};

/// Nothing, or what is wrong with a course: lengths that differ, times that do not rise, a number
/// that is not finite. An empty course is allowed.
[[nodiscard]] Expected<void> check(const Course& course, const std::string& place);

/// The lowest temperature [°C] of a course that is not empty.
[[nodiscard]] double coldest(const Course& course);

/// When it is first under a temperature [s]; none if it never is.
[[nodiscard]] std::optional<double> first_under(const Course& course, double limit);

/// All time spent under a temperature [s], pauses left out.
[[nodiscard]] double time_under(const Course& course, double limit);

/// When all time spent under a temperature has come to `stay` > 0 [s]; none if it does not.
[[nodiscard]] std::optional<double> time_of_stay(const Course& course, double limit, double stay);

/// ∫ max(0, limit − T) dt [K s].
[[nodiscard]] double dose_under(const Course& course, double limit);

/// When that dose has come to `dose` > 0 [s]; none if it does not.
[[nodiscard]] std::optional<double> time_of_dose(const Course& course, double limit, double dose);

/// A stretch of a course that lies under a limit: a straight line of `duration` [s] from `start`
/// [s].
struct Stretch {
  double start = 0.0;
  double duration = 0.0;
  double first = 0.0;  ///< temperature at its start [°C]
  double last = 0.0;   ///< and at its end
};

/// What a stretch adds to some dose.
using DoseOf = std::function<double(const Stretch&)>;

/// The sum of a dose over all stretches under a limit.
[[nodiscard]] double sum_under(const Course& course, double limit, const DoseOf& dose_of);

/// When that sum has come to `target` > 0, taken as linear within a stretch [s].
[[nodiscard]] std::optional<double> time_of_sum(const Course& course, double limit, double target,
                                                const DoseOf& dose_of);

}  // namespace coldplan::injury
