#include "coldplan/planning/consequences.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "coldplan/effect/sentences.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/planning/drawn_courses.h"

namespace coldplan::planning {
namespace {

using simulation::Session;

// numerical: the seed of the coefficients of effects.
constexpr std::uint64_t seed = 21;
// numerical: how often as long a session is followed with the cold left on.
constexpr double longer = 3.0;
// numerical: and at least so long [s].
constexpr double at_least = 3600.0;
// numerical: the same where samples are seconds apart, as of sprays and jets [s].
constexpr double at_least_of_short = 60.0;
// numerical: sessions up to which they are [s].
constexpr double short_session = 200.0;
// numerical: after which a second more is followed, since a session needs an end [s].
constexpr double ending = 1.0;

/// The same session with the cold never taken off, and by no sensor either: who holds a jet still
/// does not wait for it. Bouts with pauses are not gone on with.
std::optional<Session> left_on(const Session& session) {
  if (session.bouts != 1) {
    return std::nullopt;
  }
  Session going_on = session;
  going_on.duration = std::max(longer * session.duration,
                               session.duration > short_session ? at_least : at_least_of_short);
  going_on.after = ending;
  going_on.form.stop_temperature.reset();
  return simulation::check(going_on) ? std::optional{going_on} : std::nullopt;
}

injury::Course course_of(const DrawnCourses& courses, const std::vector<double>& temperature) {
  return {courses.time, temperature};
}

injury::Courses injury_courses(const DrawnCourses& courses, const Session& session) {
  injury::Courses seen;
  seen.skin = course_of(courses, courses.skin);
  if (!session.form.skin_only) {
    seen.nerve = course_of(courses, courses.under_skin);
  }
  if (session.form.id == "metal_worn") {
    seen.metal = seen.skin;
  }
  return seen;
}

/// Water on the skin: of melting ice that touches it, of a wet cloth, of a bag that is wetted.
bool is_wet(const Session& session) {
  constexpr std::array<std::string_view, 3> wetting{"ice_massage", "wet_compress",
                                                    "ice_bag_wetted"};
  const auto& barriers = session.use.barriers;
  return std::find(wetting.begin(), wetting.end(), session.form.id) != wetting.end() ||
         std::find(barriers.begin(), barriers.end(), applicator::Barrier::wet_towel) !=
             barriers.end();
}

injury::Exposure exposure_of(const person::Person& person, const Session& session,
                             const DrawnCourses& courses, const DrawnCourses* going_on) {
  injury::Exposure exposure;
  exposure.age = person.age;
  exposure.removal = courses.removal;
  exposure.session = injury_courses(courses, session);
  if (going_on != nullptr) {
    exposure.going_on = injury_courses(*going_on, session);
  }
  exposure.skin_state = is_wet(session) ? injury::SkinState::wet : injury::SkinState::dry;
  exposure.profile = {courses.depth, courses.coldest,
                      facts::value(facts::id::anatomy::epidermis_thickness),
                      courses.skin_thickness};
  exposure.is_machine = session.form.family == "cold_machine";
  exposure.has_menthol = session.form.variant == "topical_menthol";
  if (const auto* solid = std::get_if<applicator::Solid>(&session.form.source)) {
    exposure.cold_metal = *solid;
  }
  return exposure;
}

std::vector<injury::Exposure> exposures_of(const person::Person& person, const Session& session,
                                           std::span<const DrawnCourses> drawn,
                                           std::span<const DrawnCourses> going_on) {
  std::vector<injury::Exposure> exposures;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    exposures.push_back(
        exposure_of(person, session, drawn[i], going_on.empty() ? nullptr : &going_on[i]));
  }
  return exposures;
}

Expected<std::vector<EffectRow>> effect_rows(std::span<const DrawnCourses> drawn) {
  std::vector<std::array<double, effect::outcome_count>> numbers;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const DrawnCourses& courses = drawn[i];
    const std::vector<std::span<const double>> muscle{courses.muscle.begin(), courses.muscle.end()};
    const auto outcomes =
        effect::outcomes({courses.time, courses.removal, courses.skin, courses.interface, muscle,
                          courses.skin_flow, courses.muscle_metabolism},
                         effect::drawn_coefficients(seed, i));
    if (!outcomes) {
      return tl::unexpected(outcomes.error());
    }
    numbers.push_back(*outcomes);
  }
  const effect::SessionWords words{"nerve where fat meets muscle", drawn.front().time.back(),
                                   drawn.front().removal};
  std::vector<EffectRow> rows;
  for (const effect::OutcomeKind& kind : effect::outcome_kinds()) {
    std::vector<double> values;
    std::transform(numbers.begin(), numbers.end(), std::back_inserter(values),
                   [&kind](const auto& each) { return each[static_cast<std::size_t>(kind.id)]; });
    EffectRow row{kind.id, interval_of(std::move(values)), {}};
    row.sentence = effect::sentence(kind.id, row.interval, words);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Directions that are not of cabins alone.
std::vector<effect::Direction> local_directions() {
  std::vector<effect::Direction> directions = effect::directions();
  std::erase_if(directions, [](const effect::Direction& each) {
    return each.id == "blood_markers" || each.id == "light_headedness";
  });
  return directions;
}

}  // namespace

Expected<Consequences> consequences(const person::Person& person, const Session& session,
                                    quantity::UnitSystem units,
                                    const Circumstances& circumstances) {
  if (const auto fit = simulation::check(session); !fit) {
    return tl::unexpected(fit.error());
  }
  const std::vector<PersonDraw> draws = person_draws(person);
  const double interval = simulation::sample_interval_of(session);
  const auto drawn = drawn_courses(draws, session, interval);
  if (!drawn) {
    return tl::unexpected(drawn.error());
  }
  Consequences found;
  std::vector<DrawnCourses> going_on;
  if (const auto longer_session = left_on(session)) {
    auto solved = drawn_courses(draws, *longer_session, interval);
    if (!solved) {
      return tl::unexpected(solved.error());
    }
    going_on = std::move(*solved);
  }
  auto exposures = exposures_of(person, session, *drawn, going_on);
  for (injury::Exposure& exposure : exposures) {
    exposure.over_shallow_nerve = circumstances.over_shallow_nerve;
    exposure.has_salicylate = circumstances.has_salicylate;
  }
  auto hazards = hazard_rows(exposures, units);
  if (!hazards) {
    return tl::unexpected(hazards.error());
  }
  found.hazards = std::move(*hazards);
  found.statements = injury::statements(exposures.front());
  if (!session.form.skin_only) {
    auto effects = effect_rows(*drawn);
    if (!effects) {
      return tl::unexpected(effects.error());
    }
    found.effects = std::move(*effects);
    found.directions = local_directions();
  }
  return found;
}

}  // namespace coldplan::planning
