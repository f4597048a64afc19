#include "coldplan/applicator/device_file_source.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/applicator/device_file_rules.h"
#include "coldplan/applicator/martin.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;
using nlohmann::json;

// numerical: units of the keys, by definition.
constexpr double thousand = 1e3;
// numerical: as above.
constexpr double cm_per_m = 1e2;
// numerical: as above.

struct KeyUnit {
  std::string_view ending;
  double (*si)(double);
};

/// Endings of keys and what they mean; one that ends in another comes before it.
constexpr std::array<KeyUnit, 14> key_units{{
    {"_C", [](double x) { return x; }},
    {"_F", quantity::celsius_from_fahrenheit},
    {"_kJ_kgK", [](double x) { return x * thousand; }},
    {"_kJ_kg", [](double x) { return x * thousand; }},
    {"_kg", [](double x) { return x; }},
    {"_lb", quantity::kilograms_from_pounds},
    {"_cm2", [](double x) { return x / (cm_per_m * cm_per_m); }},
    {"_in2",
     [](double x) {
       return x * quantity::metres_from_inches(1.0) * quantity::metres_from_inches(1.0);
     }},
    {"_W_m2K", [](double x) { return x; }},
    {"_W_m2", [](double x) { return x; }},
    {"_W", [](double x) { return x; }},
    {"_mm", [](double x) { return x / thousand; }},
    {"_cm", [](double x) { return x / cm_per_m; }},
    {"_L_min", [](double x) { return x / thousand / quantity::seconds_per_minute; }},
}};

/// "temperature" and °C for "temperature_F".
std::pair<std::string, double (*)(double)> meaning_of(std::string_view key) {
  constexpr std::string_view minutes = "minutes";
  if (key.ends_with(minutes)) {
    const std::string_view stem = key.substr(0, key.size() - minutes.size());
    return {std::string{stem.empty() ? minutes : stem.substr(0, stem.size() - 1)},
            [](double x) { return x * quantity::seconds_per_minute; }};
  }
  const auto* const unit =
      std::find_if(key_units.begin(), key_units.end(),
                   [key](const KeyUnit& each) { return key.ends_with(each.ending); });
  if (unit == key_units.end()) {
    throw std::logic_error("the schema has a number without a known unit: " + std::string{key});
  }
  return {std::string{key.substr(0, key.size() - unit->ending.size())}, unit->si};
}

bool has(const GivenNumbers& given, std::string_view name) {
  return given.find(name) != given.end();
}

template <typename S>
const S* alike(const Source& like) {
  return std::get_if<S>(&like);
}

/// A conductance as it was given. A pack whose range was not gets that of ice bags in proportion,
/// as ours do; and so do the ways to press and wet it.
Contact contact_from(const GivenNumber& given, bool is_pack) {
  const Spread& value = given.value;
  if (!is_pack) {
    return {value.usual, value.low, value.high, std::nullopt, std::nullopt};
  }
  Contact contact = contact_like_ice_bags(value.usual);
  if (given.has_range) {
    contact.low = value.low;
    contact.high = value.high;
  }
  return contact;
}

void put_contact(const GivenNumbers& given, Contact& place, bool is_pack) {
  if (const auto found = given.find("conductance"); found != given.end()) {
    place = contact_from(found->second, is_pack);
  }
}

tl::unexpected<Error> refused(ErrorCode code, const char* key, std::string mend) {
  return tl::unexpected(Error{code, key, "", "", std::move(mend)});
}

/// Melting needs its temperature and its heat, and only what melts has two specific heats.
Expected<void> check_melting(const GivenNumbers& given, const Pack& like) {
  const bool melts_already = like.latent_heat > 0.0;
  if (has(given, "latent_heat") && !has(given, "melting") && !melts_already) {
    return refused(
        ErrorCode::missing, "melting_C",
        "give " + accepted_number("pack", "melting_C") + ", to which latent_heat_kJ_kg belongs");
  }
  if (has(given, "melting") && !has(given, "latent_heat") && !melts_already) {
    return refused(ErrorCode::missing, "latent_heat_kJ_kg",
                   "give " + accepted_number("pack", "latent_heat_kJ_kg") +
                       ", which belongs to the melting temperature");
  }
  if (has(given, "frozen_specific_heat") && !has(given, "melting") && !melts_already) {
    return refused(ErrorCode::conflict, "frozen_specific_heat_kJ_kgK",
                   "it does not melt; leave this out, or give melting_C and latent_heat_kJ_kg");
  }
  return {};
}

