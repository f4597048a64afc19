#include "coldplan/app/forms_verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/whole_body_form.h"
#include "coldplan/facts/facts.h"
#include "coldplan/quantity/units.h"
#include "coldplan/report/text.h"
#include "coldplan/screening/screen.h"

namespace coldplan::app {
namespace {

using applicator::all_forms;
using applicator::Barrier;
using applicator::Contact;
using applicator::contact_temperature;
using applicator::Film;
using applicator::Form;
using applicator::Gel;
using applicator::is_predictable;
using applicator::is_therapy;
using applicator::Jet;
using applicator::name_of;
using applicator::Pack;
using applicator::Plate;
using applicator::Reservoir;
using applicator::Solid;
using applicator::Spread;
using applicator::Unknown;

constexpr double square_centimetres = 1e4;

std::string range_of(const Spread& spread, std::string_view unit) {
  return spread.low < spread.high ? fmt::format("{:.3g} {} ({:.3g} to {:.3g})", spread.usual, unit,
                                                spread.low, spread.high)
                                  : fmt::format("{:.3g} {}", spread.usual, unit);
}

std::string touching(const Contact& contact) {
  return "touching with " + range_of({contact.usual, contact.low, contact.high}, "W/(m² K)");
}

std::string source_words(const Pack& pack) {
  return fmt::format("{:.3g} kg from {}, {}", pack.mass, range_of(pack.start_temperature, "°C"),
                     touching(pack.contact));
}

std::string source_words(const Plate& plate) {
  return fmt::format("held at {}, {}", range_of(plate.temperature, "°C"), touching(plate.contact));
}

std::string source_words(const Reservoir& tank) {
  return fmt::format("water at {} while {:g} kg of ice last, {}",
                     range_of(tank.water_temperature, "°C"), tank.ice, touching(tank.contact));
}

std::string source_words(const Jet& jet) {
  std::string text = fmt::format("gas at {:g} °C, {} over the area it sweeps", jet.temperature,
                                 range_of(jet.conductance, "W/(m² K)"));
  if (jet.spot) {
    text += fmt::format("; on a spot {:g} W/(m² K) at {:g} °C", jet.spot->conductance.usual,
                        jet.spot->temperature);
  }
  return text;
}

std::string source_words(const Film& film) {
  return fmt::format("a film that holds the skin surface at {}", range_of(film.temperature, "°C"));
}

std::string source_words(const Gel& gel) {
  return fmt::format("evaporation of {}, fading over {:g} min", range_of(gel.heat_flux, "W/m²"),
                     gel.decay_time / quantity::seconds_per_minute);
}

std::string source_words(const Solid& solid) {
  return fmt::format("a solid at {:g} °C that brings the skin surface to {:.3g} °C",
                     solid.temperature, contact_temperature(solid));
}

std::string source_words(const Unknown& unknown) {
  return "not predicted: no data were found (" + unknown.missing + ")";
}

std::string words_of(const Form& form) {
  return std::visit([](const auto& source) { return source_words(source); }, form.source);
}

std::string protocol_words(const Form& form) {
  std::string text = fmt::format("usually {} on {:.3g} cm²", report::duration_words(form.duration),
                                 square_centimetres * form.area);
  if (form.longest > form.duration) {
    text += fmt::format(", at most {}", report::duration_words(form.longest));
  }
  for (const Barrier barrier : form.barriers) {
    text += fmt::format(", always over a {}", name_of(barrier));
  }
  if (form.stop_temperature) {
    text += fmt::format(", taken to stop when the skin is at {:g} °C (assumed)",
                        *form.stop_temperature);
  }
  return text;
}

std::string form_text(const Form& form) {
  std::string text = fmt::format("\n{}: {}\n", form.id, form.name);
  text += report::wrap(words_of(form) + ";", "  ");
  text += report::wrap(is_predictable(form) ? protocol_words(form) + "." : "no protocol was found.",
                       "  ");
  text += report::wrap("Weakest point: " + std::string{report::weakest_point(form)}, "  ");
  const facts::ApplicatorNotes* notes = facts::notes_of(form.variant);
  const std::vector<facts::Fit> fits = facts::fits_behind(*notes, form.basis);
  for (const facts::Fit& fit : fits) {
    text += report::wrap(fmt::format("Fitted: {}: {}", fit.what, fit.study), "  ");
  }
  if (fits.empty()) {
    text += report::wrap("Fitted to no study. " + std::string{notes->not_fitted}, "  ");
  }
  return text;
}

nlohmann::ordered_json fact_json(facts::Id id) {
  const facts::Fact& fact = facts::fact(id);
  return {{"id", fact.id},
          {"value", facts::known(id) ? nlohmann::ordered_json(fact.value) : nullptr},
          {"unit", fact.unit},
          {"source", fact.source},
          {"read_as", facts::to_string(fact.read_as)}};
}

std::string body_source_words(const applicator::WholeBodyForm& form) {
  if (const auto* chamber = std::get_if<applicator::Chamber>(&form.source)) {
    return fmt::format(
        "display {:g} °C, gas at the skin taken as {:g} °C ({:g} to {:g}), {} and "
        "radiation to walls as cold",
        chamber->displayed, applicator::temperature_at_skin(form),
        chamber->displayed + chamber->gas_above_display.low,
        chamber->displayed + chamber->gas_above_display.high,
        range_of(chamber->convection, "W/(m² K)"));
  }
  if (const auto* cabin = std::get_if<applicator::Cryosauna>(&form.source)) {
    return fmt::format(
        "display {:g} °C, gas at the skin taken as {:g} °C ({:g} to {:g}), {} and "
        "radiation, head out",
        cabin->displayed, cabin->gas.usual, cabin->gas.high, cabin->gas.low,
        range_of(cabin->convection, "W/(m² K)"));
  }
  const auto& bath = std::get<applicator::Immersion>(form.source);
  return fmt::format("water of {:g} °C, {}", bath.temperature,
                     range_of(bath.conductance, "W/(m² K)"));
}

std::string body_form_text(const applicator::WholeBodyForm& form) {
  const facts::ApplicatorNotes* notes = facts::notes_of(form.id);
  return fmt::format("\n{}: {}\n", form.id, form.name) +
         report::wrap(fmt::format("{}; usually {}.", body_source_words(form),
                                  report::duration_words(form.duration)),
                      "  ") +
         report::wrap("Weakest point: " + std::string{notes->weakest_point}, "  ");
}

nlohmann::ordered_json body_forms_json() {
  nlohmann::ordered_json forms = nlohmann::ordered_json::array();
  for (const applicator::WholeBodyForm& form : applicator::whole_body_forms()) {
    const facts::ApplicatorNotes* notes = facts::notes_of(form.id);
    nlohmann::ordered_json basis = nlohmann::ordered_json::array();
    for (const facts::Id id : form.basis) {
      basis.push_back(fact_json(id));
    }
    forms.push_back({{"id", form.id},
                     {"family", form.family},
                     {"name", form.name},
                     {"physics", body_source_words(form)},
                     {"displayed_C", applicator::displayed_temperature(form)},
                     {"at_skin_C", applicator::temperature_at_skin(form)},
                     {"minutes", form.duration / quantity::seconds_per_minute},
                     {"longest_minutes", form.longest / quantity::seconds_per_minute},
                     {"weakest_point", notes->weakest_point},
                     {"basis", std::move(basis)}});
  }
  return forms;
}

nlohmann::ordered_json fits_json(const facts::ApplicatorNotes& notes, const Form& form) {
  nlohmann::ordered_json fits = nlohmann::ordered_json::array();
  for (const facts::Fit& fit : facts::fits_behind(notes, form.basis)) {
    fits.push_back({{"what", fit.what}, {"study", fit.study}});
  }
  return fits;
}

nlohmann::ordered_json basis_json(const Form& form) {
  nlohmann::ordered_json basis = nlohmann::ordered_json::array();
  for (const facts::Id id : form.basis) {
    basis.push_back(fact_json(id));
  }
  return basis;
}

}  // namespace

std::string forms_text() {
  std::string text = report::wrap(
      "Forms of cold, and what each is to the model. The numbers behind one and their "
      "sources: coldplan explain FORM. Your own device: coldplan simulate --device.");
  std::string family = "none yet";
  for (const Form& form : all_forms()) {
    if (form.family != family) {
      family = form.family;
      text += '\n' +
              (family.empty() ? std::string{"Hazards, no therapy"}
                              : std::string{screening::family_name(family)}) +
              '\n';
    }
    text += form_text(form);
  }
  text += "\nThe whole body (simulate alone takes these)\n";
  for (const applicator::WholeBodyForm& form : applicator::whole_body_forms()) {
    text += body_form_text(form);
  }
  return text;
}

std::string forms_json() {
  nlohmann::ordered_json forms = nlohmann::ordered_json::array();
  for (const Form& form : all_forms()) {
    const facts::ApplicatorNotes* notes = facts::notes_of(form.variant);
    nlohmann::ordered_json stop = nullptr;
    if (form.stop_temperature) {
      stop = *form.stop_temperature;
    }
    forms.push_back({{"id", form.id},
                     {"variant", form.variant},
                     {"family", form.family},
                     {"name", form.name},
                     {"therapy", is_therapy(form)},
                     {"predicted", is_predictable(form)},
                     {"physics", words_of(form)},
                     {"minutes", form.duration / quantity::seconds_per_minute},
                     {"longest_minutes", form.longest / quantity::seconds_per_minute},
                     {"stops_at_skin_C", std::move(stop)},
                     {"weakest_point", report::weakest_point(form)},
                     {"fitted_to", fits_json(*notes, form)},
                     {"not_fitted", notes->not_fitted},
                     {"basis", basis_json(form)}});
  }
  return json_text(
      nlohmann::ordered_json{{"forms", std::move(forms)}, {"whole_body", body_forms_json()}});
}

}  // namespace coldplan::app
