#include "coldplan/study/body_arm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "coldplan/facts/ids.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/study/arm_cold.h"
#include "coldplan/study/reading.h"
#include "coldplan/study/rise.h"

namespace coldplan::study {
namespace {

using thermoregulation::BodyHistory;
using thermoregulation::Observed;
using thermoregulation::Site;

// numerical: the depths of the thigh's probes among those of a body task, by the centimetre.
constexpr std::size_t first_thigh_probe = 5;
// numerical: that of a probe at one, two and three centimetres [m].
constexpr double centimetre = 0.01;

/// Which of the probes of a thigh a place is, by the centimetre from 1; none where it is not one.
std::optional<std::size_t> thigh_probe(const Location& location) {
  const auto number = std::lround(location.depth.value_or(0.0) / centimetre);
  if (location.tissue != Tissue::muscle || location.region != "thigh" || number < 1 || number > 3) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(number);
}

/// Whether the model of the body shows a place.
bool is_shown(const Location& location) {
  return location.tissue == Tissue::skin || is_core(location.tissue) || thigh_probe(location);
}

/// The trace of a body that a place which it shows is read from.
const std::vector<double>& trace_of(const BodyHistory& history, const Location& location) {
  switch (location.tissue) {
    case Tissue::rectal:
      return history.of(Observed::pelvis_core);
    case Tissue::tympanic:
      return history.of(Observed::head_core);
    case Tissue::skin: {
      const auto site = site_of(location.region);
      return site ? history.surface(*site) : history.of(Observed::mean_skin);
    }
    case Tissue::muscle:
      return history.probes[first_thigh_probe + thigh_probe(location).value() - 1];
    default:
      return history.of(Observed::central_blood);
  }
}

/// How much warmer than at rest a body starts, where its core was measured.
double start_offset_of(const Arm& arm) {
  const double rest = facts::value(facts::id::body::core_temperature);
  for (const Baseline& each : arm.baseline) {
    if (is_core(each.location.tissue) && arm.state == State::hyperthermic) {
      return each.value - rest;
    }
  }
  return 0.0;
}

std::vector<thermoregulation::BodyTask> tasks_of(const BodyArm& arm,
                                                 std::span<const posterior::Draw> draws) {
  static const thermoregulation::Layout layout = thermoregulation::make_layout();
  std::vector<thermoregulation::BodyTask> tasks;
  tasks.reserve(draws.size() * arm.people.size());
  for (const posterior::Draw& draw : draws) {
    for (const ArmPerson& each : arm.people) {
      const simulation::BodySubject subject{each.person, anatomy::median_build(each.person),
                                            each.body_fat_fraction};
      tasks.push_back(simulation::body_task(subject, arm.session, layout, draw));
      tasks.back().start_offset = arm.start_offset;
    }
  }
  return tasks;
}

double miss_at(const Location& location, const Miss& miss) {
  switch (location.tissue) {
    case Tissue::skin:
      return miss.skin;
    case Tissue::muscle:
      return miss.muscle;
    default:
      return miss.core;
  }
}

double reading_of(const BodyArm& arm, const Measurement& measurement, const BodyHistory& history,
                  const Miss& miss, const posterior::Draw& draw) {
  Course course{history.time, trace_of(history, measurement.location), arm.session.duration};
  if (const auto baseline = baseline_of(*arm.arm, measurement.location)) {
    course = from_baseline(std::move(course), *baseline, std::nullopt);
  }
  const double added = miss_at(measurement.location, miss);
  const double rise = facts::value(facts::id::observation::discrepancy_rise);
  for (std::size_t i = 1; i < course.time.size(); ++i) {
    course.temperature[i] += added * risen(course.time[i], rise);
  }
  const double delay = arm.mechanisms.observation ? delay_of(measurement, true, draw)
                                                  : measurement.read_delay.value_or(0.0);
  return read(measurement, course, delay);
}

/// Readings of all people under all draws; not a number where a body was not solved.
Readings readings_from(const BodyArm& arm, std::span<const Expected<BodyHistory>> answers,
                       std::span<const posterior::Draw> draws, std::span<const Miss> misses) {
  const std::size_t people = arm.people.size();
  Readings readings = empty_readings(arm.measurements.size(), draws.size(), people);
  for (std::size_t task = 0; task < answers.size(); ++task) {
    const std::size_t draw = task / people;
    for (std::size_t m = 0; m < arm.measurements.size(); ++m) {
      readings.at(m, draw, task % people) =
          answers[task] ? reading_of(arm, *arm.measurements[m], *answers[task],
                                     misses.empty() ? Miss{} : misses[draw], draws[draw])
                        : std::numeric_limits<double>::quiet_NaN();
    }
  }
  return readings;
}

Error no_such_place(const Measurement& measurement) {
  return {ErrorCode::unknown_name, "location", measurement.location.region,
          "a place that the model of the body shows", ""};
}

}  // namespace

Expected<BodyArm> body_arm(const Study& study, const Arm& arm, std::span<const std::size_t> wanted,
                           const Mechanisms& mechanisms) {
  auto session = body_cold(study, arm);
  if (!session) {
    return tl::unexpected(session.error());
  }
  BodyArm made{&arm, std::move(*session),  people_of(study, arm, Site::chest),
               {},   start_offset_of(arm), mechanisms};
  for (const std::size_t number : wanted) {
    if (!is_shown(arm.measurements[number].location)) {
      return tl::unexpected(no_such_place(arm.measurements[number]));
    }
    made.measurements.push_back(&arm.measurements[number]);
  }
  return made;
}

Expected<Readings> readings_of(const BodyArm& arm, std::span<const posterior::Draw> draws,
                               std::span<const Miss> misses) {
  const auto answers = thermoregulation::simulate(tasks_of(arm, draws));
  for (const auto& body : answers) {
    if (!body) {
      return tl::unexpected(body.error());
    }
  }
  return readings_from(arm, answers, draws, misses);
}

Readings solved_readings_of(const BodyArm& arm, std::span<const posterior::Draw> draws) {
  return readings_from(arm, thermoregulation::simulate(tasks_of(arm, draws)), draws, {});
}

}  // namespace coldplan::study
