#include "coldplan/applicator/whole_body_form.h"

#include <algorithm>

#include "coldplan/applicator/notes.h"
#include "coldplan/facts/ids.h"
#include "coldplan/posterior/distribution.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;

WholeBodyForm named(std::string_view form_id, std::string_view name, double duration) {
  const facts::ApplicatorNotes* notes = facts::notes_of(form_id);
  WholeBodyForm form;
  form.id = form_id;
  form.family = notes->family;
  form.name = name;
  form.duration = duration;
  form.longest = longest_session(form_id, duration);
  return form;
}

Spread between(facts::Id usual, facts::Id low, facts::Id high) {
  return {facts::value(usual), facts::value(low), facts::value(high)};
}

/// Convection as it spreads when the whole film does as fits of skin temperature say: the ends of
/// the fits over the usual sum of convection and radiation.
Spread fitted_convection(double usual) {
  const double radiation = facts::value(id::wbc_electric_chamber_radiative_coefficient);
  const double weakest = facts::value(id::wbc_electric_chamber_h_total_thigh_delay_0);
  const double strongest = facts::value(id::wbc_electric_chamber_h_total_knee_delay_60);
  const double whole = usual + radiation;
  // The fits are against the displayed temperature, at which the usual film would be smaller.
  const double middle = facts::value(id::wbc_electric_chamber_h_total_thigh_delay_60);
  return {usual, usual + whole * (weakest / middle - 1.0),
          usual + whole * (strongest / middle - 1.0)};
}

/// The film of a chamber's gas that only the body moves, as found for an electric one; milder gas
/// has somewhat less. That of a room is not meant: its small differences of temperature drive far
/// less (fact wbc_electric_chamber_room_h_c_back).
double natural_convection() {
  return facts::value(id::wbc_electric_chamber_default_h_c);
}

double at_score(const Spread& spread, double score, bool is_temperature) {
  const double low = std::min(spread.low, spread.high);
  const double high = std::max(spread.low, spread.high);
  const auto distribution = is_temperature ? posterior::linear_between(low, spread.usual, high)
                                           : posterior::between(low, spread.usual, high);
  return posterior::at(distribution, score);
}

}  // namespace

WholeBodyForm electric_chamber() {
  Chamber chamber;
  chamber.displayed = facts::value(id::wbc_electric_chamber_default_t_display);
  const facts::Fact& above = facts::fact(id::wbc_electric_chamber_gas_above_display);
  chamber.gas_above_display = {above.value, above.low, above.high};
  chamber.natural_convection = natural_convection();
  chamber.convection = fitted_convection(chamber.natural_convection);
  chamber.emissivity = facts::value(id::wbc_electric_chamber_default_emissivity);
  chamber.antechamber_gas = facts::value(id::wbc_electric_chamber_default_t_gas_prechamber);
  chamber.antechamber_time = facts::value(id::wbc_electric_chamber_default_t_prechamber);
  WholeBodyForm form =
      named("wbc_electric_chamber", "Electric cold chamber",
            chamber.antechamber_time + facts::value(id::wbc_electric_chamber_default_t_main));
  form.source = chamber;
  form.basis = {id::wbc_electric_chamber_default_t_display,
                id::wbc_electric_chamber_gas_above_display,
                id::wbc_electric_chamber_default_h_c,
                id::wbc_electric_chamber_h_total_thigh_delay_0,
                id::wbc_electric_chamber_h_total_knee_delay_60,
                id::wbc_electric_chamber_default_emissivity,
                id::wbc_electric_chamber_default_t_gas_prechamber,
                id::wbc_electric_chamber_default_t_prechamber,
                id::wbc_electric_chamber_default_t_main};
  return form;
}

WholeBodyForm forced_air_chamber() {
  Chamber chamber;
  chamber.displayed = facts::value(id::wbc_forced_air_chamber_default_t_gas_main);
  chamber.gas_above_display = exactly(0.0);
  // From half a metre a second to the speed of a brisk wind (facts …_speed_…).
  chamber.convection =
      between(id::wbc_forced_air_chamber_default_h_c, id::wbc_forced_air_chamber_h_c_back_speed_0_5,
              id::wbc_forced_air_chamber_h_c_back_speed_2_3);
  chamber.natural_convection = natural_convection();
  chamber.emissivity = facts::value(id::wbc_forced_air_chamber_default_emissivity);
  WholeBodyForm form = named("wbc_forced_air_chamber", "Cold chamber with fans",
                             facts::value(id::wbc_forced_air_chamber_default_t_main));
  form.source = chamber;
  form.basis = {
      id::wbc_forced_air_chamber_default_t_gas_main, id::wbc_forced_air_chamber_default_h_c,
      id::wbc_forced_air_chamber_h_c_back_speed_0_5, id::wbc_forced_air_chamber_h_c_back_speed_2_3,
      id::wbc_electric_chamber_default_h_c,          id::wbc_forced_air_chamber_default_emissivity,
      id::wbc_forced_air_chamber_default_t_main};
  return form;
}

