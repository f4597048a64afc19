#include "coldplan/cohort/part_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string>

#include "coldplan/bioheat/batch.h"
#include "coldplan/cohort/threads.h"
#include "coldplan/planning/skin_limits.h"

namespace coldplan::cohort {
namespace {

namespace landmark = anatomy::landmark;
using bioheat::Outcome;
using bioheat::Probes;
using bioheat::Solved;

constexpr float never = std::numeric_limits<float>::quiet_NaN();

// numerical: samples of many people are half as many as those of one, whose curves are drawn.
constexpr double sparser = 2.0;

/// Landmarks that come from the paraspinal column; the others from the midline.
constexpr std::size_t paraspinal_landmarks = 5;

float narrow(double number) {
  return static_cast<float>(number);
}

/// Two members that hold the coldest of a tissue and its time.
struct Extreme {
  float Row::*coldest;
  float Row::*time;
};

/// In the order of `history_landmarks`.
constexpr std::array<Extreme, 7> extremes{
    {{&Row::skin_coldest, &Row::skin_coldest_time},
     {&Row::interface_coldest, &Row::interface_coldest_time},
     {&Row::muscle_1cm_coldest, &Row::muscle_1cm_coldest_time},
     {&Row::muscle_2cm_coldest, &Row::muscle_2cm_coldest_time},
     {&Row::muscle_3cm_coldest, &Row::muscle_3cm_coldest_time},
     {&Row::facet_coldest, &Row::facet_coldest_time},
     {&Row::nerve_coldest, &Row::nerve_coldest_time}}};

/// People of a slice on their way through an arm.
struct Crossing {
  std::vector<Subject> subjects;
  std::vector<std::vector<bioheat::Phase>> schedules;
  std::vector<bioheat::Task> paraspinal;
  std::vector<bioheat::Task> midline;
};

bioheat::Task task_of(anatomy::NamedColumn named, double signal, const bioheat::Boundary& air,
                      std::span<const bioheat::Phase> schedule,
                      std::span<const std::string> landmarks) {
  named.column.reflex_signal_per_kelvin = signal;
  bioheat::Task task{
      std::move(named.column), bioheat::Rest{air}, {schedule.begin(), schedule.end()}};
  for (const std::string& name : landmarks) {
    task.depths.push_back(anatomy::depth_of_landmark(named, name));
  }
  return task;
}

Crossing prepared(const Crowd& crowd, const Slice& slice, const Arm& arm, int threads) {
  Crossing people;
  people.subjects.resize(slice.count);
  people.schedules.resize(slice.count);
  people.paraspinal.resize(slice.count);
  people.midline.resize(slice.count);
  const auto names = std::span{history_landmarks()};
  const bioheat::Boundary air = applicator::room_air(arm.session.use.room_temperature);
  for_each_index(slice.count, threads, [&](std::size_t i) {
    people.subjects[i] = crowd.subject_at(slice.first + i);
    const Subject& subject = people.subjects[i];
    const simulation::Session session = session_for(arm, subject);
    people.schedules[i] = simulation::schedule_of(session, subject.draw);
    const double signal =
        simulation::reflex_signal_per_kelvin(session.form.area, subject.build.body_surface);
    people.paraspinal[i] = task_of(anatomy::paraspinal_column(subject.build, subject.draw), signal,
                                   air, people.schedules[i], names.first(paraspinal_landmarks));
    people.midline[i] = task_of(anatomy::midline_column(subject.build, subject.draw), signal, air,
                                people.schedules[i], names.subspan(paraspinal_landmarks));
  });
  return people;
}

/// Where a device stopped itself beside the spine, the midline has the same times.
void follow_stops(Crossing& people, const Probes& paraspinal) {
  for (std::size_t i = 0; i < people.midline.size(); ++i) {
    const std::vector<double>& ends = paraspinal.outcomes[i].phase_end;
    if (ends.size() == people.schedules[i].size()) {
      people.midline[i].schedule = simulation::kept_schedule(people.schedules[i], ends);
    }
  }
}

/// When a trace first falls below a temperature, crossings placed linearly; NaN for never.
float first_below(std::span<const double> time, std::span<const double> temperature,
                  double threshold) {
  const auto found = std::find_if(temperature.begin(), temperature.end(),
                                  [threshold](double t) { return t < threshold; });
  if (found == temperature.end()) {
    return never;
  }
  const auto i = static_cast<std::size_t>(found - temperature.begin());
  if (i == 0) {
    return narrow(time[0]);
  }
  const double share = (temperature[i - 1] - threshold) / (temperature[i - 1] - temperature[i]);
  return narrow(std::lerp(time[i - 1], time[i], share));
}

void put_durations(Row& row, std::span<const double> time, std::span<const double> skin) {
  const double analgesia = planning::analgesia_temperature();
  const auto below = [&](double threshold) {
    return narrow(simulation::time_below(time, skin, threshold));
  };
  row.analgesia_reached_time = first_below(time, skin, analgesia);
  row.analgesia_duration = below(analgesia);
  row.analgesia_at_end = skin.back() < analgesia ? 1 : 0;
  static const std::vector<planning::SkinLimit> limits = planning::skin_limits();
  row.numb_duration = below(limits.at(0).temperature);
  row.warning_duration = below(limits.at(1).temperature);
  row.freezing_duration = below(limits.at(2).temperature);
}

/// What both columns of one person gave.
struct Both {
  const Probes& paraspinal;
  const Probes& midline;
  std::size_t person;

