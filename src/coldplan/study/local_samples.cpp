#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/anatomy/limb.h"
#include "coldplan/applicator/variation.h"
#include "coldplan/bioheat/batch.h"
#include "coldplan/facts/ids.h"
#include "coldplan/study/reading.h"
#include "coldplan/study/samples.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;

// numerical: between samples: what a camera sees seconds after a removal lies between two [s].
constexpr double sample_interval = 15.0;
// numerical: of the radius of a limb, that a probe may be deep at most.
constexpr double deepest_share = 0.95;
// numerical: the depth of a probe at least, under the surface [m].
constexpr double shallowest = 2e-4;

/// What all people of an arm share in a draw.
struct Setting {
  const Arm& arm;
  const LocalCold& cold;
  std::vector<const Measurement*> measurements;
  std::vector<const Location*> depths = {};       ///< each place under the skin once
  std::vector<std::size_t> depth_of_measurement;  ///< index into it; unused for skin
};

bool is_same_place(const Location& a, const Location& b) {
  return a.depth == b.depth && a.depth_from == b.depth_from;
}

Setting setting_of(const Arm& arm, const LocalCold& cold, const std::vector<std::size_t>& wanted) {
  Setting setting{arm, cold, {}, {}, {}};
  for (const std::size_t number : wanted) {
    const Measurement& measurement = arm.measurements[number];
    const auto known = std::find_if(
        setting.depths.begin(), setting.depths.end(),
        [&](const Location* place) { return is_same_place(*place, measurement.location); });
    setting.depth_of_measurement.push_back(
        static_cast<std::size_t>(known - setting.depths.begin()));
    setting.measurements.push_back(&measurement);
    if (known == setting.depths.end()) {
      setting.depths.push_back(&measurement.location);
    }
  }
  return setting;
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
                    const posterior::Draw& draw) {
  const double under_fat = skin + person.fat;
  double printed = location.depth.value_or(0.0);
  if (location.depth_from == DepthFrom::fat) {
    printed += under_fat;
  } else if (location.depth_from == DepthFrom::dermis) {
    printed += skin;
  }
  const double depth = printed > under_fat
                           ? under_fat + value(draw, id::probe_depth_factor) * (printed - under_fat)
                           : printed;
  return std::clamp(depth, shallowest, deepest_share * radius);
}

/// The task of one person: her limb under the cold. Depths: surface, underside of the skin, then
/// those of the setting.
Expected<bioheat::Task> task_of(const Setting& setting, const ArmPerson& person,
                                const posterior::Draw& draw) {
  const double skin = value(draw, facts::id::anatomy::skin_thickness);
  auto limb = anatomy::limb_column({person.person.age, person.girth, skin, person.fat}, draw);
  if (!limb) {
    return tl::unexpected(limb.error());
  }
  limb->column.arterial_temperature -= value(draw, id::limb_artery_below_core);
  bioheat::Task task{std::move(limb->column),
                     bioheat::Rest{applicator::room_air(setting.cold.session.use.room_temperature)},
                     schedule_of(setting.cold, draw),
                     {0.0, skin}};
  const double radius = bioheat::depth_of(task.column);
  for (const Location* place : setting.depths) {
    task.depths.push_back(acting_depth(*place, person, skin, radius, draw));
  }
  return task;
}

/// The course that a sensor shows: skin between its surface and its underside while something lies
/// on it, muscle with a share of the skin by the wire.
Course course_of(const bioheat::Probes& probes, std::size_t task, std::size_t number,
                 const Measurement& measurement, const Setting& setting,
                 const posterior::Draw& draw) {
  const auto surface = probes.trace(task, 0);
  const bool is_skin = measurement.location.tissue == Tissue::skin;
  const bool in_place = measurement.read_delay.has_value() || !measurement.after_removal;
  const auto inner = probes.trace(task, is_skin ? 1 : 2 + setting.depth_of_measurement[number]);
  const double of_surface = is_skin
                                ? (in_place ? 1.0 - value(draw, id::skin_sensor_depth_share) : 1.0)
                                : value(draw, id::wire_share);
  Course course;
  course.cooling = cooling_of(setting.arm);
  for (std::size_t i = 0; i < surface.size() && !std::isnan(surface[i]); ++i) {
    course.time.push_back(static_cast<double>(i) * sample_interval);
    course.temperature.push_back(
        std::lerp(static_cast<double>(inner[i]), static_cast<double>(surface[i]), of_surface));
  }
  return course;
}

double reading_of(const Setting& setting, const Measurement& measurement, Course course,
                  const posterior::Draw& draw) {
  if (const auto baseline = baseline_of(setting.arm, measurement.location)) {
    const bool is_skin = measurement.location.tissue == Tissue::skin;
    const auto& given = setting.arm.applicator.temperature;
    course = from_baseline(std::move(course), *baseline, is_skin ? given : std::nullopt);
  }
  return read(measurement, course, delay_of(measurement, false, draw));
}

Error unsolved(const bioheat::Probes& probes, std::size_t task) {
  const auto& error = probes.outcomes[task].error;
  return error ? *error
               : Error{ErrorCode::not_solved, "column", "", "", "nothing came of the solver"};
}

Expected<std::vector<bioheat::Task>> tasks_of(const Setting& setting,
                                              const std::vector<ArmPerson>& people,
                                              const std::vector<posterior::Draw>& draws) {
  std::vector<bioheat::Task> tasks;
  for (const posterior::Draw& draw : draws) {
    for (const ArmPerson& person : people) {
      auto task = task_of(setting, person, draw);
      if (!task) {
        return tl::unexpected(task.error());
      }
      tasks.push_back(std::move(*task));
    }
  }
  return tasks;
}

/// Readings of one measurement on the people of one draw, whose tasks follow each other.
Expected<std::vector<double>> readings_of(const Setting& setting, std::size_t number,
                                          std::size_t first_task, std::size_t people,
                                          const bioheat::Probes& probes,
                                          const posterior::Draw& draw) {
  const Measurement& measurement = *setting.measurements[number];
  std::vector<double> values;
  for (std::size_t task = first_task; task < first_task + people; ++task) {
    if (probes.outcomes[task].solved == bioheat::Solved::no) {
      return tl::unexpected(unsolved(probes, task));
    }
    Course course = course_of(probes, task, number, measurement, setting, draw);
    values.push_back(reading_of(setting, measurement, std::move(course), draw));
  }
  return values;
}

}  // namespace

Expected<Samples> local_samples(const Study& study, const Arm& arm,
                                const std::vector<std::size_t>& wanted,
                                const std::vector<posterior::Draw>& draws) {
  const auto cold = local_cold(study, arm);
  if (!cold) {
    return tl::unexpected(cold.error());
  }
  const Setting setting = setting_of(arm, *cold, wanted);
  const std::string& place = setting.measurements.front()->location.region;
  const auto site = limb_of(place);
  if (!site) {
    return tl::unexpected(Error{ErrorCode::unknown_name, "location.region", place,
                                "a region that the model has a column for", ""});
  }
  const std::vector<ArmPerson> people = people_of(study, arm, *site);
  const auto tasks = tasks_of(setting, people, draws);
  if (!tasks) {
    return tl::unexpected(tasks.error());
  }
  bioheat::BatchOptions options;
  options.sample_interval = sample_interval;
  const bioheat::Probes probes = bioheat::probe(*tasks, options);
  return averaged(study, arm, wanted, draws.size(), [&](std::size_t number, std::size_t draw) {
    return readings_of(setting, number, draw * people.size(), people.size(), probes, draws[draw]);
  });
}

}  // namespace coldplan::study
