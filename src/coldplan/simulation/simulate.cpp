#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "coldplan/bioheat/batch.h"
#include "coldplan/simulation/session.h"

namespace coldplan::simulation {
namespace {

// numerical: samples [s] close enough for curves and for the time below a temperature.
constexpr double sample_interval = 15.0;
// numerical: the same for sessions of a few minutes, and for sprays of seconds [s].
constexpr double short_interval = 5.0;
// numerical: as above.
constexpr double spray_interval = 1.0;
// numerical: what is short, and what is a spray [s].
constexpr double short_session = 200.0;
// numerical: as above.
constexpr double spray_session = 30.0;

double interval_of(const Session& session) {
  if (session.duration <= spray_session) {
    return spray_interval;
  }
  return session.duration <= short_session ? short_interval : sample_interval;
}

std::vector<Interval> cold_intervals(std::span<const bioheat::Phase> kept) {
  std::vector<Interval> cold;
  double begin = 0.0;
  for (const bioheat::Phase& phase : kept) {
    if (phase.cooling) {
      cold.push_back({begin, begin + phase.duration});
    }
    begin += phase.duration;
  }
  return cold;
}

/// Heat that left the skin while the cold was on [J/m²].
double heat_under_cold(const bioheat::History& history, std::span<const Interval> cold) {
  double heat = 0.0;
  for (const Interval& interval : cold) {
    heat += history.heat_taken[sample_at(history.time, interval.to)] -
            history.heat_taken[sample_at(history.time, interval.from)];
  }
  return heat;
}

void add_traces(BackHistory& back, const anatomy::NamedColumn& named,
                const bioheat::History& history, bool with_skin) {
  for (const anatomy::Landmark& landmark : named.landmarks) {
    if (landmark.depth > 0.0 || with_skin) {
      back.traces.push_back(
          {landmark.name, landmark.depth, bioheat::trace(history, landmark.depth)});
    }
  }
}

/// One subject on its way: what is known of it so far.
struct Pending {
  anatomy::NamedColumn paraspinal;
  anatomy::NamedColumn midline;
  std::vector<bioheat::Phase> planned;
  std::vector<bioheat::Phase> kept;
  bioheat::Rest rest;
  std::optional<bioheat::History> muscle_side;
  std::optional<Error> error;
};

Pending prepare(const Subject& subject) {
  const Session& session = subject.session;
  if (auto fit = check(session); !fit) {
    Pending refused;
    refused.error = fit.error();
    return refused;
  }
  Pending pending;
  pending.paraspinal = anatomy::paraspinal_column(subject.build, subject.draw);
  pending.midline = anatomy::midline_column(subject.build, subject.draw);
  pending.planned = schedule_of(session, subject.draw);
  pending.rest = {applicator::room_air(session.use.room_temperature)};
  const double signal = reflex_signal_per_kelvin(session.form.area, subject.build.body_surface);
  pending.paraspinal.column.reflex_signal_per_kelvin = signal;
  pending.midline.column.reflex_signal_per_kelvin = signal;
  return pending;
}

/// Numbers of the subjects that are still on their way and sampled at this interval.
std::vector<std::size_t> sampled_at(double interval, std::span<const Subject> subjects,
                                    std::span<const Pending> pending) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    if (!pending[i].error && interval_of(subjects[i].session) == interval) {
      numbers.push_back(i);
    }
  }
  return numbers;
}

/// Solves a column of each of these subjects, in one batch, and hands each history to `keep`.
template <typename MakeTask, typename Keep>
void solve_side(std::span<const std::size_t> numbers, double interval, std::span<Pending> pending,
                const char* place, const MakeTask& make_task, const Keep& keep) {
  std::vector<bioheat::Task> tasks;
  for (const std::size_t i : numbers) {
    tasks.push_back(make_task(pending[i]));
  }
  bioheat::BatchOptions options = bioheat::precise_options();
  options.sample_interval = interval;
  auto solved = bioheat::solve(tasks, options);
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    if (solved[k]) {
      keep(numbers[k], std::move(*solved[k]));
    } else {
      pending[numbers[k]].error = under(place, solved[k].error());
    }
  }
}

BackHistory joined(const Subject& subject, Pending& pending, bioheat::History bone_side) {
  bioheat::History& muscle_side = *pending.muscle_side;
  BackHistory back;
  back.time = muscle_side.time;
  back.cold = cold_intervals(pending.kept);
  back.removal = back.cold.empty() ? 0.0 : back.cold.back().to;
  back.stopped = std::any_of(
      muscle_side.events.begin(), muscle_side.events.end(),
      [](const auto& event) { return event.kind == bioheat::EventKind::stop_temperature; });
  add_traces(back, pending.paraspinal, muscle_side, true);
  add_traces(back, pending.midline, bone_side, false);
  back.pack_temperature = muscle_side.source_temperature;
  back.heat_taken = heat_under_cold(muscle_side, back.cold) * subject.session.form.area;
  back.paraspinal = std::move(muscle_side);
  back.midline = std::move(bone_side);
  return back;
}

}  // namespace

std::vector<bioheat::Phase> kept_schedule(std::span<const bioheat::Phase> planned,
                                          std::span<const double> phase_end) {
  std::vector<bioheat::Phase> kept;
  double begin = 0.0;
  for (std::size_t i = 0; i < planned.size(); ++i) {
    bioheat::Phase phase = planned[i];
    phase.duration = phase_end[i] - begin;
    phase.stop_temperature.reset();
    begin = phase_end[i];
    if (phase.duration > 0.0) {
      kept.push_back(phase);
    }
  }
  return kept;
}

double sample_interval_of(const Session& session, double sparser) {
  const double wished = sparser * interval_of(session);
  // numerical: so that a bout of whole samples is not cut finer by rounding.
  constexpr double slack = 1e-9;
  return session.duration / std::ceil(session.duration / wished - slack);
}

std::vector<Expected<BackHistory>> simulate_all(std::span<const Subject> subjects) {
  std::vector<Pending> pending;
  for (const Subject& subject : subjects) {
    pending.push_back(prepare(subject));
  }
  std::vector<std::optional<BackHistory>> backs(subjects.size());
  for (const double interval : {spray_interval, short_interval, sample_interval}) {
    solve_side(
        sampled_at(interval, subjects, pending), interval, pending, "paraspinal column",
        [](const Pending& each) {
          return bioheat::Task{each.paraspinal.column, each.rest, each.planned};
        },
        [&](std::size_t i, bioheat::History history) {
          pending[i].kept = kept_schedule(pending[i].planned, history.phase_end);
          pending[i].muscle_side = std::move(history);
        });
    solve_side(
        sampled_at(interval, subjects, pending), interval, pending, "midline column",
        [](const Pending& each) {
          return bioheat::Task{each.midline.column, each.rest, each.kept};
        },
        [&](std::size_t i, bioheat::History history) {
          backs[i] = joined(subjects[i], pending[i], std::move(history));
        });
  }
  std::vector<Expected<BackHistory>> results;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    if (backs[i]) {
      results.emplace_back(std::move(*backs[i]));
    } else {
      results.emplace_back(tl::unexpected(*pending[i].error));
    }
  }
  return results;
}

Expected<BackHistory> simulate(const anatomy::Build& build, const Session& session,
                               const posterior::Draw& draw) {
  const Subject subject{build, session, draw};
  return std::move(simulate_all({&subject, 1}).front());
}

}  // namespace coldplan::simulation