  [[nodiscard]] std::span<const float> trace(std::size_t number) const {
    return number < paraspinal_landmarks ? paraspinal.trace(person, number)
                                         : midline.trace(person, number - paraspinal_landmarks);
  }
  [[nodiscard]] bool solved() const {
    return paraspinal.outcomes[person].solved != Solved::no &&
           midline.outcomes[person].solved != Solved::no;
  }
};

/// A trace as far as it goes: a session that a device cut short ends before the others.
std::span<const float> known(std::span<const float> trace) {
  while (trace.size() > 1 && std::isnan(trace.back())) {
    trace = trace.first(trace.size() - 1);
  }
  return trace;
}

void put_results(Row& row, const Both& both, std::span<const double> times, double area) {
  const Outcome& outcome = both.paraspinal.outcomes[both.person];
  row.removal_time = narrow(outcome.removal);
  std::vector<double> trace;
  for (std::size_t number = 0; number < extremes.size(); ++number) {
    const auto temperatures = known(both.trace(number));
    trace.assign(temperatures.begin(), temperatures.end());
    const auto time = times.first(trace.size());
    // The last sample under the cold, of devices that stop between two.
    const auto under = std::upper_bound(time.begin(), time.end(), outcome.removal + 1e-6);
    const auto summary = simulation::summarize(time, trace, *(under - 1));
    row.*extremes[number].coldest = narrow(summary.coldest);
    row.*extremes[number].time = narrow(summary.coldest_time);
    if (number == 0) {
      row.skin_before = narrow(summary.start);
      row.skin_at_removal = narrow(summary.end);
      put_durations(row, time, trace);
    }
  }
  const double frozen =
      std::max(outcome.deepest_frozen, both.midline.outcomes[both.person].deepest_frozen);
  row.frozen_depth = narrow(frozen);
  row.heat_taken = narrow(outcome.heat_taken * area);
  row.melted_time = narrow(outcome.melted);
  row.stopped = outcome.stopped ? 1 : 0;
  row.status = static_cast<std::uint8_t>(frozen > 0.0 ? Status::frozen : Status::solved);
}

/// The temperature of a trace at a time, linear between samples and constant after the last.
float interpolated(std::span<const double> time, std::span<const float> temperature, double at) {
  const auto after = std::upper_bound(time.begin(), time.end(), at + 1e-6);
  if (after == time.end()) {
    return temperature.back();
  }
  const auto i = static_cast<std::size_t>(after - time.begin());
  const double share = std::max(0.0, (at - time[i - 1]) / (time[i] - time[i - 1]));
  return narrow(std::lerp(static_cast<double>(temperature[i - 1]),
                          static_cast<double>(temperature[i]), share));
}

void put_history(std::span<float> place, const Both& both, std::span<const double> times,
                 std::span<const double> wanted) {
  const std::size_t landmarks = history_landmarks().size();
  for (std::size_t number = 0; number < landmarks; ++number) {
    const auto trace = known(both.trace(number));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      place[i * landmarks + number] = interpolated(times.first(trace.size()), trace, wanted[i]);
    }
  }
}

std::vector<double> sample_times(const Probes& probes, double interval) {
  std::vector<double> times(probes.samples);
  for (std::size_t i = 0; i < times.size(); ++i) {
    times[i] = static_cast<double>(i) * interval;
  }
  return times;
}

}  // namespace

const std::vector<std::string>& history_landmarks() {
  static const std::vector<std::string> names{
      landmark::skin,       landmark::interface, landmark::muscle_1cm, landmark::muscle_2cm,
      landmark::muscle_3cm, landmark::facet,     landmark::nerve};
  return names;
}

std::string_view engine() {
  // Bits are those of one instruction set.
  static const std::string name = "batched single " + std::string{bioheat::batch_targets().front()};
  return name;
}

ArmRows rows_of(const Plan& plan, const Crowd& crowd, const Slice& slice, std::size_t arm,
                int threads) {
  const Arm& session = plan.arms.at(arm);
  const std::vector<double> wanted = history_times(plan, session);
  const std::size_t width = plan.histories ? wanted.size() * history_landmarks().size() : 0;
  ArmRows part;
  part.rows.resize(slice.count);
  part.histories.assign(slice.count * width, never);
  Crossing people = prepared(crowd, slice, session, threads);
  bioheat::BatchOptions options;
  options.sample_interval = simulation::sample_interval_of(session.session, sparser);
  options.threads = threads;
  const Probes paraspinal = bioheat::probe(people.paraspinal, options);
  follow_stops(people, paraspinal);
  const Probes midline = bioheat::probe(people.midline, options);
  const std::vector<double> times = sample_times(paraspinal, options.sample_interval);
  for_each_index(slice.count, threads, [&](std::size_t i) {
    Row& row = part.rows[i];
    row = row_of(people.subjects[i]);
    const Both both{paraspinal, midline, i};
    if (!both.solved()) {
      row = without_results(row);
      return;
    }
    put_results(row, both, times, session.session.form.area);
    if (width > 0) {
      put_history(std::span{part.histories}.subspan(i * width, width), both, times, wanted);
    }
  });
  return part;
}

}  // namespace coldplan::cohort
