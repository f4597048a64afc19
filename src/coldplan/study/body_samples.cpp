#include <algorithm>
#include <cmath>
#include <span>

#include "coldplan/facts/ids.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/study/reading.h"
#include "coldplan/study/samples.h"

namespace coldplan::study {
namespace {

using thermoregulation::BodyHistory;
using thermoregulation::Observed;
using thermoregulation::Site;

// numerical: the depths of the thigh's probes among those of a body task, by the centimetre.
constexpr std::size_t first_thigh_probe = 5;
// numerical: that of a probe at one, two and three centimetres [m].
constexpr double centimetre = 0.01;

/// The trace of a body that a place is read from; none where the model has none.
const std::vector<double>* trace_of(const BodyHistory& history, const Location& location) {
  switch (location.tissue) {
    case Tissue::rectal:
      return &history.of(Observed::pelvis_core);
    case Tissue::oesophageal:
    case Tissue::gastrointestinal:
    case Tissue::core:
      return &history.of(Observed::central_blood);
    case Tissue::tympanic:
      return &history.of(Observed::head_core);
    case Tissue::skin: {
      const auto site = site_of(location.region);
      return site ? &history.surface(*site) : &history.of(Observed::mean_skin);
    }
    case Tissue::muscle: {
      const auto number = std::lround(location.depth.value_or(0.0) / centimetre);
      const bool is_known = location.region == "thigh" && number >= 1 && number <= 3;
      return is_known ? &history.probes[first_thigh_probe + static_cast<std::size_t>(number - 1)]
                      : nullptr;
    }
    default:
      return nullptr;
  }
}

/// How much warmer than at rest a body starts, where its core was measured.
double start_offset_of(const Arm& arm) {
  const double rest = facts::value(facts::id::body::core_temperature);
  for (const Baseline& each : arm.baseline) {
    const Tissue tissue = each.location.tissue;
    const bool is_core = tissue == Tissue::rectal || tissue == Tissue::oesophageal ||
                         tissue == Tissue::core || tissue == Tissue::gastrointestinal;
    if (is_core && arm.state == State::hyperthermic) {
      return each.value - rest;
    }
  }
  return 0.0;
}

std::vector<thermoregulation::BodyTask> tasks_of(const std::vector<ArmPerson>& people,
                                                 const simulation::BodySession& session,
                                                 double start_offset,
                                                 const std::vector<posterior::Draw>& draws) {
  static const thermoregulation::Layout layout = thermoregulation::make_layout();
  std::vector<thermoregulation::BodyTask> tasks;
  for (const posterior::Draw& draw : draws) {
    for (const ArmPerson& each : people) {
      const simulation::BodySubject subject{each.person, anatomy::median_build(each.person),
                                            each.body_fat_fraction};
      tasks.push_back(simulation::body_task(subject, session, layout, draw));
      tasks.back().start_offset = start_offset;
    }
  }
  return tasks;
}

double reading_of(const Arm& arm, const Measurement& measurement, const BodyHistory& history,
                  double cooling, const posterior::Draw& draw) {
  Course course{history.time, *trace_of(history, measurement.location), cooling};
  if (const auto baseline = baseline_of(arm, measurement.location)) {
    course = from_baseline(std::move(course), *baseline, std::nullopt);
  }
  return read(measurement, course, delay_of(measurement, true, draw));
}

/// Readings of one measurement on the bodies of one draw.
Expected<std::vector<double>> readings_of(const Arm& arm, const Measurement& measurement,
                                          std::span<const Expected<BodyHistory>> bodies,
                                          double cooling, const posterior::Draw& draw) {
  std::vector<double> values;
  for (const Expected<BodyHistory>& body : bodies) {
    if (!body) {
      return tl::unexpected(body.error());
    }
    if (trace_of(*body, measurement.location) == nullptr) {
      return tl::unexpected(Error{ErrorCode::unknown_name, "location", measurement.location.region,
                                  "a place that the model of the body shows", ""});
    }
    values.push_back(reading_of(arm, measurement, *body, cooling, draw));
  }
  return values;
}

}  // namespace

Expected<Samples> body_samples(const Study& study, const Arm& arm,
                               const std::vector<std::size_t>& wanted,
                               const std::vector<posterior::Draw>& draws) {
  const auto session = body_cold(study, arm);
  if (!session) {
    return tl::unexpected(session.error());
  }
  const std::vector<ArmPerson> people = people_of(study, arm, Site::chest);
  const auto answers =
      thermoregulation::simulate(tasks_of(people, *session, start_offset_of(arm), draws));
  return averaged(study, arm, wanted, draws.size(), [&](std::size_t number, std::size_t draw) {
    const auto bodies = std::span{answers}.subspan(draw * people.size(), people.size());
    return readings_of(arm, arm.measurements[wanted[number]], bodies, session->duration,
                       draws[draw]);
  });
}

}  // namespace coldplan::study
