#include "coldplan/planning/drawn_numbers.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "coldplan/applicator/variation.h"
#include "coldplan/bioheat/batch.h"
#include "coldplan/planning/skin_limits.h"

namespace coldplan::planning {
namespace {

namespace landmark = anatomy::landmark;
using bioheat::Phase;
using bioheat::Probes;
using simulation::Session;

// numerical: how many landmarks come from the paraspinal column; the joint comes from the midline.
constexpr std::size_t paraspinal_landmarks = 5;

/// One session under one draw, on its way through the batch.
struct Drawn {
  const PersonDraw* draw = nullptr;
  std::size_t session = 0;
  double area = 0.0;  ///< under the cold [m²]
  std::vector<Phase> schedule;
};

/// What sessions must share to be solved together.
struct Kind {
  double interval = 0.0;   ///< between samples [s]
  bool skin_only = false;  ///< nothing is claimed under the skin: beside the spine alone

  friend bool operator==(const Kind&, const Kind&) = default;
};

/// The columns of sessions of one kind.
struct Crossing {
  Kind kind;
  std::vector<Drawn> drawn;
  std::vector<bioheat::Task> paraspinal;
  std::vector<bioheat::Task> midline;  ///< none where the skin alone is told
};

std::span<const std::string> places_of(const Kind& kind) {
  const std::span<const std::string> names{shown_landmarks()};
  return kind.skin_only ? names.first(1) : names;
}

bioheat::Task task_of(anatomy::NamedColumn named, double signal, const Session& session,
                      const std::vector<Phase>& schedule, std::span<const std::string> landmarks) {
  named.column.reflex_signal_per_kelvin = signal;
  bioheat::Task task;
  for (const std::string& name : landmarks) {
    task.depths.push_back(anatomy::depth_of_landmark(named, name));
  }
  task.column = std::move(named.column);
  task.start = bioheat::Rest{applicator::room_air(session.use.room_temperature)};
  task.schedule = schedule;
  return task;
}

void add(Crossing& crossing, const PersonDraw& each, const Session& session, std::size_t number) {
  Session drawn = session;
  drawn.form = applicator::drawn(session.form, session.use, each.draw);
  const std::vector<Phase> schedule = simulation::schedule_of(drawn, each.draw);
  const double signal =
      simulation::reflex_signal_per_kelvin(session.form.area, each.build.body_surface);
  const auto names = places_of(crossing.kind);
  const std::size_t beside = std::min(names.size(), paraspinal_landmarks);
  crossing.paraspinal.push_back(task_of(anatomy::paraspinal_column(each.build, each.draw), signal,
                                        session, schedule, names.first(beside)));
  if (!crossing.kind.skin_only) {
    crossing.midline.push_back(task_of(anatomy::midline_column(each.build, each.draw), signal,
                                       session, schedule, names.subspan(beside)));
  }
  crossing.drawn.push_back({&each, number, session.form.area, schedule});
}

/// Where a device stopped itself beside the spine, the midline has the same times.
void follow_stops(Crossing& crossing, const Probes& paraspinal) {
  for (std::size_t i = 0; i < crossing.midline.size(); ++i) {
    const std::vector<double>& ends = paraspinal.outcomes[i].phase_end;
    if (ends.size() == crossing.drawn[i].schedule.size()) {
      crossing.midline[i].schedule = simulation::kept_schedule(crossing.drawn[i].schedule, ends);
    }
  }
}

/// A course at one place.
struct Course {
  std::vector<double> time;
  std::vector<double> temperature;
};

/// As far as it goes: a session that a device cut short ends before the others.
Course course_of(std::span<const float> trace, double interval) {
  Course course;
  for (std::size_t i = 0; i < trace.size() && !std::isnan(trace[i]); ++i) {
    course.time.push_back(static_cast<double>(i) * interval);
    course.temperature.push_back(trace[i]);
  }
  return course;
}

/// Puts in the moments at which a device stopped itself at a skin temperature, which lie between
/// samples.
void add_stops(Course& skin, const std::vector<Phase>& schedule, std::span<const double> ends) {
  double begin = 0.0;
  for (std::size_t i = 0; i < ends.size() && i < schedule.size(); ++i) {
    const bool stopped = schedule[i].stop_temperature && ends[i] - begin < schedule[i].duration;
    begin = ends[i];
    const auto after = std::lower_bound(skin.time.begin(), skin.time.end(), ends[i]);
    if (stopped && (after == skin.time.end() || *after > ends[i])) {
      skin.temperature.insert(skin.temperature.begin() + (after - skin.time.begin()),
                              *schedule[i].stop_temperature);
      skin.time.insert(after, ends[i]);
    }
  }
}

/// A course in four numbers. Where a miss was cut off at the source the curve has a kink, which a
/// parabola must not dip under.
simulation::Summary summary_of(const Course& course, double removal, double source) {
  simulation::Summary summary = simulation::summarize(course.time, course.temperature, removal);
  const double lowest = *std::min_element(course.temperature.begin(), course.temperature.end());
  summary.coldest = std::max(summary.coldest, std::min(lowest, source));
  return summary;
}

/// What the columns of one draw gave.
struct Both {
  const Probes& paraspinal;
  const Probes& midline;
  const Kind& kind;
  std::size_t number;

