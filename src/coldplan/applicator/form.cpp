#include "coldplan/applicator/form.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"

namespace coldplan::applicator {
namespace {

bool has(const std::vector<Barrier>& barriers, Barrier wanted) {
  return std::find(barriers.begin(), barriers.end(), wanted) != barriers.end();
}

bioheat::Boundary held(double resistance, double temperature) {
  return {resistance, temperature, std::nullopt};
}

double series_resistance(const Contact& contact, const Use& use, const posterior::Draw& draw) {
  return 1.0 / contact_conductance(contact, use, draw) + resistance_of(use.barriers, draw);
}

bioheat::Boundary of_source(const Pack& pack, const Use& use, const posterior::Draw& draw) {
  const double mass_per_area = pack.mass / pack.area;
  bioheat::HeatStore store;
  store.frozen_capacity = mass_per_area * pack.frozen_heat;
  store.thawed_capacity = mass_per_area * pack.thawed_heat;
  store.latent_heat = mass_per_area * pack.latent_heat;
  store.melting_temperature = pack.melting_temperature;
  store.start_temperature = pack.start_temperature.usual;
  store.air_conductance = pack.air_conductance;
  store.air_temperature = use.room_temperature;
  return {series_resistance(pack.contact, use, draw), store.start_temperature, store};
}

bioheat::Boundary of_source(const Plate& plate, const Use& use, const posterior::Draw& draw) {
  return held(series_resistance(plate.contact, use, draw), plate.temperature.usual);
}

bioheat::Boundary of_source(const Reservoir& reservoir, const Use& use,
                            const posterior::Draw& draw) {
  bioheat::HeatStore store;
  store.thawed_capacity =
      (reservoir.ice + reservoir.water) * reservoir.specific_heat / reservoir.pad_area;
  store.frozen_capacity = store.thawed_capacity;  // never used: it starts at its melting point
  store.latent_heat = reservoir.ice * reservoir.latent_heat / reservoir.pad_area;
  store.melting_temperature = reservoir.water_temperature.usual;
  store.start_temperature = store.melting_temperature;
  store.air_temperature = use.room_temperature;
  store.steady_heat = reservoir.parasitic_heat / reservoir.pad_area;
  return {series_resistance(reservoir.contact, use, draw), store.start_temperature, store};
}

/// Gas and room air by turns, as the mean over a sweep that is quick beside the skin's own answer:
///
///     h = f h_spot + (1 − f) h_room,   T = (f h_spot T_spot + (1 − f) h_room T_room) / h
bioheat::Boundary swept(const Jet::Spot& spot, double dwell, double room_temperature) {
  const double under_nozzle = dwell * spot.conductance.usual;
  const double beside = (1.0 - dwell) / room_air(room_temperature).resistance;
  const double conductance = under_nozzle + beside;
  return held(1.0 / conductance,
              (under_nozzle * spot.temperature + beside * room_temperature) / conductance);
}

bioheat::Boundary of_source(const Jet& jet, const Use& use, const posterior::Draw& /*draw*/) {
  if (use.dwell) {
    return swept(jet.spot.value(), *use.dwell, use.room_temperature);
  }
  return held(1.0 / jet.conductance.usual, jet.temperature);
}

bioheat::Boundary of_source(const Film& film, const Use& /*use*/, const posterior::Draw& /*draw*/) {
  return held(0.0, film.temperature.usual);
}

bioheat::Boundary of_source(const Gel& gel, const Use& use, const posterior::Draw& /*draw*/) {
  bioheat::Boundary boundary = room_air(use.room_temperature);
  boundary.evaporation = bioheat::Evaporation{gel.heat_flux.usual, gel.decay_time};
  return boundary;
}

bioheat::Boundary of_source(const Solid& solid, const Use& /*use*/,
                            const posterior::Draw& /*draw*/) {
  return held(0.0, contact_temperature(solid));
}

bioheat::Boundary of_source(const Unknown& unknown, const Use& /*use*/,
                            const posterior::Draw& /*draw*/) {
  throw std::logic_error("not known: " + unknown.missing);
}

Error refused(const Form& form, const char* place, const char* why) {
  return {ErrorCode::conflict, place, "", "", fmt::format("{}: {}", form.id, why)};
}

}  // namespace

bool is_therapy(const Form& form) {
  return !form.family.empty();
}

bool is_predictable(const Form& form) {
  return !std::holds_alternative<Unknown>(form.source);
}

Expected<void> check(const Form& form, const Use& use) {
  if (const auto* unknown = std::get_if<Unknown>(&form.source)) {
    return tl::unexpected(Error{
        ErrorCode::missing, "form", "", "",
        fmt::format("no data were found ({}); describe your own with --device", unknown->missing)});
  }
  if (form.bare_skin_only && !use.barriers.empty()) {
    return tl::unexpected(refused(form, "barriers", "works on bare skin only, leave it out"));
  }
  const Contact* contact = contact_of(form.source);
  if (has(use.barriers, Barrier::wet_towel) && !(contact != nullptr && contact->wetted)) {
    return tl::unexpected(refused(form, "barriers",
                                  "a wet towel under it was not studied, and leaflets warn that "
                                  "wet cloth makes it colder; leave it out"));
  }
  const bool can_be_held = contact != nullptr && contact->loose.has_value();
  if (use.hold != Hold::usual && !can_be_held && !(contact != nullptr && contact->wetted)) {
    return tl::unexpected(refused(form, "hold", "no study of wraps was found, leave it out"));
  }
  if (!use.dwell) {
    return {};
  }
  const auto* jet = std::get_if<Jet>(&form.source);
  if (jet == nullptr || !jet->spot) {
    return tl::unexpected(
        refused(form, "dwell", "has no nozzle whose spot was measured, leave it out"));
  }
  if (!(*use.dwell > 0.0 && *use.dwell <= 1.0)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "dwell", fmt::format("{:g}", *use.dwell),
                                "a share of the time over 0 and up to 1", ""});
  }
  return {};
}

double contact_conductance(const Contact& contact, const Use& use, const posterior::Draw& draw) {
  const bool is_wet =
      std::find(use.barriers.begin(), use.barriers.end(), Barrier::wet_towel) != use.barriers.end();
  if (is_wet && contact.wetted) {
    return *contact.wetted;
  }
  if (use.hold == Hold::usual || !contact.loose) {
    return contact.usual;
  }
  return *contact.loose * factor_on_loose(use.hold, draw);
}

bioheat::Boundary boundary_of(const Form& form, const Use& use, const posterior::Draw& draw) {
  return std::visit([&](const auto& source) { return of_source(source, use, draw); }, form.source);
}

bioheat::Boundary room_air(double room_temperature) {
  return {1.0 / facts::value(facts::id::body::room_conductance), room_temperature, std::nullopt};
}

}  // namespace coldplan::applicator
