#pragma once

#include <cmath>
#include <cstddef>
#include <string>

#include "coldplan/drawing/compare_picture.h"
#include "coldplan/drawing/session_picture.h"

/// Made-up pictures for tests: round numbers that belong to no body.
namespace coldplan::drawing::testing {

inline double example_temperature(double minute, double depth_m) {
  const double dip =
      30.0 * std::exp(-depth_m / 0.01) * std::exp(-std::pow((minute - 20.0) / 15.0, 2));
  return 32.0 + 60.0 * depth_m - dip;
}

inline History example_history(std::size_t minutes = 61) {
  History history;
  history.cooling_minutes = 20.0;
  for (std::size_t i = 0; i < minutes; ++i) {
    history.minutes.push_back(60.0 * static_cast<double>(i) / static_cast<double>(minutes - 1));
  }
  for (std::size_t j = 0; j <= 20; ++j) {
    history.map_depth_m.push_back(0.003 * static_cast<double>(j));
  }
  for (const double minute : history.minutes) {
    history.map_temperature_C.emplace_back();
    for (const double depth : history.map_depth_m) {
      history.map_temperature_C.back().push_back(example_temperature(minute, depth));
    }
  }
  for (const double depth : {0.0, 0.01, 0.02, 0.03, 0.04, 0.05}) {
    Curve curve{"tissue at " + std::to_string(static_cast<int>(depth * 1000.0)) + " mm", depth, {}};
    for (const double minute : history.minutes) {
      curve.temperature_C.push_back(example_temperature(minute, depth));
    }
    history.curves.push_back(curve);
  }
  return history;
}

inline Setting example_setting() {
  return {
      {{"outer", 0.002}, {"soft", 0.018}, {"sheath", 0.001}, {"firm", 0.03}, {"hard", 0.02}},
      {{"joint", 0.045}},
      {{13.0, "first limit"}, {10.0, "second limit"}, {5.0, "third limit"}, {0.0, "last limit"}},
      quantity::UnitSystem::metric};
}

inline SessionPicture example_session() {
  return {"A session", "a made-up person", "a caveat", example_history(), example_setting()};
}

inline ComparePicture example_comparison(std::size_t forms = most_forms) {
  ComparePicture picture{"Forms", "a made-up person", "a caveat", {}, example_setting()};
  for (std::size_t i = 0; i < forms; ++i) {
    picture.forms.push_back({"form " + std::to_string(i + 1), "a note", example_history()});
    picture.forms.back().history.cooling_minutes = 5.0 * static_cast<double>(i);
  }
  return picture;
}

inline void lengthen(History& history, const std::string& tail) {
  for (Curve& curve : history.curves) {
    curve.label += tail;
  }
}

inline void lengthen(Setting& setting, const std::string& tail) {
  for (Layer& layer : setting.layers) {
    layer.name += tail;
  }
  for (Mark& mark : setting.marks) {
    mark.label += tail;
  }
  for (Limit& limit : setting.limits) {
    limit.label += tail;
  }
}

inline std::string long_words(int times) {
  std::string words;
  for (int i = 0; i < times; ++i) {
    words += " as measured with great care and incomprehensibilities";
  }
  return words;
}

}  // namespace coldplan::drawing::testing