  [[nodiscard]] std::span<const float> trace(std::size_t place) const {
    return place < paraspinal_landmarks ? paraspinal.trace(number, place)
                                        : midline.trace(number, place - paraspinal_landmarks);
  }
  [[nodiscard]] std::optional<Error> error() const {
    for (const Probes* side : {&paraspinal, &midline}) {
      if (number < side->outcomes.size() && side->outcomes[number].solved == bioheat::Solved::no) {
        const Error unknown{ErrorCode::not_solved, "", "", "", "nothing came of the solver"};
        return under(side == &midline ? "midline column" : "paraspinal column",
                     side->outcomes[number].error.value_or(unknown));
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] double deepest_frozen() const {
    const double beside = paraspinal.outcomes[number].deepest_frozen;
    return kind.skin_only ? beside : std::max(beside, midline.outcomes[number].deepest_frozen);
  }
};

void put_skin_times(DrawnNumbers& numbers, const Course& skin) {
  const double analgesia = analgesia_temperature();
  numbers.time_below_analgesia = simulation::time_below(skin.time, skin.temperature, analgesia);
  numbers.below_analgesia_at_end = skin.temperature.back() < analgesia;
}

DrawnNumbers numbers_of(const Drawn& drawn, const Both& both) {
  const bioheat::Outcome& outcome = both.paraspinal.outcomes[both.number];
  const double coldest = coldest_source(drawn.schedule);
  DrawnNumbers numbers;
  for (std::size_t place = 0; place < places_of(both.kind).size(); ++place) {
    Course course = course_of(both.trace(place), both.kind.interval);
    const bool is_skin = place == 0;
    if (is_skin) {
      add_stops(course, drawn.schedule, outcome.phase_end);
    }
    const Miss& miss = drawn.draw->miss;
    add_miss(course.temperature, course.time, is_skin ? miss.skin : miss.under_skin, coldest);
    numbers.tissues.push_back(summary_of(course, outcome.removal, coldest));
    if (is_skin) {
      put_skin_times(numbers, course);
    }
  }
  numbers.heat_taken = outcome.heat_taken * drawn.area;
  numbers.frozen_depth = both.deepest_frozen();
  numbers.cold = drawn.schedule.front().boundary;
  return numbers;
}

/// All draws of the sessions of one kind.
Crossing crossing_of(std::span<const PersonDraw> draws, std::span<const Session> sessions,
                     std::span<const Kind> kinds, const Kind& kind) {
  Crossing crossing{.kind = kind, .drawn = {}, .paraspinal = {}, .midline = {}};
  for (std::size_t number = 0; number < sessions.size(); ++number) {
    if (!(kinds[number] == kind)) {
      continue;
    }
    for (const PersonDraw& each : draws) {
      add(crossing, each, sessions[number], number);
    }
  }
  return crossing;
}

using Answers = std::vector<Expected<std::vector<DrawnNumbers>>>;

void solve(Crossing& crossing, Answers& answers) {
  bioheat::BatchOptions options = bioheat::coarse_where_frozen_options();
  options.sample_interval = crossing.kind.interval;
  const Probes paraspinal = bioheat::probe(crossing.paraspinal, options);
  follow_stops(crossing, paraspinal);
  const Probes midline = bioheat::probe(crossing.midline, options);
  for (std::size_t i = 0; i < crossing.drawn.size(); ++i) {
    const Drawn& drawn = crossing.drawn[i];
    auto& answer = answers[drawn.session];
    const Both both{paraspinal, midline, crossing.kind, i};
    if (const auto error = both.error(); answer && error) {
      answer = tl::unexpected(*error);
    } else if (answer) {
      answer->push_back(numbers_of(drawn, both));
    }
  }
}

}  // namespace

const std::vector<std::string>& shown_landmarks() {
  static const std::vector<std::string> names{landmark::skin,       landmark::interface,
                                              landmark::muscle_1cm, landmark::muscle_2cm,
                                              landmark::muscle_3cm, landmark::facet};
  return names;
}

std::vector<Expected<std::vector<DrawnNumbers>>> drawn_numbers(std::span<const PersonDraw> draws,
                                                               std::span<const Session> sessions) {
  std::vector<Kind> kinds;
  std::transform(sessions.begin(), sessions.end(), std::back_inserter(kinds),
                 [](const Session& session) {
                   return Kind{simulation::sample_interval_of(session), session.form.skin_only};
                 });
  Answers answers(sessions.size(), std::vector<DrawnNumbers>{});
  // One batch for each kind: the columns of a draw are alike under all forms and share lanes.
  for (std::size_t first = 0; first < kinds.size(); ++first) {
    if (std::find(kinds.begin(), kinds.end(), kinds[first]) - kinds.begin() !=
        static_cast<std::ptrdiff_t>(first)) {
      continue;
    }
    Crossing crossing = crossing_of(draws, sessions, kinds, kinds[first]);
    solve(crossing, answers);
  }
  return answers;
}

}  // namespace coldplan::planning
