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
// numerical: how long a session is followed up [s].
constexpr double follow_up = 3600.0;

Expected<bioheat::History> solve_column(const anatomy::NamedColumn& named, const Session& session,
                                        double signal_per_kelvin) {
  bioheat::Column column = named.column;
  column.reflex_signal_per_kelvin = signal_per_kelvin;
  const bioheat::Boundary air = applicator::room_air(session.use.room_temperature);
  std::vector<bioheat::Phase> schedule{
      {session.duration, applicator::boundary_of(session.form.pack, session.use), true}};
  if (session.after > 0.0) {
    schedule.push_back({session.after, air, false});
  }
  bioheat::SolverOptions options;
  options.sample_interval = sample_interval;
  return bioheat::solve(column, bioheat::Rest{air}, schedule, options);
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

/// Skin freezes first: it is the coldest and its freezing point is the highest.
Expected<void> check_above_freezing(const bioheat::History& history) {
  const double freezing = facts::value(facts::id::tissue::frozen_skin_freezing_temperature);
  const auto& skin = history.surface_temperature;
  const auto frozen =
      std::find_if(skin.begin(), skin.end(), [freezing](double t) { return t <= freezing; });
  if (frozen == skin.end()) {
    return {};
  }
  // numerical: a definition.
  constexpr double seconds_per_minute = 60.0;
  const double time = history.time[static_cast<std::size_t>(frozen - skin.begin())];
  return tl::unexpected(Error{
      ErrorCode::not_solved, "skin", "", "",
      fmt::format(
          "would freeze after {:.1f} min; freezing is not simulated, so put a towel between or "
          "choose a milder session",
          time / seconds_per_minute)});
}

}  // namespace

Session usual_session(const applicator::Form& form) {
  const double room = facts::value(facts::id::body::room_temperature);
  return {form, {{}, applicator::Hold::usual, room}, form.duration, follow_up};
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
  if (!(session.duration > 0.0)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "session.duration",
                                fmt::format("{:g} s", session.duration), "a time over 0 s", ""});
  }
  const double signal = reflex_signal_per_kelvin(session.form.pack.area, build.body_surface);
  const anatomy::NamedColumn paraspinal = anatomy::paraspinal_column(build);
  const anatomy::NamedColumn midline = anatomy::midline_column(build);
  auto muscle_side = solve_column(paraspinal, session, signal);
  if (!muscle_side) {
    return tl::unexpected(under("paraspinal column", muscle_side.error()));
  }
  auto bone_side = solve_column(midline, session, signal);
  if (!bone_side) {
    return tl::unexpected(under("midline column", bone_side.error()));
  }
  for (const bioheat::History* column : {&*muscle_side, &*bone_side}) {
    if (auto thawed = check_above_freezing(*column); !thawed) {
      return tl::unexpected(thawed.error());
    }
  }

  BackHistory back;
  back.time = muscle_side->time;
  back.removal = session.duration;
  add_traces(back, paraspinal, *muscle_side, true);
  add_traces(back, midline, *bone_side, false);
  back.pack_temperature = muscle_side->source_temperature;
  back.heat_taken = muscle_side->energy.store_from_skin * session.form.pack.area;
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
