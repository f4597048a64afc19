#include "coldplan/study/reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;
using quantity::seconds_per_minute;

// numerical: seconds in an hour.
constexpr double hour = 3600.0;

/// First time at which a course has fallen to a temperature; its end where it never does.
double time_to(const Course& course, double temperature) {
  for (std::size_t i = 1; i < course.time.size(); ++i) {
    const double before = course.temperature[i - 1];
    const double after = course.temperature[i];
    if (after <= temperature) {
      const double share = before > after ? (before - temperature) / (before - after) : 0.0;
      return std::lerp(course.time[i - 1], course.time[i], std::clamp(share, 0.0, 1.0));
    }
  }
  return course.time.back();
}

double time_of_minimum(const Course& course) {
  const auto least = std::min_element(course.temperature.begin(), course.temperature.end());
  return course.time[static_cast<std::size_t>(least - course.temperature.begin())];
}

/// Mean over a window by the trapezoid of the samples in it and its ends.
double mean_over(const Course& course, std::pair<double, double> window) {
  double sum = 0.0;
  double before = window.first;
  double value = value_at(course, before);
  const auto add = [&](double time) {
    const double next = value_at(course, time);
    sum += 0.5 * (value + next) * (time - before);
    before = time;
    value = next;
  };
  for (const double time : course.time) {
    if (time > window.first && time < window.second) {
      add(time);
    }
  }
  add(window.second);
  return sum / (window.second - window.first);
}

std::pair<double, double> window_of(const Measurement& measurement) {
  return measurement.window.value_or(std::pair{0.0, measurement.time.value_or(0.0)});
}

double lowest_after(const Course& course, double time) {
  double lowest = value_at(course, time);
  for (std::size_t i = 0; i < course.time.size(); ++i) {
    if (course.time[i] >= time) {
      lowest = std::min(lowest, course.temperature[i]);
    }
  }
  return lowest;
}

/// Mean rate of fall from the start to a target, or over the cooling [K/s].
double cooling_rate(const Measurement& measurement, const Course& course) {
  if (measurement.target) {
    return (course.temperature.front() - *measurement.target) /
           time_to(course, *measurement.target);
  }
  const double end = measurement.time.value_or(course.cooling);
  return (course.temperature.front() - value_at(course, end)) / end;
}

using Reader = double (*)(const Measurement&, const Course&, double at);

struct Entry {
  std::string_view quantity;
  Reader reader;
};

/// Every quantity of a course; `at` is the time of the reading.
constexpr std::array table{
    Entry{"temperature_C",
          [](const Measurement&, const Course& c, double at) { return value_at(c, at); }},
    Entry{"temperature_drop_C", [](const Measurement&, const Course& c,
                                   double at) { return c.temperature.front() - value_at(c, at); }},
    Entry{"temperature_change_C",
          [](const Measurement&, const Course& c, double at) {
            return value_at(c, at) - c.temperature.front();
          }},
    Entry{"temperature_rise_after_removal_C",
          [](const Measurement&, const Course& c, double at) {
            return value_at(c, at) - value_at(c, c.cooling);
          }},
    Entry{"mean_temperature_over_window_C",
          [](const Measurement& m, const Course& c, double) { return mean_over(c, window_of(m)); }},
    Entry{"temperature_drop_over_window_C",
          [](const Measurement& m, const Course& c, double) {
            return value_at(c, window_of(m).first) - value_at(c, window_of(m).second);
          }},
    Entry{"minutes_to_drop",
          [](const Measurement& m, const Course& c, double) {
            return time_to(c, c.temperature.front() - m.drop.value()) / seconds_per_minute;
          }},
    Entry{"minutes_to_temperature",
          [](const Measurement& m, const Course& c, double) {
            return time_to(c, m.target.value()) / seconds_per_minute;
          }},
    Entry{"minutes_to_minimum", [](const Measurement&, const Course& c,
                                   double) { return time_of_minimum(c) / seconds_per_minute; }},
    Entry{"minutes_to_minimum_after_removal",
          [](const Measurement&, const Course& c, double) {
            return (time_of_minimum(c) - c.cooling) / seconds_per_minute;
          }},
    Entry{"cooling_rate_C_per_min", [](const Measurement& m, const Course& c,
                                       double) { return cooling_rate(m, c) * seconds_per_minute; }},
    Entry{"cooling_rate_C_per_h",
          [](const Measurement& m, const Course& c, double) { return cooling_rate(m, c) * hour; }},
    Entry{"afterdrop_C",
          [](const Measurement&, const Course& c, double) {
            return value_at(c, c.cooling) - lowest_after(c, c.cooling);
          }},
};

