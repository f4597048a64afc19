#pragma once

#include <CLI/CLI.hpp>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan evidence [article|trials|pool]`: what was called sets `action`.
void add_evidence_verbs(CLI::App& verb, Action& action);

}  // namespace coldplan::app
