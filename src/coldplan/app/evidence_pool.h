#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "coldplan/quantity/error.h"

namespace coldplan::app {

/// `coldplan evidence pool TABLE.csv [--measure M] [--method M] [--test T] …`, by the field's
/// letters.
struct EvidencePoolOptions {
  std::filesystem::path table;         ///< "-" is standard input
  std::optional<std::string> measure;  ///< empty: yi as given
  std::string method = "REML";         ///< or MH: by counts
  std::optional<std::string> test;     ///< empty: knha, for EE and MH z
  std::vector<std::string> moderators;
  std::optional<std::string> subgroup;
  double level_percent = 95.0;
  std::string vtype = "LS";
  std::string to = "only0";
  double add = 0.5;
  bool drop00 = false;
  bool sensitivity = false;
  bool bias = false;
  bool forest = false;              ///< in the terminal
  std::optional<std::string> plot;  ///< empty: forest
  std::optional<std::filesystem::path> picture;
  bool json = false;
};

void add_evidence_pool_flags(CLI::App& verb, EvidencePoolOptions& options);

/// Reads a table of studies and pools it. Errors: a file that cannot be read; those of
/// read_study_table, with the file's name, and of pool_table; a word or number that an option does
/// not know; a picture or forest that cannot show what was pooled (MH, --mods without bubbles), or
/// would not be shown (--plot without --picture, --forest with --json).
[[nodiscard]] Expected<std::string> run_evidence_pool(const EvidencePoolOptions& options);

}  // namespace coldplan::app
