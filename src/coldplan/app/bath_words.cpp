#include "coldplan/app/bath_words.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "coldplan/app/calculator.h"
#include "coldplan/app/command.h"
#include "coldplan/facts/ids.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

namespace id = facts::id::applicators;

using applicator::Bath;
using applicator::BathPlan;
using applicator::Between;
using quantity::UnitSystem;

constexpr double joules_per_kilojoule = 1000.0;

/// A sentence and where it stands.
struct Sentence {
  std::string text;
  std::string_view source;
};

std::vector<Sentence> warnings_of(const Bath& bath, UnitSystem units) {
  const facts::ApplicatorNotes& notes = *facts::notes_of("cwi_still");
  const facts::Fact& in_use = facts::fact(id::cwi_still_bath_temperature);
  const facts::Fact& shock = facts::fact(id::cwi_still_cold_shock_temperature);
  const auto degrees = [units](double celsius) {
    return quantity::print_temperature(celsius, units);
  };
  std::vector<Sentence> warnings;
  if (applicator::is_colder_than_in_use(bath.to)) {
    warnings.push_back({fmt::format("{} is colder than the baths that the sources speak of ({} to "
                                    "{}).",
                                    degrees(bath.to), degrees(in_use.low), degrees(in_use.high)),
                        in_use.source});
  }
  if (bath.duration > quantity::seconds_per_minute * notes.session_minutes_high) {
    warnings.push_back({fmt::format("Longer than the {:g} min of the protocols on record.",
                                    notes.session_minutes_high),
                        notes.protocol_source});
  }
  if (applicator::may_shock(bath.to)) {
    warnings.push_back({fmt::format("{} is under {}, where sudden immersion can kill in under a "
                                    "minute.",
                                    degrees(bath.to), degrees(shock.value)),
                        shock.source});
  }
  for (const facts::SourcedText& hazard : notes.hazards) {
    warnings.push_back({std::string{hazard.text}, hazard.source});
  }
  return warnings;
}

/// What the heat of the person rests on.
std::string heat_line(UnitSystem units) {
  const facts::Fact& energy = facts::fact(id::cwi_still_model_energy_15_min);
  const double modelled = facts::value(id::cwi_still_model_bath_temperature);
  return fmt::format(
      "The heat of the person comes from a model, not from a measurement ({}; {}): bounds for "
      "water of {}, from still ({:g} W/(m² K)) to stirred, over {:g} m² of skin (assumed). A "
      "larger person gives more, one who keeps perfectly still less.",
      facts::to_string(energy.read_as), energy.source, quantity::print_temperature(modelled, units),
      facts::value(id::cwi_still_default_h), facts::value(id::cwi_still_default_a_immersed));
}

std::string room_line() {
  const facts::Fact& room = facts::fact(id::cwi_still_room_conductance);
  return fmt::format(
      "Not known: the heat that the bath takes from the room and the tub ({}). It is left out; "
      "where they are warmer than the water, more ice is needed, and the bath warms more, than "
      "stands here.",
      facts::to_string(room.read_as));
}

/// Where the body's own heat in this water is computed.
std::string simulate_line(const Bath& bath, UnitSystem units) {
  const std::string water = units == UnitSystem::us
                                ? fmt::format("{:.4g}F", quantity::fahrenheit_from_celsius(bath.to))
                                : fmt::format("{:.4g}C", bath.to);
  return fmt::format(
      "What a person of given age, height and weight gives to this water: coldplan simulate "
      "--form cwi_still --held --temperature {} --minutes {:g}",
      water, bath.duration / quantity::seconds_per_minute);
}

/// What is not known of water that is not as in the model; empty for water that is.
std::string other_water_line(const Bath& bath, UnitSystem units) {
  const double modelled = facts::value(id::cwi_still_model_bath_temperature);
  const std::string water = quantity::print_temperature(bath.to, units);
  const std::string known = quantity::print_temperature(modelled, units);
  if (water == known) {
    return "";
  }
  return fmt::format(
      "The person's heat, the ice against it and the warming were estimated for water of {}, not "
      "of {}: for another water no numbers were found. This bath is {} heat than that. ",
      known, water, bath.to < modelled ? "colder: expect more" : "warmer: expect less");
}

/// The same for a time longer than that of the model.
std::string longer_line(const Bath& bath, const BathPlan& plan) {
  return bath.duration > plan.counted
             ? fmt::format(
                   "What a person gives after the first {} was not found: it is not counted "
                   "here, neither as ice nor as warming. ",
                   report::duration_words(plan.counted))
             : std::string{};
}

/// All that the numbers of the person do not cover; empty where they cover the bath.
std::string beyond_line(const Bath& bath, const BathPlan& plan, UnitSystem units) {
  const std::string text = other_water_line(bath, units) + longer_line(bath, plan);
  return text.empty() ? text : text + simulate_line(bath, units);
}

std::string to_skin_line(UnitSystem units) {
  return fmt::format("A person warms no bath further than to the skin at rest, {}.",
                     quantity::print_temperature(applicator::skin_at_rest(), units));
}

nlohmann::ordered_json notes_json(const Bath& bath, const BathPlan& plan) {
  nlohmann::ordered_json notes = {heat_line(UnitSystem::metric), room_line()};
  if (const std::string beyond = beyond_line(bath, plan, UnitSystem::metric); !beyond.empty()) {
    notes.push_back(beyond);
  }
  if (plan.warms_to_skin) {
    notes.push_back(to_skin_line(UnitSystem::metric));
  }
  return notes;
}