Expected<DescribedSource> pack_of(const GivenNumbers& given, const Pack* like, double area) {
  DescribedSource made;
  Pack pack = pack_of_ice();
  pack.latent_heat = 0.0;
  if (like != nullptr) {
    pack = *like;
  } else if (!has(given, "room_conductance")) {
    made.basis.push_back(id::pack_air_conductance);
  }
  if (auto fit = check_melting(given, pack); !fit) {
    return tl::unexpected(fit.error());
  }
  const bool had_one_heat = pack.latent_heat == 0.0;
  pack.area = area;
  put(given, "temperature", pack.start_temperature);
  put(given, "mass", pack.mass);
  put(given, "specific_heat", pack.thawed_heat);
  if (had_one_heat) {
    pack.frozen_heat = pack.thawed_heat;
  }
  put(given, "frozen_specific_heat", pack.frozen_heat);
  put(given, "melting", pack.melting_temperature);
  put(given, "latent_heat", pack.latent_heat);
  put(given, "room_conductance", pack.air_conductance);
  put_contact(given, pack.contact, true);
  made.source = pack;
  return made;
}

DescribedSource plate_of(const GivenNumbers& given, const Plate* like) {
  Plate plate = like != nullptr ? *like : Plate{};
  put(given, "temperature", plate.temperature);
  put_contact(given, plate.contact, false);
  return {plate, {}};
}

DescribedSource reservoir_of(const GivenNumbers& given, const Reservoir* like, double area) {
  DescribedSource made;
  Reservoir tank;
  if (like != nullptr) {
    tank = *like;
  } else {
    tank.latent_heat = facts::value(id::ice_latent_heat);
    tank.specific_heat = facts::value(id::water_specific_heat);
    tank.parasitic_heat = facts::value(id::ctm_ice_water_pump_default_p_parasitic);
    made.basis = {id::ice_latent_heat, id::water_specific_heat};
    if (!has(given, "parasitic")) {
      made.basis.push_back(id::ctm_ice_water_pump_default_p_parasitic);
    }
  }
  tank.pad_area = area;
  put(given, "temperature", tank.water_temperature);
  put(given, "ice", tank.ice);
  put(given, "water", tank.water);
  put(given, "parasitic", tank.parasitic_heat);
  put_contact(given, tank.contact, false);
  made.source = tank;
  return made;
}

/// The spot under a nozzle, if one was given, from the correlation of jets.
Expected<std::optional<double>> spot_of_nozzle(const GivenNumbers& given) {
  constexpr std::array keys{"nozzle_mm", "flow_L_min", "distance_cm", "spot_radius_cm"};
  constexpr std::array names{"nozzle", "flow", "distance", "spot_radius"};
  RoundNozzle nozzle;
  const std::array<double*, 4> places{&nozzle.diameter, &nozzle.flow, &nozzle.distance,
                                      &nozzle.spot_radius};
  if (std::none_of(names.begin(), names.end(),
                   [&given](const char* name) { return has(given, name); })) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!has(given, names[i])) {
      return refused(ErrorCode::missing, keys[i],
                     "give " + accepted_number("jet", keys[i]) +
                         "; nozzle_mm, flow_L_min, distance_cm and spot_radius_cm belong together");
    }
    put(given, names[i], *places[i]);
  }
  const auto conductance = spot_conductance(nozzle);
  if (!conductance) {
    return tl::unexpected(conductance.error());
  }
  return std::optional{*conductance};
}

/// The mean over the treated area of a jet of which only the spot is known: it dwells over each
/// place for the share of the time that the spot has of the area, and the room has the rest.
void spread_over_area(Jet& jet, double spot_radius, double area) {
  const double share = std::min(1.0, std::numbers::pi * spot_radius * spot_radius / area);
  Form swept;
  swept.source = jet;
  const bioheat::Boundary mean =
      boundary_of(swept, {{}, Hold::usual, facts::value(facts::id::body::room_temperature), share});
  jet.conductance = exactly(1.0 / mean.resistance);
  jet.temperature = mean.temperature;
}

