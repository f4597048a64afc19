#include "coldplan/simulation/body_session.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"
#include "coldplan/person/anthropometry.h"

namespace coldplan::simulation {
namespace {

namespace id = facts::id::thermoregulation;
using applicator::Chamber;
using applicator::Cryosauna;
using applicator::Immersion;
using thermoregulation::Clothing;
using thermoregulation::place_of;
using thermoregulation::Site;
using thermoregulation::Stage;
using thermoregulation::Surroundings;

// numerical: how long a session is followed up [s].
constexpr double follow_up = 7200.0;
// numerical: the longest exposure or follow-up that is taken for meant: a day [s].
constexpr double longest = 86400.0;

/// What is worn in a chamber.
Clothing chamber_clothing(const posterior::Draw& draw) {
  Clothing worn{};
  worn.at(place_of(Site::hand)) = value(draw, id::glove_resistance);
  worn.at(place_of(Site::foot)) = value(draw, id::shoe_resistance);
  worn.at(place_of(Site::pelvis)) = value(draw, id::brief_resistance);
  worn.at(place_of(Site::head)) = value(draw, id::headband_resistance);
  return worn;
}

/// Films to the gas by site [W/(m² K)].
using Films = std::array<double, thermoregulation::site_count>;

Films everywhere(double film) {
  Films films{};
  films.fill(film);
  return films;
}

/// Those in the main room. Moving air, where its speed is known, has films of its own by segment;
/// the usual one may itself stand for a speed, and does not count then.
Films films_of(const Chamber& chamber, double gas) {
  if (!chamber.air_speed) {
    return everywhere(chamber.convection.usual);
  }
  Films films = everywhere(chamber.natural_convection);
  for (const Site site : thermoregulation::all_sites()) {
    films.at(place_of(site)) =
        std::max(films.at(place_of(site)),
                 thermoregulation::forced_convection(site, *chamber.air_speed, gas));
  }
  return films;
}

/// Gas around everything but what clothes cover.
Surroundings in_gas(double temperature, const Films& films, double emissivity,
                    const posterior::Draw& draw) {
  const Clothing worn = chamber_clothing(draw);
  Surroundings around;
  for (const Site site : thermoregulation::all_sites()) {
    const std::size_t place = place_of(site);
    around.at(place) =
        thermoregulation::cold_gas(temperature, films.at(place), emissivity, worn.at(place));
  }
  return around;
}

void add_cold(std::vector<Stage>& stages, const Chamber& chamber, const BodySession& session,
              const posterior::Draw& draw) {
  const double before = std::min(chamber.antechamber_time, session.duration);
  const double gas = chamber.displayed + chamber.gas_above_display.usual;
  if (before > 0.0) {
    stages.push_back({before,
                      in_gas(chamber.antechamber_gas, everywhere(chamber.convection.usual),
                             chamber.emissivity, draw),
                      true});
  }
  if (enters_main_room(session)) {
    stages.push_back({session.duration - before,
                      in_gas(gas, films_of(chamber, gas), chamber.emissivity, draw), true});
  }
}

void add_cold(std::vector<Stage>& stages, const Cryosauna& cabin, const BodySession& session,
              const posterior::Draw& draw) {
  Surroundings around =
      in_gas(cabin.gas.usual, everywhere(cabin.convection.usual), cabin.emissivity, draw);
  const Surroundings room = thermoregulation::still_room(session.room_temperature);
  for (const Site site : {Site::head, Site::neck}) {
    around.at(place_of(site)) = room.at(place_of(site));
  }
  stages.push_back({session.duration, around, true});
}

bool is_under_water(Site site, ImmersedTo immersed) {
  switch (site) {
    case Site::thigh:
    case Site::leg:
    case Site::foot:
      return true;
    case Site::pelvis:
    case Site::lumbar:
      return immersed != ImmersedTo::hip;
    case Site::head:
      return false;
    default:
      return immersed == ImmersedTo::neck;
  }
}

void add_cold(std::vector<Stage>& stages, const Immersion& bath, const BodySession& session,
              const posterior::Draw& /*draw*/) {
  Surroundings around = thermoregulation::still_room(session.room_temperature);
  for (const Site site : thermoregulation::all_sites()) {
    if (is_under_water(site, session.immersed)) {
      around.at(place_of(site)) = thermoregulation::water(bath.conductance.usual);
    }
  }
  stages.push_back({session.duration, around, true});
}

Error refused(const char* place, double seen, std::string allowed) {
  return {ErrorCode::out_of_range, place, fmt::format("{:g}", seen), std::move(allowed), ""};
}

constexpr std::array<std::pair<std::string_view, ImmersedTo>, 3> immersion_words{
    {{"neck", ImmersedTo::neck}, {"waist", ImmersedTo::waist}, {"hip", ImmersedTo::hip}}};

}  // namespace

BodySession usual_body_session(const applicator::WholeBodyForm& form) {
  BodySession session;
  session.form = form;
  session.duration = form.duration;
  session.after = follow_up;
  session.room_temperature = facts::value(facts::id::body::room_temperature);
  session.clothing_after = facts::value(id::after_clothing);
  return session;
}

std::string_view word_of(ImmersedTo immersed) {
  return immersion_words.at(static_cast<std::size_t>(immersed)).first;
}

Expected<ImmersedTo> immersed_from(std::string_view word, std::string_view place) {
  for (const auto& [known, immersed] : immersion_words) {
    if (known == word) {
      return immersed;
    }
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, std::string{place}, std::string{word},
                              "a depth of water (neck, waist, hip)", ""});
}

