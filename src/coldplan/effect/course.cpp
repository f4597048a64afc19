#include "coldplan/effect/course.h"

#include <algorithm>
#include <cstddef>

namespace coldplan::effect {
namespace {

/// Where the line from sample i − 1 to sample i meets a level; the two lie on different sides of
/// it.
double crossing(const Course& course, std::size_t i, double level) {
  const double from = course.value[i - 1];
  const double share = (level - from) / (course.value[i] - from);
  return course.time[i - 1] + share * (course.time[i] - course.time[i - 1]);
}

double value_at(const Course& course, double time) {
  const auto next = std::upper_bound(course.time.begin(), course.time.end(), time);
  if (next == course.time.begin()) {
    return course.value.front();
  }
  if (next == course.time.end()) {
    return course.value.back();
  }
  const auto i = static_cast<std::size_t>(next - course.time.begin());
  const double share = (time - course.time[i - 1]) / (course.time[i] - course.time[i - 1]);
  return course.value[i - 1] + share * (course.value[i] - course.value[i - 1]);
}

}  // namespace

double lowest(const Course& course) {
  return *std::min_element(course.value.begin(), course.value.end());
}

std::optional<double> first_at_or_below(const Course& course, double level) {
  if (course.value.front() <= level) {
    return course.time.front();
  }
  for (std::size_t i = 1; i < course.value.size(); ++i) {
    if (course.value[i] <= level) {
      return crossing(course, i, level);
    }
  }
  return std::nullopt;
}

double time_below_from(const Course& course, double removal, double level) {
  if (!(value_at(course, removal) < level)) {
    return 0.0;
  }
  for (std::size_t i = 1; i < course.value.size(); ++i) {
    if (course.time[i] > removal && course.value[i] >= level) {
      return crossing(course, i, level) - removal;
    }
  }
  return course.time.back() - removal;
}

double last_time_below(const Course& course, double removal, double level) {
  if (course.value.back() < level) {
    return course.time.back() - removal;
  }
  for (std::size_t i = course.value.size() - 1; i > 0 && course.time[i] > removal; --i) {
    if (course.value[i - 1] < level) {
      return std::max(0.0, crossing(course, i, level) - removal);
    }
  }
  return 0.0;
}

double half_fallen(const Course& course) {
  return 0.5 * (course.value.front() + lowest(course));
}

std::vector<double> mean_of(std::span<const std::span<const double>> values) {
  std::vector<double> mean(values.front().size(), 0.0);
  for (const std::span<const double> each : values) {
    for (std::size_t i = 0; i < mean.size(); ++i) {
      mean[i] += each[i] / static_cast<double>(values.size());
    }
  }
  return mean;
}

}  // namespace coldplan::effect
