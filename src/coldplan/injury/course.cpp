#include "coldplan/injury/course.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace coldplan::injury {
namespace {

/// The part of a straight line that lies under a limit, if any does.
std::optional<Stretch> part_under(const Course& course, std::size_t i, double limit) {
  const double from = course.temperature[i];
  const double to = course.temperature[i + 1];
  const double start = course.time[i];
  const double duration = course.time[i + 1] - start;
  if (!(from < limit) && !(to < limit)) {
    return std::nullopt;
  }
  if (from <= limit && to <= limit) {
    return Stretch{start, duration, from, to};
  }
  const double share = (limit - from) / (to - from);
  if (from > limit) {
    return Stretch{start + share * duration, (1.0 - share) * duration, limit, to};
  }
  return Stretch{start, share * duration, from, limit};
}

double kelvin_seconds(const Stretch& stretch, double limit) {
  return (limit - std::midpoint(stretch.first, stretch.last)) * stretch.duration;
}

double seconds(const Stretch& stretch) {
  return stretch.duration;
}

Error fault(const std::string& place, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, place, std::move(seen), std::move(allowed), ""};
}

}  // namespace

Expected<void> check(const Course& course, const std::string& place) {
  const auto& [time, temperature] = course;
  if (time.size() != temperature.size()) {
    return tl::unexpected(
        fault(place, fmt::format("{} times and {} temperatures", time.size(), temperature.size()),
              "a temperature for every time"));
  }
  for (std::size_t i = 0; i < time.size(); ++i) {
    if (!std::isfinite(time[i]) || !std::isfinite(temperature[i])) {
      return tl::unexpected(fault(place, fmt::format("sample {}", i), "a finite number"));
    }
    if (i > 0 && !(time[i] > time[i - 1])) {
      return tl::unexpected(fault(place, fmt::format("{:g} after {:g}", time[i], time[i - 1]),
                                  "a number above the one before it"));
    }
  }
  return {};
}

double coldest(const Course& course) {
  return *std::min_element(course.temperature.begin(), course.temperature.end());
}

std::optional<double> first_under(const Course& course, double limit) {
  const auto& [time, temperature] = course;
  const auto under = std::find_if(temperature.begin(), temperature.end(),
                                  [limit](double each) { return each < limit; });
  if (under == temperature.end()) {
    return std::nullopt;
  }
  const auto i = static_cast<std::size_t>(under - temperature.begin());
  if (i == 0) {
    return time[0];
  }
  const double share = (temperature[i - 1] - limit) / (temperature[i - 1] - temperature[i]);
  return std::lerp(time[i - 1], time[i], share);
}

double sum_under(const Course& course, double limit, const DoseOf& dose_of) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < course.time.size(); ++i) {
    if (const auto stretch = part_under(course, i, limit)) {
      sum += dose_of(*stretch);
    }
  }
  return sum;
}

std::optional<double> time_of_sum(const Course& course, double limit, double target,
                                  const DoseOf& dose_of) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < course.time.size(); ++i) {
    const auto stretch = part_under(course, i, limit);
    if (!stretch) {
      continue;
    }
    const double own = dose_of(*stretch);
    if (own > 0.0 && sum + own >= target) {
      return stretch->start + stretch->duration * ((target - sum) / own);
    }
    sum += own;
  }
  return std::nullopt;
}

double time_under(const Course& course, double limit) {
  return sum_under(course, limit, seconds);
}

std::optional<double> time_of_stay(const Course& course, double limit, double stay) {
  return time_of_sum(course, limit, stay, seconds);
}

double dose_under(const Course& course, double limit) {
  return sum_under(course, limit,
                   [limit](const Stretch& stretch) { return kelvin_seconds(stretch, limit); });
}

std::optional<double> time_of_dose(const Course& course, double limit, double dose) {
  return time_of_sum(course, limit, dose,
                     [limit](const Stretch& stretch) { return kelvin_seconds(stretch, limit); });
}

}  // namespace coldplan::injury