Expected<void> check(const BodySession& session) {
  if (!(session.duration > 0.0 && session.duration <= longest)) {
    return tl::unexpected(
        refused("session.duration", session.duration, "a time over 0 s, to a day"));
  }
  if (!(session.after >= 0.0 && session.after <= longest)) {
    return tl::unexpected(refused("session.after", session.after, "a time of 0 s to a day"));
  }
  // numerical: rooms that people rest in [°C].
  constexpr double coldest_room = 0.0;
  // numerical: as above.
  constexpr double warmest_room = 45.0;
  if (!(session.room_temperature >= coldest_room && session.room_temperature <= warmest_room)) {
    return tl::unexpected(
        refused("session.room_temperature", session.room_temperature, "a room (0 to 45 °C)"));
  }
  if (!(session.clothing_after >= 0.0 && session.clothing_after <= 1.0)) {
    return tl::unexpected(
        refused("session.clothing_after", session.clothing_after, "clothes (0 to 1 m² K/W)"));
  }
  return {};
}

bool enters_main_room(const BodySession& session) {
  const auto* chamber = std::get_if<Chamber>(&session.form.source);
  return chamber == nullptr || session.duration > chamber->antechamber_time;
}

std::vector<Stage> stages_of(const BodySession& session, const posterior::Draw& draw) {
  std::vector<Stage> stages;
  std::visit([&](const auto& source) { add_cold(stages, source, session, draw); },
             session.form.source);
  if (session.after > 0.0) {
    const double thicker = value(draw, id::after_clothing) / facts::value(id::after_clothing);
    const Clothing worn =
        thermoregulation::worn_over_trunk_and_limbs(thicker * session.clothing_after);
    stages.push_back(
        {session.after, thermoregulation::still_room(session.room_temperature, worn), false});
  }
  return stages;
}

std::optional<thermoregulation::Bath> bath_of(const BodySession& session) {
  const auto* bath = std::get_if<Immersion>(&session.form.source);
  if (bath == nullptr) {
    return std::nullopt;
  }
  const double heat = facts::value(facts::id::applicators::water_density) * bath->volume *
                      facts::value(facts::id::applicators::water_specific_heat);
  return thermoregulation::Bath{bath->temperature,
                                session.bath_is_held ? thermoregulation::held_capacity : heat, 0.0,
                                session.room_temperature};
}

BodySubject median_subject(const person::Person& person, const posterior::Draw& draw) {
  return {person, anatomy::median_build(person, draw),
          person::anthropometry(person).body_fat_fraction.median};
}

thermoregulation::BodyTask body_task(const BodySubject& subject, const BodySession& session,
                                     const thermoregulation::Layout& layout,
                                     const posterior::Draw& draw) {
  BodySession drawn = session;
  drawn.form = applicator::drawn(session.form, draw);
  thermoregulation::BodyTask task{
      thermoregulation::physique_of(subject.person, subject.build, subject.body_fat_fraction,
                                    layout, draw),
      stages_of(drawn, draw)};
  task.bath = bath_of(drawn);
  for (const anatomy::Landmark& landmark :
       anatomy::paraspinal_column(subject.build, draw).landmarks) {
    task.probes.push_back({Site::lumbar, landmark.depth});
  }
  const auto& thigh = task.physique.at(Site::thigh).grid;
  const double under_fat = thigh.face_depth[thigh.layer_begin[layout.at(Site::thigh).muscle]];
  for (const double depth :
       {anatomy::centimetre, anatomy::two_centimetres, anatomy::three_centimetres}) {
    task.probes.push_back({Site::thigh, std::min(under_fat + depth, thigh.face_depth.back())});
  }
  return task;
}

std::vector<std::string> body_probe_names() {
  namespace landmark = anatomy::landmark;
  return {landmark::skin,         landmark::interface,   landmark::muscle_1cm,
          landmark::muscle_2cm,   landmark::muscle_3cm,  "thigh muscle at 1 cm",
          "thigh muscle at 2 cm", "thigh muscle at 3 cm"};
}

}  // namespace coldplan::simulation
