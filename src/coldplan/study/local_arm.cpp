#include "coldplan/study/local_arm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "coldplan/anatomy/limb.h"
#include "coldplan/applicator/variation.h"
#include "coldplan/bioheat/batch.h"
#include "coldplan/facts/ids.h"
#include "coldplan/planning/miss.h"
#include "coldplan/study/reading.h"
#include "coldplan/study/rise.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;

// numerical: between samples: what a camera sees seconds after a removal lies between two [s].
constexpr double sample_interval = 15.0;
// numerical: of the radius of a limb, that a probe may be deep at most.
constexpr double deepest_share = 0.95;
// numerical: the depth of a probe at least, under the surface [m].
constexpr double shallowest = 2e-4;

bool is_same_place(const Location& a, const Location& b) {
  return a.depth == b.depth && a.depth_from == b.depth_from;
}

bioheat::Boundary water_film(const posterior::Draw& draw, double temperature) {
  const auto bath = applicator::drawn(applicator::still_bath(), draw);
  const auto& immersion = std::get<applicator::Immersion>(bath.source);
  return {1.0 / immersion.conductance.usual, temperature, std::nullopt};
}

std::vector<bioheat::Phase> schedule_of(const LocalCold& cold, const posterior::Draw& draw) {
  simulation::Session session = cold.session;
  if (!cold.is_water) {
    session.form = applicator::drawn(session.form, session.use, draw);
    return simulation::schedule_of(session, draw);
  }
  std::vector<bioheat::Phase> schedule{
      {session.duration, water_film(draw, cold.water), true, std::nullopt}};
  if (session.after > 0.0) {
    schedule.push_back(
        {session.after, applicator::room_air(session.use.room_temperature), false, std::nullopt});
  }
  return schedule;
}

/// Depth at which a probe acts [m]: what lies under the fat is taken by the factor of the draw.
double acting_depth(const Location& location, const ArmPerson& person, double skin, double radius,
                    double factor) {
  const double under_fat = skin + person.fat;
  double printed = location.depth.value_or(0.0);
  if (location.depth_from == DepthFrom::fat) {
    printed += under_fat;
  } else if (location.depth_from == DepthFrom::dermis) {
    printed += skin;
  }
  const double depth = printed > under_fat ? under_fat + factor * (printed - under_fat) : printed;
  return std::clamp(depth, shallowest, deepest_share * radius);
}

/// How much colder than the core the blood of the limb arrives [K].
double artery_loss(const LocalArm& arm, double core, const posterior::Draw& draw) {
  if (!arm.mechanisms.limb_artery) {
    return 0.0;
  }
  const double in_water = arm.cold.is_water ? value(draw, id::limb_artery_share_in_water) *
                                                  std::max(0.0, core - arm.cold.water)
                                            : 0.0;
  return value(draw, id::limb_artery_below_core) + in_water;
}

/// The limb of a person under a draw: its muscle with the flow of limbs, its curvature that of what
/// is covered.
Expected<bioheat::Column> column_of(const LocalArm& arm, const ArmPerson& person,
                                    const posterior::Draw& draw) {
  const double skin = value(draw, facts::id::anatomy::skin_thickness);
  const double covered =
      arm.cold.is_water || !arm.mechanisms.geometry ? 1.0 : value(draw, id::covered_share);
  auto limb =
      anatomy::limb_column({person.person.age, person.girth / covered, skin, person.fat}, draw);
  if (!limb) {
    return tl::unexpected(limb.error());
  }
  bioheat::Column column = std::move(limb->column);
  const double flow = value(draw, facts::id::thermoregulation::limb_muscle_flow_factor);
  // numerical: the layers of a limb are epidermis, dermis, fat, muscle, bone.
  column.layers[3].tissue.properties.perfusion *= flow;
  column.arterial_temperature -= artery_loss(arm, column.arterial_temperature, draw);
  if (!arm.mechanisms.geometry) {
    column.geometry = bioheat::Geometry::planar;
  }
  if (!arm.mechanisms.memory) {
    column.law.recovery_time = column.law.onset_time;
    column.law.recovery_time_cap = column.law.onset_time;
  }
  return column;
}