Expected<DescribedSource> jet_of(const GivenNumbers& given, const Jet* like, double area) {
  Jet jet = like != nullptr ? *like : Jet{};
  const bool has_mean = has(given, "conductance");
  const auto nozzle = spot_of_nozzle(given);
  if (!nozzle) {
    return tl::unexpected(nozzle.error());
  }
  const bool has_nozzle = nozzle->has_value();
  if (like == nullptr && !has_mean && !has_nozzle) {
    return refused(ErrorCode::missing, "conductance_W_m2K",
                   "give " + accepted_number("jet", "conductance_W_m2K") +
                       ", or else nozzle_mm, flow_L_min, distance_cm and spot_radius_cm");
  }
  put(given, "temperature", jet.temperature);
  put(given, "conductance", jet.conductance);
  DescribedSource made;
  if (has_nozzle) {
    const bool at_the_spot = !has(given, "temperature") && jet.spot;
    jet.spot = Jet::Spot{exactly(**nozzle), at_the_spot ? jet.spot->temperature : jet.temperature};
    made.basis = {id::air_conductivity, id::air_kinematic_viscosity, id::air_prandtl_number};
  } else if (has_mean) {
    jet.spot.reset();  // it belonged to another jet
  } else if (jet.spot) {
    put(given, "temperature", jet.spot->temperature);
  }
  if (has_nozzle && !has_mean) {
    spread_over_area(jet, given.find("spot_radius")->second.value.usual, area);
    made.basis.insert(made.basis.end(),
                      {facts::id::body::room_conductance, facts::id::body::room_temperature});
  }
  made.source = jet;
  return made;
}

DescribedSource film_of(const GivenNumbers& given, const Film* like) {
  Film film = like != nullptr ? *like : Film{};
  put(given, "temperature", film.temperature);
  return {film, {}};
}

DescribedSource gel_of(const GivenNumbers& given, const Gel* like) {
  Gel gel = like != nullptr ? *like : Gel{};
  put(given, "evaporation", gel.heat_flux);
  put(given, "decay", gel.decay_time);
  return {gel, {}};
}

}  // namespace

GivenNumbers numbers_in(const json& object) {
  GivenNumbers numbers;
  for (const auto& [key, value] : object.items()) {
    const bool is_range = value.is_object() && value.contains("low");
    if (!is_range && !value.is_number()) {
      continue;
    }
    const auto [name, si] = meaning_of(key);
    const auto number = [&si = si](const json& each) { return si(each.get<double>()); };
    numbers[name] = is_range ? GivenNumber{{number(value.at("value")), number(value.at("low")),
                                            number(value.at("high"))},
                                           true}
                             : GivenNumber{exactly(number(value)), false};
  }
  return numbers;
}

void put(const GivenNumbers& given, std::string_view name, double& place) {
  if (const auto found = given.find(name); found != given.end()) {
    place = found->second.value.usual;
  }
}

void put(const GivenNumbers& given, std::string_view name, Spread& place) {
  if (const auto found = given.find(name); found != given.end()) {
    place = found->second.value;
  }
}

Expected<DescribedSource> source_of(std::string_view kind, const GivenNumbers& given,
                                    const Source& like, double area) {
  if (kind == "pack") {
    return pack_of(given, alike<Pack>(like), area);
  }
  if (kind == "plate") {
    return plate_of(given, alike<Plate>(like));
  }
  if (kind == "reservoir") {
    return reservoir_of(given, alike<Reservoir>(like), area);
  }
  if (kind == "jet") {
    return jet_of(given, alike<Jet>(like), area);
  }
  if (kind == "film") {
    return film_of(given, alike<Film>(like));
  }
  if (kind == "gel") {
    return gel_of(given, alike<Gel>(like));
  }
  throw std::logic_error("the schema has a kind of source that has no meaning: " +
                         std::string{kind});
}

}  // namespace coldplan::applicator
