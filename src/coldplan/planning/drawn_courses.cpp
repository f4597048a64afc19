#include "coldplan/planning/drawn_courses.h"

#include <algorithm>
#include <utility>

#include "coldplan/applicator/variation.h"
#include "coldplan/bioheat/batch.h"

namespace coldplan::planning {
namespace {

namespace landmark = anatomy::landmark;

/// A draw on its way: what its column needs and what was planned for it.
struct Subject {
  const PersonDraw* draw = nullptr;
  anatomy::NamedColumn named;
  std::vector<bioheat::Phase> schedule;
};

Subject subject_of(const PersonDraw& draw, const simulation::Session& session) {
  simulation::Session drawn = session;
  drawn.form = applicator::drawn(session.form, session.use, draw.draw);
  Subject subject{&draw, anatomy::paraspinal_column(draw.build, draw.draw),
                  simulation::schedule_of(drawn, draw.draw)};
  subject.named.column.reflex_signal_per_kelvin =
      simulation::reflex_signal_per_kelvin(session.form.area, draw.build.body_surface);
  return subject;
}

/// When the last cooling ended; a device may have stopped before its time.
double removal_of(const bioheat::History& history, std::span<const bioheat::Phase> schedule) {
  double removal = 0.0;
  for (std::size_t i = 0; i < history.phase_end.size() && i < schedule.size(); ++i) {
    removal = schedule[i].cooling ? history.phase_end[i] : removal;
  }
  return removal;
}

std::size_t dermis_of(const bioheat::Column& column) {
  const auto found =
      std::find_if(column.layers.begin(), column.layers.end(), [](const bioheat::Layer& layer) {
        return layer.tissue.flow_control == tissue::FlowControl::constriction_and_reflex;
      });
  return static_cast<std::size_t>(found - column.layers.begin());
}

std::vector<double> flow_of(const bioheat::History& history, const bioheat::Column& column) {
  const std::size_t dermis = dermis_of(column);
  const double rest = history.flow[dermis];
  std::vector<double> flow;
  for (std::size_t sample = 0; sample < history.time.size(); ++sample) {
    flow.push_back(history.flow[sample * column.layers.size() + dermis] / rest);
  }
  return flow;
}

/// The metabolism that the simulation has at these temperatures, relative to that at the start.
std::vector<double> metabolism_of(std::span<const std::vector<double>> muscle, double q10) {
  std::vector<double> metabolism(muscle.front().size(), 0.0);
  for (const std::vector<double>& course : muscle) {
    for (std::size_t i = 0; i < course.size(); ++i) {
      metabolism[i] += tissue::temperature_quotient(q10, course[i], course.front()) /
                       static_cast<double>(muscle.size());
    }
  }
  return metabolism;
}

void add_coldest(DrawnCourses& courses, const bioheat::History& history) {
  const std::size_t cells = history.grid.cells();
  courses.coldest.assign(history.profile(0).begin(), history.profile(0).end());
  for (std::size_t sample = 1; sample < history.time.size(); ++sample) {
    const auto profile = history.profile(sample);
    for (std::size_t cell = 0; cell < cells; ++cell) {
      courses.coldest[cell] = std::min(courses.coldest[cell], profile[cell]);
    }
  }
  courses.depth.assign(history.grid.centre_depth.begin(), history.grid.centre_depth.end());
  // The surface itself stands before the first cell.
  courses.depth.insert(courses.depth.begin(), 0.0);
  courses.coldest.insert(
      courses.coldest.begin(),
      *std::min_element(history.surface_temperature.begin(), history.surface_temperature.end()));
}

DrawnCourses courses_of(const Subject& subject, const bioheat::History& history) {
  const double coldest = coldest_source(subject.schedule);
  const auto with_miss = [&](std::vector<double> course, double miss) {
    add_miss(course, history.time, miss, coldest);
    return course;
  };
  const auto under_skin_at = [&](double depth) {
    return with_miss(bioheat::trace(history, depth), subject.draw->miss.under_skin);
  };
  DrawnCourses courses;
  courses.time = history.time;
  courses.removal = removal_of(history, subject.schedule);
  courses.skin = with_miss(history.surface_temperature, subject.draw->miss.skin);
  courses.skin_thickness = subject.draw->build.skin;
  courses.under_skin = under_skin_at(courses.skin_thickness);
  courses.interface = under_skin_at(depth_of_landmark(subject.named, landmark::interface));
  for (const std::string& name :
       {landmark::muscle_1cm, landmark::muscle_2cm, landmark::muscle_3cm}) {
    courses.muscle.push_back(under_skin_at(depth_of_landmark(subject.named, name)));
  }
  courses.skin_flow = flow_of(history, subject.named.column);
  courses.muscle_metabolism = metabolism_of(
      courses.muscle, tissue::tissue_of(tissue::Kind::muscle, subject.draw->draw).metabolism_q10);
  add_coldest(courses, history);
  return courses;
}

}  // namespace

Expected<std::vector<DrawnCourses>> drawn_courses(std::span<const PersonDraw> draws,
                                                  const simulation::Session& session,
                                                  double interval) {
  std::vector<Subject> subjects;
  std::vector<bioheat::Task> tasks;
  for (const PersonDraw& draw : draws) {
    subjects.push_back(subject_of(draw, session));
    bioheat::Task task;
    task.column = subjects.back().named.column;
    task.start = bioheat::Rest{applicator::room_air(session.use.room_temperature)};
    task.schedule = subjects.back().schedule;
    tasks.push_back(std::move(task));
  }
  bioheat::BatchOptions options = bioheat::coarse_where_frozen_options();
  options.sample_interval = interval;
  const auto solved = bioheat::solve(tasks, options);
  std::vector<DrawnCourses> courses;
  for (std::size_t i = 0; i < solved.size(); ++i) {
    if (!solved[i]) {
      return tl::unexpected(under("paraspinal column", solved[i].error()));
    }
    courses.push_back(courses_of(subjects[i], *solved[i]));
  }
  return courses;
}

}  // namespace coldplan::planning
