#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "coldplan/quantity/error.h"

namespace coldplan::app {

/// `coldplan evidence [--kind K] [--form F] [--details] [--judgements FILE] …`: what the bundled
/// trials say.
struct EvidenceOptions {
  std::string kind;
  std::string form;
  bool details = false;
  bool json = false;
  bool page = false;                                ///< docs/evidence.md
  std::optional<std::filesystem::path> judgements;  ///< a reader's own
  std::string question;                             ///< the one to draw
  std::string plot = "forest";
  std::optional<std::filesystem::path> picture;
};

void add_evidence_flags(CLI::App& verb, EvidenceOptions& options);

/// Errors: an unknown kind, form, question or plot, with the nearest; a file of judgements that
/// cannot be read; a picture of a question that has too few trials for it.
[[nodiscard]] Expected<std::string> run_evidence(const EvidenceOptions& options);

/// `coldplan evidence article [--json]`: every statement of the article, numbers predicted for its
/// example adult.
[[nodiscard]] Expected<std::string> run_evidence_article(bool json);

/// `coldplan evidence trials [--judgements FILE] [--json]`.
[[nodiscard]] Expected<std::string> run_evidence_trials(const EvidenceOptions& options);

}  // namespace coldplan::app