/// The task of one person. Depths: surface, underside of the skin, then those of the arm.
Expected<bioheat::Task> task_of(const LocalArm& arm, const ArmPerson& person,
                                const posterior::Draw& draw) {
  auto column = column_of(arm, person, draw);
  if (!column) {
    return tl::unexpected(column.error());
  }
  const double skin = value(draw, facts::id::anatomy::skin_thickness);
  bioheat::Task task{std::move(*column),
                     bioheat::Rest{applicator::room_air(arm.cold.session.use.room_temperature)},
                     schedule_of(arm.cold, draw),
                     {0.0, skin}};
  const double radius = bioheat::depth_of(task.column);
  const double factor = arm.mechanisms.observation ? value(draw, id::probe_depth_factor) : 1.0;
  for (const Location* place : arm.depths) {
    task.depths.push_back(acting_depth(*place, person, skin, radius, factor));
  }
  return task;
}

/// What shows a temperature: one sensor at one place from one baseline.
struct Sensor {
  std::size_t depth = 0;  ///< of the task: 0 or 1 for skin
  double of_surface = 0.0;
  bool is_skin = false;
  std::optional<double> baseline;

  bool operator==(const Sensor&) const = default;
};

/// Skin between its surface and its underside while something lies on it, muscle with a share of
/// the skin by the wire.
Sensor sensor_of(const LocalArm& arm, std::size_t number, const posterior::Draw& draw) {
  const Measurement& measurement = *arm.measurements[number];
  const bool is_skin = measurement.location.tissue == Tissue::skin;
  const bool in_place = measurement.read_delay.has_value() || !measurement.after_removal;
  Sensor sensor;
  sensor.is_skin = is_skin;
  sensor.depth = is_skin ? 1 : 2 + arm.depth_of[number];
  sensor.baseline = baseline_of(*arm.arm, measurement.location);
  if (is_skin) {
    sensor.of_surface = in_place && arm.mechanisms.observation
                            ? 1.0 - value(draw, id::skin_sensor_depth_share)
                            : 1.0;
  } else {
    sensor.of_surface = arm.mechanisms.observation ? value(draw, id::wire_share) : 0.0;
  }
  return sensor;
}

/// Lets muscle settle and adds what a draw misses, both from the start of the cold on. Skin gets no
/// colder than what cools it.
void add_to(Course& course, const Sensor& sensor, const LocalArm& arm, const Miss& miss,
            const posterior::Draw& draw) {
  if (!sensor.is_skin && arm.mechanisms.observation) {
    const double settling = value(draw, id::muscle_settling);
    const double settling_time = facts::value(id::muscle_settling_time);
    for (std::size_t i = 0; i < course.time.size(); ++i) {
      course.temperature[i] -= settling * risen(course.time[i], settling_time);
    }
  }
  const double coldest =
      arm.cold.is_water ? arm.cold.water : arm.arm->applicator.temperature.value_or(-INFINITY);
  planning::add_miss(course.temperature, course.time, sensor.is_skin ? miss.skin : miss.muscle,
                     coldest);
}

Course course_of(const LocalArm& arm, const bioheat::Probes& probes, std::size_t task,
                 const Sensor& sensor, const Miss& miss, const posterior::Draw& draw) {
  const auto surface = probes.trace(task, 0);
  const auto inner = probes.trace(task, sensor.depth);
  Course course;
  course.cooling = cooling_of(*arm.arm);
  course.time.reserve(surface.size());
  course.temperature.reserve(surface.size());
  for (std::size_t i = 0; i < surface.size() && !std::isnan(surface[i]); ++i) {
    course.time.push_back(static_cast<double>(i) * sample_interval);
    course.temperature.push_back(std::lerp(static_cast<double>(inner[i]),
                                           static_cast<double>(surface[i]), sensor.of_surface));
  }
  if (sensor.baseline) {
    const auto& given = arm.arm->applicator.temperature;
    course =
        from_baseline(std::move(course), *sensor.baseline, sensor.is_skin ? given : std::nullopt);
  }
  add_to(course, sensor, arm, miss, draw);
  return course;
}

Error unsolved(const bioheat::Probes& probes, std::size_t task) {
  const auto& error = probes.outcomes[task].error;
  return error ? *error
               : Error{ErrorCode::not_solved, "column", "", "", "nothing came of the solver"};
}

void add_place(LocalArm& local, const Location& place) {
  const auto known = std::find_if(local.depths.begin(), local.depths.end(),
                                  [&](const Location* one) { return is_same_place(*one, place); });
  local.depth_of.push_back(static_cast<std::size_t>(known - local.depths.begin()));
  if (known == local.depths.end()) {
    local.depths.push_back(&place);
  }
}

