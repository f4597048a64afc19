#include "coldplan/app/explain_form.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/model_finds.h"
#include "coldplan/applicator/forms.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

/// Barriers, wraps and what else is laid over or under a form of cold.
bool is_modifier(const facts::ApplicatorNotes& notes) {
  return notes.id.substr(0, 4) == "mod_";
}

/// The forms of a variant that can be predicted.
std::vector<std::string> forms_of(std::string_view variant) {
  std::vector<std::string> ids;
  for (const applicator::Form& form : applicator::all_forms()) {
    if (form.variant == variant && applicator::is_predictable(form)) {
      ids.push_back(form.id);
    }
  }
  return ids;
}

/// The applicator's own facts, but for those that only repeat what another model gave.
std::vector<const facts::Fact*> facts_of(std::string_view variant) {
  const std::string prefix = fmt::format("applicators.{}_", variant);
  std::vector<const facts::Fact*> found;
  for (const facts::Fact& fact : facts::all()) {
    if (fact.id.substr(0, prefix.size()) == prefix &&
        fact.id.find("_reference_") == std::string_view::npos) {
      found.push_back(&fact);
    }
  }
  return found;
}

void add_notes(Explanation& explanation, const facts::ApplicatorNotes& notes,
               std::string_view weakest_point, std::vector<facts::Fit> fits) {
  explanation.notes = &notes;
  explanation.fits = std::move(fits);
  explanation.paragraphs.push_back(fmt::format("Weakest point: {}", weakest_point));
  explanation.equations.emplace_back(notes.boundary);
  for (const facts::SourcedText& hazard : notes.hazards) {
    explanation.paragraphs.push_back(fmt::format("Hazard: {} ({})", hazard.text, hazard.source));
  }
  for (const facts::SourcedText& instruction : notes.instructions) {
    explanation.paragraphs.push_back(
        fmt::format("Instruction: {} ({})", instruction.text, instruction.source));
  }
}

std::string not_computed(const facts::ApplicatorNotes& notes) {
  const std::vector<std::string> forms = forms_of(notes.id);
  if (!forms.empty()) {
    return fmt::format("It is computed as {}: coldplan explain each of them.",
                       fmt::join(forms, " and as "));
  }
  return is_modifier(notes) ? "It is part of how a form of cold is used, not a form by itself."
                            : "Nothing: it is not among the forms that are computed.";
}

Explanation explain_notes(const facts::ApplicatorNotes& notes) {
  Explanation explanation;
  explanation.title = notes.name;
  explanation.basis = facts_of(notes.id);
  add_notes(explanation, notes, notes.weakest_point,
            {notes.fitted_to.begin(), notes.fitted_to.end()});
  explanation.model_finds = not_computed(notes);
  return explanation;
}

std::string minutes(const facts::ApplicatorNotes& notes) {
  if (std::isnan(notes.session_minutes)) {
    return "not found";
  }
  const bool has_range =
      !std::isnan(notes.session_minutes_low) && !std::isnan(notes.session_minutes_high);
  return has_range ? fmt::format("{:g} min ({:g} to {:g})", notes.session_minutes,
                                 notes.session_minutes_low, notes.session_minutes_high)
                   : fmt::format("{:g} min", notes.session_minutes);
}

std::string fits_text(const Explanation& explanation) {
  std::string text = "\nWhat its coefficients were fitted to\n";
  if (explanation.fits.empty()) {
    return text + report::wrap(fmt::format("Nothing. {}", explanation.notes->not_fitted), "  ");
  }
  for (const facts::Fit& fit : explanation.fits) {
    std::vector<std::string> values;
    for (const facts::Id id : fit.facts) {
      const facts::Fact& fact = facts::fact(id);
      values.push_back(
          fmt::format("{:g}{}", fact.printed_value,
                      fact.printed_unit == "1" ? "" : fmt::format(" {}", fact.printed_unit)));
    }
    text += report::wrap(fmt::format("- {}: {}", fit.what, fmt::join(values, ", ")), "  ");
    text += report::wrap(fit.study, "    ");
  }
  return text;
}

