#pragma once

#include <string>

namespace coldplan::app {

/// `coldplan facts effects`: every measurement that the models of effect and injury are compared
/// with, what the models give for it, and whether that lies within the spread that was stated; then
/// those that are outside the models, and why. 80 columns.
[[nodiscard]] std::string effects_table_text();

/// The same for machines: `points[]`, `tested`, `missed`.
[[nodiscard]] std::string effects_table_json();

}  // namespace coldplan::app
