#include "coldplan/simulation/session.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::simulation {
namespace {

// numerical: what is a spray [s].
constexpr double spray_session = 30.0;
// numerical: how long a session is followed up [s].
constexpr double follow_up = 3600.0;
// numerical: the same after a spray, which the skin forgets in minutes [s].
constexpr double spray_follow_up = 600.0;
// numerical: bouts and seconds in a session that are taken for meant: a day.
constexpr int most_bouts = 48;
// numerical: as above.
constexpr double longest = 86400.0;

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

std::vector<bioheat::Phase> schedule_of(const Session& session, const posterior::Draw& draw) {
  const bioheat::Boundary air = applicator::room_air(session.use.room_temperature);
  const bioheat::Boundary cold = applicator::boundary_of(session.form, session.use, draw);
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

const Trace& trace_of(const BackHistory& history, const std::string& name) {
  const auto found = std::find_if(history.traces.begin(), history.traces.end(),
                                  [&](const Trace& trace) { return trace.name == name; });
  if (found == history.traces.end()) {
    throw std::out_of_range("no trace " + name);
  }
  return *found;
}

}  // namespace coldplan::simulation