/// One person under one draw.
struct Reading {
  const posterior::Draw& draw;
  Miss miss;
  std::size_t task = 0;
  std::size_t draw_number = 0;
  std::size_t person = 0;
};

/// Reads all measurements of one person under one draw; courses of one sensor are made once.
void read_person(const LocalArm& arm, const bioheat::Probes& probes, const Reading& reading,
                 Readings& readings) {
  const posterior::Draw& draw = reading.draw;
  std::vector<std::pair<Sensor, Course>> courses;
  for (std::size_t number = 0; number < arm.measurements.size(); ++number) {
    const Measurement& measurement = *arm.measurements[number];
    const Sensor sensor = sensor_of(arm, number, draw);
    auto known = std::find_if(courses.begin(), courses.end(),
                              [&](const auto& each) { return each.first == sensor; });
    if (known == courses.end()) {
      courses.emplace_back(sensor,
                           course_of(arm, probes, reading.task, sensor, reading.miss, draw));
      known = courses.end() - 1;
    }
    const double delay = arm.mechanisms.observation ? delay_of(measurement, false, draw)
                                                    : measurement.read_delay.value_or(0.0);
    readings.at(number, reading.draw_number, reading.person) =
        read(measurement, known->second, delay);
  }
}

}  // namespace

Expected<LocalArm> local_arm(const Study& study, const Arm& arm,
                             std::span<const std::size_t> wanted, const Mechanisms& mechanisms,
                             std::size_t people) {
  auto cold = local_cold(study, arm);
  if (!cold) {
    return tl::unexpected(cold.error());
  }
  LocalArm local;
  local.arm = &arm;
  local.cold = std::move(*cold);
  local.mechanisms = mechanisms;
  for (const std::size_t number : wanted) {
    local.measurements.push_back(&arm.measurements[number]);
    add_place(local, arm.measurements[number].location);
  }
  const std::string& place = local.measurements.front()->location.region;
  const auto site = limb_of(place);
  if (!site) {
    return tl::unexpected(Error{ErrorCode::unknown_name, "location.region", place,
                                "a region that the model has a column for", ""});
  }
  local.people = people_of(study, arm, *site, people);
  return local;
}

Expected<std::vector<bioheat::Task>> tasks_of(const LocalArm& arm,
                                              std::span<const posterior::Draw> draws) {
  std::vector<bioheat::Task> tasks;
  tasks.reserve(draws.size() * arm.people.size());
  for (const posterior::Draw& draw : draws) {
    for (const ArmPerson& person : arm.people) {
      auto task = task_of(arm, person, draw);
      if (!task) {
        return tl::unexpected(task.error());
      }
      tasks.push_back(std::move(*task));
    }
  }
  return tasks;
}

bioheat::BatchOptions options_for_arms() {
  bioheat::BatchOptions options;
  options.sample_interval = sample_interval;
  return options;
}

Readings readings_from(const LocalArm& arm, const bioheat::Probes& probes, std::size_t first,
                       std::span<const posterior::Draw> draws, std::span<const Miss> misses) {
  const std::size_t people = arm.people.size();
  Readings readings = empty_readings(arm.measurements.size(), draws.size(), people);
  for (std::size_t draw = 0; draw < draws.size(); ++draw) {
    const Miss miss = misses.empty() ? Miss{} : misses[draw];
    for (std::size_t person = 0; person < people; ++person) {
      const std::size_t task = first + draw * people + person;
      if (probes.outcomes[task].solved != bioheat::Solved::no) {
        read_person(arm, probes, {draws[draw], miss, task, draw, person}, readings);
        continue;
      }
      for (std::size_t number = 0; number < arm.measurements.size(); ++number) {
        readings.at(number, draw, person) = std::numeric_limits<double>::quiet_NaN();
      }
    }
  }
  return readings;
}

Expected<Readings> readings_of(const LocalArm& arm, std::span<const posterior::Draw> draws,
                               std::span<const Miss> misses) {
  const auto tasks = tasks_of(arm, draws);
  if (!tasks) {
    return tl::unexpected(tasks.error());
  }
  const bioheat::Probes probes = bioheat::probe(*tasks, options_for_arms());
  for (std::size_t task = 0; task < tasks->size(); ++task) {
    if (probes.outcomes[task].solved == bioheat::Solved::no) {
      return tl::unexpected(unsolved(probes, task));
    }
  }
  return readings_from(arm, probes, 0, draws, misses);
}

}  // namespace coldplan::study
