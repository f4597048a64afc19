#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "coldplan/study/held_out.h"

/// Posteriors on disk: data/posterior.json (schema/posterior.schema.json) and data/held_out.json
/// (schema/held_out.schema.json).
namespace coldplan::study {

/// What a file says of its making.
struct Made {
  std::string date;     ///< "2026-11-26"
  std::string version;  ///< of the program
};

/// A calibration as a file has it; scores to three decimals.
[[nodiscard]] nlohmann::ordered_json posterior_json(const Calibration& calibration,
                                                    const Made& made);

/// Folds as a file has them.
[[nodiscard]] nlohmann::ordered_json held_out_json(const CrossValidation& validation,
                                                   const Made& made);

/// The posterior of a file. Errors: one that cannot be read, an unknown score, a draw of another
/// length.
[[nodiscard]] Expected<PosteriorTable> read_posterior(const std::filesystem::path& path);

/// The folds of a text. Errors as above.
[[nodiscard]] Expected<std::vector<Fold>> folds_from(const std::string& text,
                                                     const std::string& place);

/// The folds that were made with the posterior that every prediction takes, compiled in.
[[nodiscard]] const std::vector<Fold>& current_folds();

/// Writes a file of a posterior: a line a draw, to a temporary name first. Errors: not written.
[[nodiscard]] Expected<void> write_json(const std::filesystem::path& path,
                                        const nlohmann::ordered_json& content);

}  // namespace coldplan::study
