#include "coldplan/app/effects_table.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/command.h"
#include "coldplan/effect/calibration.h"
#include "coldplan/injury/calibration.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

using nlohmann::ordered_json;

/// A point and the room whose model it is beside.
struct Point {
  std::string_view room;
  effect::CalibrationPoint of;
};

std::vector<Point> all_points() {
  std::vector<Point> points;
  for (const effect::CalibrationPoint& each : effect::calibration_points()) {
    points.push_back({"effect", each});
  }
  for (const effect::CalibrationPoint& each : injury::calibration_points()) {
    points.push_back({"injury", each});
  }
  return points;
}

/// A number in its unit; an absent one is a dash. Seconds are told in minutes.
std::string number(double value, std::string_view unit) {
  if (std::isnan(value)) {
    return "-";
  }
  constexpr double minute = 60.0;
  return unit == "s" ? fmt::format("{:.3g} min", value / minute)
                     : fmt::format("{:.3g}{}", value, unit == "1" ? "" : fmt::format(" {}", unit));
}

std::string spread_of(const effect::CalibrationPoint& point) {
  return std::isnan(point.low) && std::isnan(point.high)
             ? ""
             : fmt::format(" ({} to {})", number(point.low, point.unit),
                           number(point.high, point.unit));
}

std::string point_text(const Point& point) {
  const effect::CalibrationPoint& of = point.of;
  std::string text = fmt::format("{}: {}. Measured {}{}", of.id, of.text,
                                 number(of.measured, of.unit), spread_of(of));
  if (!of.is_tested) {
    return report::wrap(fmt::format("- {}. Not tested: {}", text, of.why_not), "  ");
  }
  text += fmt::format(", model {}: {}.", number(of.model, of.unit),
                      is_within(of) ? "within" : "NOT within");
  if (of.is_source) {
    text += " The model took its coefficient from this.";
  }
  if (!is_within(of)) {
    text += fmt::format(" {}", of.why_not);
  }
  return report::wrap("- " + text, "  ");
}

std::ptrdiff_t count(const std::vector<Point>& points, bool missed_alone) {
  return std::count_if(points.begin(), points.end(), [missed_alone](const Point& point) {
    return point.of.is_tested && !(missed_alone && is_within(point.of));
  });
}

ordered_json or_null(double value) {
  return std::isnan(value) ? ordered_json(nullptr) : ordered_json(value);
}

}  // namespace

std::string effects_table_text() {
  const auto points = all_points();
  std::string text = report::wrap(
      "What the models of effect and injury are compared with. Agreement with a number that a "
      "model was fitted to shows "
      "little; it is said where that is so. Nothing here was measured in a lower back that hurts.");
  for (const bool tested : {true, false}) {
    text += tested ? "\nTested:\n" : "\nOutside the models, listed alone:\n";
    for (const Point& point : points) {
      text += point.of.is_tested == tested ? point_text(point) : "";
    }
  }
  return text + report::wrap(
                    fmt::format("\n{} points, {} tested, {} of them not within the stated spread.",
                                points.size(), count(points, false), count(points, true)));
}

std::string effects_table_json() {
  const auto points = all_points();
  ordered_json json{{"points", ordered_json::array()},
                    {"tested", count(points, false)},
                    {"missed", count(points, true)}};
  for (const Point& point : points) {
    const effect::CalibrationPoint& of = point.of;
    json["points"].push_back(
        {{"id", of.id},
         {"room", point.room},
         {"text", of.text},
         {"unit", of.unit},
         {"measured", or_null(of.measured)},
         {"low", or_null(of.low)},
         {"high", or_null(of.high)},
         {"model", or_null(of.model)},
         {"tested", of.is_tested},
         {"within", of.is_tested ? ordered_json(is_within(of)) : ordered_json(nullptr)},
         {"model_took_it_over", of.is_source},
         {"why_not", of.why_not},
         {"source", of.source}});
  }
  return json_text(json);
}

}  // namespace coldplan::app
