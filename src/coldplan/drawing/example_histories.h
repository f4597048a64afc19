#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "coldplan/drawing/field.h"
#include "coldplan/drawing/history.h"

/// Made-up histories for tests: round numbers that belong to no body.
namespace coldplan::drawing::testing {

/// °C at a minute and a depth in metres.
using Temperature = std::function<double(double, double)>;

inline constexpr double example_depth = 0.06;

/// Six curves and a map of some temperatures.
inline History history_of(const std::vector<double>& minutes, const std::vector<Interval>& cold,
                          const Temperature& temperature, double map_spacing = 0.003) {
  History history;
  history.minutes = minutes;
  history.cold = cold;
  history.map_depth_m = nodes(
      {0.0, example_depth}, static_cast<std::size_t>(std::lround(example_depth / map_spacing)) + 1);
  for (const double minute : minutes) {
    history.map_temperature_C.emplace_back();
    for (const double depth : history.map_depth_m) {
      history.map_temperature_C.back().push_back(temperature(minute, depth));
    }
  }
  for (const double depth : {0.0, 0.01, 0.02, 0.03, 0.04, 0.05}) {
    Curve curve{"tissue at " + std::to_string(static_cast<int>(depth * 1000.0)) + " mm", depth, {}};
    for (const double minute : minutes) {
      curve.temperature_C.push_back(temperature(minute, depth));
    }
    history.curves.push_back(curve);
  }
  return history;
}

inline double example_temperature(double minute, double depth_m) {
  const double dip =
      30.0 * std::exp(-depth_m / 0.01) * std::exp(-std::pow((minute - 20.0) / 15.0, 2));
  return 32.0 + 60.0 * depth_m - dip;
}

/// A pack: 20 minutes of an hour.
inline History example_history(std::size_t minutes = 61) {
  return history_of(nodes({0.0, 60.0}, minutes), {{0.0, 20.0}}, example_temperature);
}

/// A spray of 5 seconds, followed for 10 minutes, with more samples while it is on.
inline History example_spray() {
  std::vector<double> minutes = nodes({0.0, 0.5}, 61);
  for (const double minute : nodes({0.6, 10.0}, 95)) {
    minutes.push_back(minute);
  }
  const double end = 5.0 / 60.0;
  return history_of(
      minutes, {{0.0, end}},
      [end](double minute, double depth) {
        const double width = 0.001 + 0.004 * std::sqrt(minute / 10.0);
        const double dip = minute < end
                               ? 28.0 * minute / end
                               : 28.0 * 0.0012 / (0.0002 + width) * std::exp(-(minute - end) / 2.0);
        return 32.0 + 60.0 * depth - dip * std::exp(-depth / width);
      },
      0.0005);
}

/// The constant cold of some bouts, followed with a delay that grows with depth.
inline Temperature bouts(const std::vector<Interval>& cold, double fall, double delay) {
  return [=](double minute, double depth) {
    const double slow = delay * (1.0 + depth / 0.01);
    double dip = 0.0;
    for (const Interval& on : cold) {
      const double begun = std::max(0.0, minute - on.low);
      const double ended = std::max(0.0, minute - on.high);
      dip += std::exp(-ended / slow) - std::exp(-begun / slow);
    }
    return 32.0 + 80.0 * depth - fall * dip * std::exp(-depth / 0.015);
  };
}

/// A machine that runs for eight of twelve hours.
inline History example_hours() {
  return history_of(nodes({0.0, 720.0}, 361), {{0.0, 480.0}}, bouts({{0.0, 480.0}}, 17.0, 25.0));
}

/// Cold on and off, four times in four hours.
inline History example_bouts() {
  const std::vector<Interval> cold{{0.0, 20.0}, {60.0, 80.0}, {120.0, 140.0}, {180.0, 200.0}};
  return history_of(nodes({0.0, 240.0}, 241), cold, bouts(cold, 24.0, 8.0));
}

/// Where a profile lies below 0 °C.
inline void mark_frozen(History& history) {
  const std::vector<double> depths = nodes({0.0, example_depth}, 1201);
  const Field field = resampled(history, history.minutes, depths);
  for (std::size_t i = 0; i < field.columns; ++i) {
    double from = 0.0;
    double to = 0.0;
    for (std::size_t j = 0; j < field.rows; ++j) {
      if (field.at(i, j) < -0.5) {
        from = to > 0.0 ? from : depths[j];
        to = depths[j];
      }
    }
    history.frozen_from_m.push_back(from);
    history.frozen_to_m.push_back(to);
  }
}

/// Metal far below 0 °C for ten minutes; what it froze thaws from both sides.
inline History example_frozen(double fall = 115.0, double width = 0.004) {
  History history = history_of(
      nodes({0.0, 60.0}, 241), {{0.0, 10.0}},
      [=](double minute, double depth) {
        const double on = std::min(minute, 10.0);
        const double off = std::max(0.0, minute - 10.0);
        const double reach = width * std::sqrt((minute + 0.5) / 10.0);
        const double dip = fall * (1.0 - std::exp(-on)) * std::exp(-off / 12.0);
        const double back = 0.9 * dip * (1.0 - std::exp(-off / 4.0));
        return 32.0 + 60.0 * depth - dip * std::exp(-depth / reach) +
               back * std::exp(-depth / (0.4 * reach));
      },
      0.0005);
  mark_frozen(history);
  return history;
}

}  // namespace coldplan::drawing::testing
