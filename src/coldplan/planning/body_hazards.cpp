#include "coldplan/planning/body_hazards.h"

#include <algorithm>
#include <utility>

#include "coldplan/planning/drawn_bodies.h"

namespace coldplan::planning {
namespace {

using simulation::BodySession;
using thermoregulation::BodyHistory;
using thermoregulation::Observed;

// numerical: how often as long a session is followed without an exit.
constexpr double longer = 3.0;

/// The draws of a session, without the likeliest values and the room.
Expected<std::vector<BodyHistory>> drawn_bodies(const person::Person& person,
                                                const BodySession& session) {
  const thermoregulation::Layout layout = thermoregulation::make_layout();
  const auto tasks = body_tasks(person, session, layout);
  auto answers = thermoregulation::simulate(std::span{tasks}.subspan(1, body_draw_count));
  std::vector<BodyHistory> histories;
  for (auto& answer : answers) {
    if (!answer) {
      return tl::unexpected(answer.error());
    }
    histories.push_back(std::move(*answer));
  }
  return histories;
}

/// The coldest skin of each moment, wherever it is.
std::vector<double> coldest_skin(const BodyHistory& history) {
  std::vector<double> coldest = history.surface(thermoregulation::Site::head);
  for (const thermoregulation::Site site : thermoregulation::all_sites()) {
    const std::vector<double>& skin = history.surface(site);
    for (std::size_t i = 0; i < coldest.size(); ++i) {
      coldest[i] = std::min(coldest[i], skin[i]);
    }
  }
  return coldest;
}

/// A history with what is read from it more than once.
struct Drawn {
  BodyHistory history;
  std::vector<double> skin;
};

std::vector<Drawn> with_skin(std::vector<BodyHistory> histories) {
  std::vector<Drawn> drawn;
  for (BodyHistory& history : histories) {
    std::vector<double> skin = coldest_skin(history);
    drawn.push_back({std::move(history), std::move(skin)});
  }
  return drawn;
}

injury::Courses courses_of(const Drawn& drawn) {
  const std::vector<double>& time = drawn.history.time;
  injury::Courses courses;
  courses.skin = {time, drawn.skin};
  courses.core = {time, drawn.history.of(Observed::pelvis_core)};
  courses.finger = {time, drawn.history.surface(thermoregulation::Site::hand)};
  return courses;
}

injury::Exposure exposure_of(const person::Person& person, const BodySession& session,
                             const Drawn& drawn, const Drawn& left_on) {
  injury::Exposure exposure;
  exposure.age = person.age;
  exposure.removal = session.duration;
  exposure.session = courses_of(drawn);
  exposure.going_on = courses_of(left_on);
  const auto& source = session.form.source;
  if (const auto* bath = std::get_if<applicator::Immersion>(&source)) {
    exposure.skin_state = injury::SkinState::wet;
    if (session.immersed == simulation::ImmersedTo::neck) {
      exposure.water = bath->temperature;
    }
  } else {
    exposure.cabin = std::holds_alternative<applicator::Chamber>(source) ? injury::Cabin::head_in
                                                                         : injury::Cabin::head_out;
  }
  return exposure;
}

}  // namespace

Expected<BodyHazards> body_hazards(const person::Person& person, const BodySession& session,
                                   quantity::UnitSystem units,
                                   const BodyCircumstances& circumstances) {
  if (auto sound = simulation::check(session); !sound) {
    return tl::unexpected(sound.error());
  }
  BodySession going_on = session;
  going_on.duration = longer * session.duration;
  going_on.after = 0.0;
  auto bodies = drawn_bodies(person, session);
  auto longer_bodies = drawn_bodies(person, going_on);
  if (!bodies || !longer_bodies) {
    return tl::unexpected(bodies ? longer_bodies.error() : bodies.error());
  }
  const std::vector<Drawn> drawn = with_skin(std::move(*bodies));
  const std::vector<Drawn> left_on = with_skin(std::move(*longer_bodies));
  std::vector<injury::Exposure> exposures;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    exposures.push_back(exposure_of(person, session, drawn[i], left_on[i]));
    exposures.back().raynaud = circumstances.raynaud;
    exposures.back().nitrogen = circumstances.nitrogen;
  }
  auto rows = hazard_rows(exposures, units);
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  return BodyHazards{std::move(*rows), injury::statements(exposures.front())};
}

}  // namespace coldplan::planning
