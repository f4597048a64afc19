#include "coldplan/app/forms_verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/applicator/forms.h"
#include "coldplan/facts/facts.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

std::string fact_line(const facts::Fact& fact) {
  return fmt::format("{}: {:g} {} ({}; {})", fact.name, fact.printed_value, fact.printed_unit,
                     facts::to_string(fact.read_as), fact.source);
}

}  // namespace

std::string forms_text() {
  std::string text = report::wrap(
      "Forms of cold that can be predicted so far. All are packs; machines, clinic devices, baths "
      "and "
      "chambers are not in yet.");
  for (const applicator::Form& form : applicator::all_forms()) {
    text += fmt::format("\n{}: {}, family {}\n", form.id, form.name, form.family);
    text += fmt::format("  {:g} kg on {:g} cm² from {:g} °C, usually {:g} min\n", form.pack.mass,
                        1e4 * form.pack.area, form.pack.start_temperature, form.duration / 60.0);
    text += report::wrap("Weakest point: " + std::string{report::weakest_point(form)}, "  ");
    for (const facts::Id id : form.basis) {
      text += report::wrap("- " + fact_line(facts::fact(id)), "  ");
    }
  }
  return text;
}

std::string forms_json() {
  nlohmann::ordered_json forms = nlohmann::ordered_json::array();
  for (const applicator::Form& form : applicator::all_forms()) {
    nlohmann::ordered_json basis = nlohmann::ordered_json::array();
    for (const facts::Id id : form.basis) {
      const facts::Fact& fact = facts::fact(id);
      basis.push_back({{"id", fact.id},
                       {"value", fact.value},
                       {"unit", fact.unit},
                       {"source", fact.source},
                       {"read_as", facts::to_string(fact.read_as)}});
    }
    forms.push_back({{"id", form.id},
                     {"variant", form.variant},
                     {"family", form.family},
                     {"name", form.name},
                     {"minutes", form.duration / 60.0},
                     {"weakest_point", report::weakest_point(form)},
                     {"basis", std::move(basis)}});
  }
  return json_text(nlohmann::ordered_json{{"forms", std::move(forms)}});
}

}  // namespace coldplan::app
