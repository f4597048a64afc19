#include "coldplan/study/study_conflicts.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "coldplan/person/json_text.h"

namespace coldplan::study {
namespace {

using nlohmann::json;
using Conflict = std::optional<Error>;

// numerical: no number of a study is larger; below it whole numbers fit an int, and all stay finite
// in any unit
constexpr double largest_number = 1e9;
// numerical: what a sum of minutes may lose by rounding, as a share
constexpr double rounding = 1e-12;

std::string entry(const char* list, std::size_t index) {
  return fmt::format("{}[{}]", list, index);
}

Conflict too_large(const json& value) {
  if (value.is_number() && std::abs(value.get<double>()) > largest_number) {
    return Error{ErrorCode::out_of_range, "", person::shown(value),
                 fmt::format("a number of a study ({:g} at most)", largest_number), ""};
  }
  if (!value.is_structured()) {
    return std::nullopt;
  }
  for (const auto& [key, each] : value.items()) {
    if (Conflict found = too_large(each)) {
      const std::string place = value.is_array() ? "[" + key + "]" : key;
      const bool is_entry = found->place.empty() || found->place.starts_with('[');
      found->place = place + (is_entry ? "" : ".") + found->place;
      return found;
    }
  }
  return std::nullopt;
}

Conflict repeated_arm(const json& arms) {
  for (std::size_t i = 0; i < arms.size(); ++i) {
    for (std::size_t before = 0; before < i; ++before) {
      if (arms[i].at("id") == arms[before].at("id")) {
        return Error{ErrorCode::conflict, entry("arms", i) + ".id",
                     person::shown(arms[i].at("id")) + " stands twice", "",
                     "give every arm an id of its own"};
      }
    }
  }
  return std::nullopt;
}

/// The times of an arm with cycles are those of one cycle.
Conflict cycle_conflict(const json& arm) {
  if (!arm.contains("cycles")) {
    return std::nullopt;
  }
  const json& cycles = arm.at("cycles");
  const auto differs = [&](const char* of_cycle, const char* of_arm) -> Conflict {
    if (arm.at(of_arm).is_null() || arm.at(of_arm) == cycles.at(of_cycle)) {
      return std::nullopt;
    }
    return Error{ErrorCode::conflict, std::string{"cycles."} + of_cycle, cycles.at(of_cycle).dump(),
                 fmt::format("{} ({})", of_arm, arm.at(of_arm).dump()), "give both for one cycle"};
  };
  Conflict found = differs("on_min", "cooling_min");
  return found ? found : differs("off_min", "rewarming_min");
}

/// Two numbers of an object, where both are given, the first above the second.
Conflict falling(const json& object, const char* first, const char* second) {
  if (!object.is_object() || object.at(first).is_null() || object.at(second).is_null() ||
      object.at(first) <= object.at(second)) {
    return std::nullopt;
  }
  return Error{ErrorCode::conflict, first, object.at(first).dump(),
               fmt::format("at most {} ({})", second, object.at(second).dump()), ""};
}

Conflict end_before_beginning(const json& arm) {
  for (const char* key : {"fat_thickness_mm", "skinfold_mm", "limb_girth_mm"}) {
    if (const Conflict found = falling(arm.at(key), "low", "high")) {
      return under(key, *found);
    }
  }
  const json& stages = arm.at("applicator").at("stages");
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (const Conflict found = falling(stages[i], "minute_from", "minute_to")) {
      return under("applicator." + entry("stages", i), *found);
    }
  }
  return std::nullopt;
}

/// The minutes of cooling and rewarming, where both are known.
std::optional<double> minutes_of(const json& arm) {
  if (arm.contains("cycles")) {
    const json& cycles = arm.at("cycles");
    return (cycles.at("on_min").get<double>() + cycles.at("off_min").get<double>()) *
           cycles.at("times").get<double>();
  }
  const json& cooling = arm.at("cooling_min");
  const json& rewarming = arm.at("rewarming_min");
  return cooling.is_null() || rewarming.is_null()
             ? std::nullopt
             : std::optional{cooling.get<double>() + rewarming.get<double>()};
}

Conflict late_reading(const json& measurement, std::optional<double> minutes) {
  const bool has_minute = measurement.contains("minute") && measurement.at("minute").is_number();
  if (!minutes || !has_minute ||
      measurement.at("minute").get<double>() <= *minutes * (1.0 + rounding)) {
    return std::nullopt;
  }
  return Error{ErrorCode::conflict, "minute", measurement.at("minute").dump(),
               fmt::format("within cooling and rewarming ({:g} min)", *minutes), ""};
}

Conflict measurement_conflict(const json& measurement, std::optional<double> minutes) {
  for (const char* key : {"window_min", "ci95", "range"}) {
    const bool is_given = measurement.contains(key) && measurement.at(key).is_array();
    if (is_given && measurement.at(key)[0] > measurement.at(key)[1]) {
      return Error{ErrorCode::conflict, key, person::shown(measurement.at(key)),
                   "a pair, the lower number first", ""};
    }
  }
  const json& location = measurement.at("location");
  const json& tissue = location.at("tissue");
  const bool needs_depth =
      measurement.at("scored").get<bool>() && (tissue == "muscle" || tissue == "fat");
  if (needs_depth && location.at("depth_mm").is_null()) {
    return Error{ErrorCode::missing, "location.depth_mm", "", "",
                 fmt::format("give a number: a scored value of {} needs its depth",
                             tissue.get<std::string>())};
  }
  return late_reading(measurement, minutes);
}

Conflict arm_conflict(const json& arm) {
  for (const auto& rule : {cycle_conflict, end_before_beginning}) {
    if (Conflict found = rule(arm)) {
      return found;
    }
  }
  const json& measurements = arm.at("measurements");
  const std::optional<double> minutes = minutes_of(arm);
  for (std::size_t i = 0; i < measurements.size(); ++i) {
    if (const Conflict found = measurement_conflict(measurements[i], minutes)) {
      return under(entry("measurements", i), *found);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> study_conflict(const json& document) {
  const json& arms = document.at("arms");
  for (const Conflict& found : {too_large(document), repeated_arm(arms)}) {
    if (found) {
      return found;
    }
  }
  for (std::size_t i = 0; i < arms.size(); ++i) {
    if (const Conflict found = arm_conflict(arms[i])) {
      return under(entry("arms", i), *found);
    }
  }
  return std::nullopt;
}

}  // namespace coldplan::study
