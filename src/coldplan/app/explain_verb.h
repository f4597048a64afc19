#pragma once

#include <string>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan explain [WHAT] [--json]`: a topic, a form or applicator, or one fact by its id;
/// without WHAT the list of topics. Of a form also what it was fitted to, its protocol, what a
/// popular article and the facts say, and what the model finds (explain_form.h). Values and ranges
/// are printed in the unit of their source; the JSON has SI, and null where a number is not known.
/// An unknown word is an error, with the known one that it looks like.
[[nodiscard]] Expected<std::string> explain_text(const std::string& what);
[[nodiscard]] Expected<std::string> explain_json(const std::string& what);

}  // namespace coldplan::app