const Entry* entry_of(const std::string& quantity) {
  const auto* const found = std::find_if(
      table.begin(), table.end(), [&](const Entry& entry) { return entry.quantity == quantity; });
  return found == table.end() ? nullptr : &*found;
}

bool is_camera(const Measurement& measurement) {
  return measurement.after_removal && !measurement.read_delay &&
         measurement.location.tissue == Tissue::skin;
}

}  // namespace

double value_at(const Course& course, double time) {
  const auto after = std::lower_bound(course.time.begin(), course.time.end(), time);
  if (after == course.time.begin()) {
    return course.temperature.front();
  }
  if (after == course.time.end()) {
    return course.temperature.back();
  }
  const auto i = static_cast<std::size_t>(after - course.time.begin());
  const double share = (time - course.time[i - 1]) / (course.time[i] - course.time[i - 1]);
  return std::lerp(course.temperature[i - 1], course.temperature[i], share);
}

Course from_baseline(Course course, double baseline, std::optional<double> cold) {
  const double start = course.temperature.front();
  const bool in_proportion = cold && *cold < std::min(start, baseline);
  for (double& value : course.temperature) {
    value = in_proportion ? *cold + (value - *cold) * (baseline - *cold) / (start - *cold)
                          : value + baseline - start;
  }
  return course;
}

double delay_of(const Measurement& measurement, bool whole_body, const posterior::Draw& draw) {
  if (!is_camera(measurement)) {
    return measurement.read_delay.value_or(0.0);
  }
  return value(draw, whole_body ? id::thermography_delay_body : id::thermography_delay_local);
}

bool is_course_quantity(const std::string& quantity) {
  return entry_of(quantity) != nullptr;
}

double read(const Measurement& measurement, const Course& course, double delay) {
  const Entry* entry = entry_of(measurement.quantity);
  if (entry == nullptr) {
    throw std::logic_error("no course has a " + measurement.quantity);
  }
  return entry->reader(measurement, course, measurement.time.value_or(course.cooling) + delay);
}

std::vector<std::string> observation_names(const Arm& arm, const Measurement& measurement,
                                           bool whole_body) {
  std::vector<std::string> names;
  if (is_camera(measurement)) {
    names.emplace_back(whole_body ? "camera, 1 to 3 min after" : "camera, seconds after");
  } else if (measurement.location.tissue == Tissue::skin && !whole_body) {
    names.emplace_back("skin sensor in place, between surface and dermis");
  }
  if (measurement.location.tissue == Tissue::muscle) {
    names.emplace_back("probe that acts shallower than printed, and its wire");
  }
  if (baseline_of(arm, measurement.location)) {
    names.emplace_back("from the measured baseline");
  }
  names.emplace_back(arm.n == 1 ? "one person" : "mean of the arm");
  return names;
}

std::optional<double> baseline_of(const Arm& arm, const Location& location) {
  for (const Baseline& each : arm.baseline) {
    const bool is_same_depth = !each.location.depth || !location.depth ||
                               std::abs(*each.location.depth - *location.depth) < 1e-6;
    if (each.location.tissue == location.tissue && is_same_depth) {
      return each.value;
    }
  }
  return std::nullopt;
}

}  // namespace coldplan::study