std::string warming_text(const BathPlan& plan, UnitSystem units) {
  constexpr double fahrenheit_per_kelvin = 1.8;
  const bool us = units == UnitSystem::us;
  const double degrees_per_kelvin = us ? fahrenheit_per_kelvin : 1.0;
  const std::string least = plan.warms_to_skin
                                ? "at most"
                                : fmt::format("{:.1f} to", degrees_per_kelvin * plan.warming.low);
  return fmt::format("Without that ice the bath warms by {} {:.1f} {} in this time.{}", least,
                     degrees_per_kelvin * plan.warming.high, us ? "°F" : "°C",
                     plan.warms_to_skin ? ' ' + to_skin_line(units) : std::string{});
}

/// The warnings, a source after the last of those that rest on it.
std::string warnings_text(const std::vector<Sentence>& warnings) {
  std::string text;
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    text += warning_lines(warnings[i].text);
    if (i + 1 == warnings.size() || warnings[i + 1].source != warnings[i].source) {
      text += report::wrap(fmt::format("({})", warnings[i].source), "  ");
    }
  }
  return text;
}

/// How much ice, against what heat.
std::string amounts_text(const Bath& bath, const BathPlan& plan, UnitSystem units) {
  const auto degrees = [units](double celsius) {
    return quantity::print_temperature(celsius, units);
  };
  const auto mass = [units](double kilograms) { return quantity::print_mass(kilograms, units); };
  std::string text = report::wrap(fmt::format(
      "To bring {} of water from {} to {}: {} of ice at {}. Melted, it adds {} of water.",
      quantity::print_liquid(bath.volume, units), degrees(bath.from), degrees(bath.to),
      mass(plan.ice_to_cool), degrees(facts::value(id::ice_melting_temperature)),
      quantity::print_liquid(plan.water_of_ice, units)));
  text += report::wrap(fmt::format(
      "To hold it there with a person in it for {}{}: {} to {} more ({:.0f} to {:.0f} "
      "kJ, estimated for water of {}).",
      bath.duration > plan.counted ? "the first " : "", report::duration_words(plan.counted),
      mass(plan.ice_to_hold.low), mass(plan.ice_to_hold.high), plan.heat.low / joules_per_kilojoule,
      plan.heat.high / joules_per_kilojoule,
      degrees(facts::value(id::cwi_still_model_bath_temperature))));
  return text + report::wrap(warming_text(plan, units));
}

nlohmann::ordered_json between_json(const Between& between, double divisor) {
  return {{"low", between.low / divisor}, {"high", between.high / divisor}};
}

constexpr std::array basis{id::water_density,
                           id::water_specific_heat,
                           id::ice_latent_heat,
                           id::ice_melting_temperature,
                           id::cwi_still_model_flux_minute_1,
                           id::cwi_still_model_flux_minute_5,
                           id::cwi_still_model_flux_minute_15,
                           id::cwi_still_model_energy_15_min,
                           id::cwi_still_model_bath_temperature,
                           id::cwi_still_default_h,
                           id::cwi_still_default_a_immersed,
                           id::cwi_still_default_time,
                           id::cwi_still_reference_energy_fat_5mm,
                           id::cwi_still_reference_energy_fat_10mm,
                           id::cwi_still_reference_energy_fat_20mm,
                           id::cwi_stirred_reference_energy_fat_5mm,
                           id::cwi_stirred_reference_energy_fat_10mm,
                           id::cwi_stirred_reference_energy_fat_20mm,
                           id::cwi_still_bath_temperature,
                           id::cwi_still_cold_shock_temperature,
                           id::cwi_still_room_conductance,
                           facts::id::thermoregulation::two_node_neutral_temperature_skin};

}  // namespace

std::string bath_text(const Bath& bath, const BathPlan& plan, UnitSystem units) {
  std::string text = "Ice for a bath\n\n" + amounts_text(bath, plan, units);
  if (const std::string beyond = beyond_line(bath, plan, units); !beyond.empty()) {
    text += '\n' + report::wrap("! " + beyond);
  }
  text += '\n' + report::wrap(heat_line(units)) + '\n' + report::wrap(room_line()) + '\n';
  text += warnings_text(warnings_of(bath, units)) + '\n';
  for (const facts::SourcedText& instruction : facts::notes_of("cwi_still")->instructions) {
    text += report::wrap(fmt::format("{} ({})", instruction.text, instruction.source));
  }
  return text + '\n' +
         report::wrap(
             "These are amounts of ice: nothing here says that a cold bath is safe for "
             "you. Not a medical device.") +
         "The numbers with their sources: coldplan explain cwi_still\n";
}

nlohmann::ordered_json bath_json(const Bath& bath, const BathPlan& plan) {
  nlohmann::ordered_json warnings = nlohmann::ordered_json::array();
  for (const Sentence& warning : warnings_of(bath, UnitSystem::metric)) {
    warnings.push_back({{"text", warning.text}, {"source", warning.source}});
  }
  return {{"bath",
           {{"litres", bath.volume * quantity::litres_per_cubic_metre},
            {"from_C", bath.from},
            {"to_C", bath.to},
            {"minutes", bath.duration / quantity::seconds_per_minute}}},
          {"ice_to_cool_kg", plan.ice_to_cool},
          {"water_of_ice_L", plan.water_of_ice * quantity::litres_per_cubic_metre},
          {"heat_estimated_for_C", facts::value(id::cwi_still_model_bath_temperature)},
          {"heat_estimated_for_minutes", plan.counted / quantity::seconds_per_minute},
          {"heat_of_person_kJ", between_json(plan.heat, joules_per_kilojoule)},
          {"ice_to_hold_kg", between_json(plan.ice_to_hold, 1.0)},
          {"warming_without_ice_K", between_json(plan.warming, 1.0)},
          {"loss_to_room_W", nullptr},
          {"notes", notes_json(bath, plan)},
          {"warnings", std::move(warnings)},
          {"basis", basis_json(basis)}};
}

}  // namespace coldplan::app
