#include "coldplan/simulation/session.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

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
// numerical: how long a session is followed up [s].
constexpr double follow_up = 3600.0;
// numerical: the same after a spray, which the skin forgets in minutes [s].
constexpr double spray_follow_up = 600.0;
// numerical: bouts and seconds in a session that are taken for meant: a day.
constexpr int most_bouts = 48;
// numerical: as above.
constexpr double longest = 86400.0;

double interval_of(const Session& session) {
  if (session.duration <= spray_session) {
    return spray_interval;
  }
  return session.duration <= short_session ? short_interval : sample_interval;
}

Expected<bioheat::History> solve_column(const anatomy::NamedColumn& named, const Session& session,
                                        std::span<const bioheat::Phase> schedule, double signal) {
  bioheat::Column column = named.column;
  column.reflex_signal_per_kelvin = signal;
  bioheat::SolverOptions options;
  options.sample_interval = interval_of(session);
  const bioheat::Rest rest{applicator::room_air(session.use.room_temperature)};
  return bioheat::solve(column, rest, schedule, options);
}

/// The schedule as it was kept: phases that a device ended have the time they took, and do not
/// watch the skin again.
std::vector<bioheat::Phase> as_kept(std::span<const bioheat::Phase> planned,
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

Error refused(const char* place, double seen, std::string allowed) {
  return {ErrorCode::out_of_range, place, fmt::format("{:g}", seen), std::move(allowed), ""};
}

}  // namespace

Session usual_session(const applicator::Form& form) {
  const double room = facts::value(facts::id::body::room_temperature);
  const double after = form.duration <= spray_session ? spray_follow_up : follow_up;
  return {form, {form.barriers, applicator::Hold::usual, room}, form.duration, after};
}

Expected<void> check(const Session& session) {
  if (auto fit = applicator::check(session.form, session.use); !fit) {
    const bool whole = fit.error().place == "form";
    return tl::unexpected(under(whole ? "session" : "session.use", fit.error()));
  }
  if (!(session.duration > 0.0 && session.duration <= longest)) {
    return tl::unexpected(
        refused("session.duration", session.duration, "a time over 0 s, to a day"));
  }
  if (!(session.after >= 0.0 && session.after <= longest)) {
    return tl::unexpected(refused("session.after", session.after, "a time of 0 s to a day"));
  }
  if (!(session.gap >= 0.0 && session.gap <= longest)) {
    return tl::unexpected(refused("session.gap", session.gap, "a time of 0 s to a day"));
  }
  if (session.bouts < 1 || session.bouts > most_bouts) {
    return tl::unexpected(refused("session.bouts", session.bouts,
                                  fmt::format("a number of bouts (1 to {})", most_bouts)));
  }
  if (session.bouts > 1 && session.gap == 0.0 && session.form.stop_temperature) {
    return tl::unexpected(refused("session.gap", session.gap,
                                  "a time over 0 s: a device that stops at a skin temperature "
                                  "stops again at once"));
  }
  const double whole = session.bouts * (session.duration + session.gap) - session.gap;
  if (whole > longest) {
    return tl::unexpected(refused("session.bouts", session.bouts,
                                  "a number of bouts that end within a day, with their gaps"));
  }
  return {};
}

std::vector<bioheat::Phase> schedule_of(const Session& session) {
  const bioheat::Boundary air = applicator::room_air(session.use.room_temperature);
  const bioheat::Boundary cold = applicator::boundary_of(session.form, session.use);
  std::vector<bioheat::Phase> schedule;
  for (int bout = 0; bout < session.bouts; ++bout) {
    if (bout > 0 && session.gap > 0.0) {
      schedule.push_back({session.gap, air, false});
    }
    schedule.push_back({session.duration, cold, true, session.form.stop_temperature});
  }
  if (session.after > 0.0) {
    schedule.push_back({session.after, air, false});
  }
  return schedule;
}

double reflex_signal_per_kelvin(double cooled_area, double body_surface) {
  namespace id = facts::id::thermoregulation;
  const double weight =
      facts::value(id::skin_receptor_weight_back) + facts::value(id::skin_receptor_weight_pelvis);
  const double area = (facts::value(id::skin_area_back) + facts::value(id::skin_area_pelvis)) *
                      body_surface / facts::value(id::standard_body_area);
  const double share = std::min(1.0, cooled_area / area);
  return facts::value(facts::id::perfusion::constriction_cold_gain) * weight * share;
}

Expected<BackHistory> simulate(const anatomy::Build& build, const Session& session) {
  if (auto fit = check(session); !fit) {
    return tl::unexpected(fit.error());
  }
  const double signal = reflex_signal_per_kelvin(session.form.area, build.body_surface);
  const anatomy::NamedColumn paraspinal = anatomy::paraspinal_column(build);
  const anatomy::NamedColumn midline = anatomy::midline_column(build);
  const std::vector<bioheat::Phase> planned = schedule_of(session);
  auto muscle_side = solve_column(paraspinal, session, planned, signal);
  if (!muscle_side) {
    return tl::unexpected(under("paraspinal column", muscle_side.error()));
  }
  const std::vector<bioheat::Phase> kept = as_kept(planned, muscle_side->phase_end);
  auto bone_side = solve_column(midline, session, kept, signal);
  if (!bone_side) {
    return tl::unexpected(under("midline column", bone_side.error()));
  }

  BackHistory back;
  back.time = muscle_side->time;
  back.cold = cold_intervals(kept);
  back.removal = back.cold.empty() ? 0.0 : back.cold.back().to;
  back.stopped = std::any_of(
      muscle_side->events.begin(), muscle_side->events.end(),
      [](const auto& event) { return event.kind == bioheat::EventKind::stop_temperature; });
  add_traces(back, paraspinal, *muscle_side, true);
  add_traces(back, midline, *bone_side, false);
  back.pack_temperature = muscle_side->source_temperature;
  back.heat_taken = heat_under_cold(*muscle_side, back.cold) * session.form.area;
  back.paraspinal = std::move(*muscle_side);
  back.midline = std::move(*bone_side);
  return back;
}

const Trace& trace_of(const BackHistory& history, const std::string& name) {
  const auto found = std::find_if(history.traces.begin(), history.traces.end(),
                                  [&](const Trace& trace) { return trace.name == name; });
  if (found == history.traces.end()) {
    throw std::out_of_range("no trace " + name);
  }
  return *found;
}

}  // namespace coldplan::simulation
