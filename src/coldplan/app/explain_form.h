#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "coldplan/facts/facts.h"

namespace coldplan::app {

/// A topic, a form, an applicator or a fact under one heading.
struct Explanation {
  std::string title;
  std::vector<std::string> paragraphs;
  std::vector<std::string> equations;
  std::vector<const facts::Fact*> basis;
  const facts::ApplicatorNotes* notes = nullptr;  ///< of a form or an applicator
  std::vector<facts::Fit> fits;                   ///< of the form, a part of its notes'
  std::string model_finds;                        ///< of a form or an applicator
};

/// What is known of a form (`coldplan forms`) or of an applicator, barrier or wrap of
/// data/applicator_notes.json by its id; the latter from the notes alone, since no form computes
/// it. Nothing for any other word.
[[nodiscard]] std::optional<Explanation> explain_form(const std::string& what);

/// The ids of the notes that no form computes yet, barriers and wraps left out.
[[nodiscard]] std::vector<std::string> ids_without_form();

/// The sections that only a form has, as text of 80 columns: what its coefficients were fitted to,
/// the protocol, the article beside the facts, and what the model finds.
[[nodiscard]] std::string form_sections(const Explanation& explanation);

/// The same for machines: the keys `fitted_to`, `not_fitted`, `protocol`, `article` and
/// `model_finds`.
void add_form_json(nlohmann::ordered_json& json, const Explanation& explanation);

}  // namespace coldplan::app