std::string protocol_text(const facts::ApplicatorNotes& notes) {
  std::string text = "\nProtocol\n";
  text += report::wrap(fmt::format("Session: {}", minutes(notes)), "  ");
  for (const auto& [name, words] :
       {std::pair{"Sessions", notes.sessions}, std::pair{"Gap", notes.gap},
        std::pair{"Course", notes.course}, std::pair{"Evidence", notes.evidence},
        std::pair{"Sources", notes.protocol_source}}) {
    if (!words.empty()) {
      text += report::wrap(fmt::format("{}: {}", name, words), "  ");
    }
  }
  return text;
}

std::string article_text(const facts::ApplicatorNotes& notes) {
  std::string text = "\nWhat a popular article says, and what the facts say\n";
  const auto statements = facts::statements_of(notes);
  if (statements.empty()) {
    return text + report::wrap("The article has no sentence on it.", "  ");
  }
  for (const facts::ArticleStatement& each : statements) {
    text += report::wrap(fmt::format("- The article: {}.", each.says), "  ");
    if (!each.facts_say.empty()) {
      text += report::wrap(fmt::format("The facts: {} ({})", each.facts_say, each.basis), "    ");
    }
  }
  return text;
}

nlohmann::ordered_json protocol_json(const facts::ApplicatorNotes& notes) {
  const auto number = [](double value) {
    return std::isnan(value) ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
  };
  return {{"minutes", number(notes.session_minutes)},
          {"minutes_low", number(notes.session_minutes_low)},
          {"minutes_high", number(notes.session_minutes_high)},
          {"sessions", notes.sessions},
          {"gap", notes.gap},
          {"course", notes.course},
          {"evidence", notes.evidence},
          {"source", notes.protocol_source}};
}

}  // namespace

std::optional<Explanation> explain_form(const std::string& what) {
  const auto form = applicator::form_from(what, "");
  if (!form) {
    const facts::ApplicatorNotes* notes = facts::notes_of(what);
    return notes == nullptr ? std::nullopt : std::optional{explain_notes(*notes)};
  }
  Explanation explanation;
  explanation.title = form->name;
  std::transform(form->basis.begin(), form->basis.end(), std::back_inserter(explanation.basis),
                 [](facts::Id id) { return &facts::fact(id); });
  if (const facts::ApplicatorNotes* notes = facts::notes_of(form->variant)) {
    add_notes(explanation, *notes, report::weakest_point(*form),
              facts::fits_behind(*notes, form->basis));
  }
  explanation.model_finds = model_finds(*form);
  return explanation;
}

std::vector<std::string> ids_without_form() {
  std::vector<std::string> ids;
  for (const facts::ApplicatorNotes& notes : facts::applicator_notes()) {
    if (!is_modifier(notes) && forms_of(notes.id).empty()) {
      ids.emplace_back(notes.id);
    }
  }
  return ids;
}

std::string form_sections(const Explanation& explanation) {
  if (explanation.notes == nullptr) {
    return "";
  }
  const facts::ApplicatorNotes& notes = *explanation.notes;
  return fits_text(explanation) + protocol_text(notes) + article_text(notes) +
         "\nWhat the model finds\n" + report::wrap(explanation.model_finds, "  ");
}

void add_form_json(nlohmann::ordered_json& json, const Explanation& explanation) {
  if (explanation.notes == nullptr) {
    return;
  }
  const facts::ApplicatorNotes& notes = *explanation.notes;
  json["fitted_to"] = nlohmann::ordered_json::array();
  for (const facts::Fit& fit : explanation.fits) {
    nlohmann::ordered_json ids = nlohmann::ordered_json::array();
    for (const facts::Id id : fit.facts) {
      ids.push_back(facts::fact(id).id);
    }
    json["fitted_to"].push_back({{"what", fit.what}, {"study", fit.study}, {"facts", ids}});
  }
  json["not_fitted"] = notes.not_fitted;
  json["protocol"] = protocol_json(notes);
  json["article"] = nlohmann::ordered_json::array();
  for (const facts::ArticleStatement& each : facts::statements_of(notes)) {
    json["article"].push_back({{"id", each.id},
                               {"says", each.says},
                               {"facts_say", each.facts_say},
                               {"basis", each.basis}});
  }
  json["model_finds"] = explanation.model_finds;
}

}  // namespace coldplan::app