WholeBodyForm nitrogen_cryosauna() {
  Cryosauna cabin;
  cabin.displayed = facts::value(id::pbc_ln2_cryosauna_default_t_display);
  // Occupied, and as cold as it was read in an empty one.
  const double occupied = facts::value(id::pbc_ln2_cryosauna_gas_temperature_occupied);
  cabin.gas = {occupied, occupied, facts::value(id::pbc_ln2_cryosauna_gas_temperature_empty)};
  cabin.convection = exactly(facts::value(id::pbc_ln2_cryosauna_default_h_c));
  cabin.emissivity = facts::value(id::pbc_ln2_cryosauna_default_emissivity);
  WholeBodyForm form = named("pbc_ln2_cryosauna", "Nitrogen cryosauna, head out",
                             facts::value(id::pbc_ln2_cryosauna_default_time));
  form.source = cabin;
  form.basis = {
      id::pbc_ln2_cryosauna_default_t_display,     id::pbc_ln2_cryosauna_gas_temperature_occupied,
      id::pbc_ln2_cryosauna_gas_temperature_empty, id::pbc_ln2_cryosauna_default_h_c,
      id::pbc_ln2_cryosauna_default_emissivity,    id::pbc_ln2_cryosauna_default_time};
  return form;
}

WholeBodyForm still_bath() {
  Immersion bath;
  bath.temperature = facts::value(id::cwi_still_default_t_bath);
  const double least = facts::value(id::cwi_still_h_motionless);
  bath.conductance = {facts::value(id::cwi_still_default_h), least,
                      facts::fact(id::cwi_still_h_free_convection).low};
  bath.volume = facts::value(id::cwi_still_default_bath);
  WholeBodyForm form =
      named("cwi_still", "Ice bath, still water", facts::value(id::cwi_still_default_time));
  form.source = bath;
  form.basis = {id::cwi_still_default_t_bath, id::cwi_still_default_h,
                id::cwi_still_h_motionless,   id::cwi_still_h_free_convection,
                id::cwi_still_default_bath,   id::cwi_still_default_time};
  return form;
}

WholeBodyForm stirred_bath() {
  Immersion bath;
  bath.temperature = facts::value(id::cwi_stirred_default_t_bath);
  const facts::Fact& film = facts::fact(id::cwi_stirred_h);
  bath.conductance = {film.value, film.low, film.high};
  bath.volume = facts::value(id::cwi_stirred_default_bath);
  WholeBodyForm form =
      named("cwi_stirred", "Ice bath, stirred water", facts::value(id::cwi_stirred_default_time));
  form.source = bath;
  form.basis = {id::cwi_stirred_default_t_bath, id::cwi_stirred_h, id::cwi_stirred_default_bath,
                id::cwi_stirred_default_time};
  return form;
}

std::vector<WholeBodyForm> whole_body_forms() {
  return {electric_chamber(), forced_air_chamber(), nitrogen_cryosauna(), still_bath(),
          stirred_bath()};
}

std::optional<WholeBodyForm> whole_body_form(std::string_view form_id) {
  std::vector<WholeBodyForm> forms = whole_body_forms();
  const auto found = std::find_if(forms.begin(), forms.end(),
                                  [&](const WholeBodyForm& form) { return form.id == form_id; });
  return found == forms.end() ? std::nullopt : std::optional{*found};
}

double temperature_at_skin(const WholeBodyForm& form) {
  if (const auto* chamber = std::get_if<Chamber>(&form.source)) {
    return chamber->displayed + chamber->gas_above_display.usual;
  }
  if (const auto* cabin = std::get_if<Cryosauna>(&form.source)) {
    return cabin->gas.usual;
  }
  return std::get<Immersion>(form.source).temperature;
}

double displayed_temperature(const WholeBodyForm& form) {
  if (const auto* chamber = std::get_if<Chamber>(&form.source)) {
    return chamber->displayed;
  }
  if (const auto* cabin = std::get_if<Cryosauna>(&form.source)) {
    return cabin->displayed;
  }
  return std::get<Immersion>(form.source).temperature;
}

WholeBodyForm drawn(const WholeBodyForm& form, const posterior::Draw& draw) {
  const double temperature = posterior::score(draw, posterior::Score::temperature);
  const double film = posterior::score(draw, posterior::Score::jet);
  WholeBodyForm changed = form;
  // Colder is the lower end: a positive score goes there.
  if (auto* chamber = std::get_if<Chamber>(&changed.source)) {
    chamber->gas_above_display = exactly(at_score(chamber->gas_above_display, -temperature, true));
    chamber->convection = exactly(at_score(chamber->convection, film, false));
  } else if (auto* cabin = std::get_if<Cryosauna>(&changed.source)) {
    cabin->gas = exactly(at_score(cabin->gas, -temperature, true));
    cabin->convection = exactly(at_score(cabin->convection, film, false));
  } else {
    auto& bath = std::get<Immersion>(changed.source);
    bath.conductance = exactly(at_score(bath.conductance, film, false));
  }
  return changed;
}

}  // namespace coldplan::applicator
