#pragma once

#include <CLI/CLI.hpp>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan evidence pool …`: puts the sub-verbs under `verb`; the one that was called sets
/// `action`.
void add_evidence_verbs(CLI::App& verb, Action& action);

}  // namespace coldplan::app
