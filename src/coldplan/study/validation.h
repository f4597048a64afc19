#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/study/prediction.h"
#include "coldplan/study/study_folder.h"

namespace coldplan::study {

/// How a folder is scored.
struct ValidationOptions {
  PredictionOptions prediction;
  bool held_out = false;                    ///< each study by the posterior made without it
  std::optional<PosteriorTable> posterior;  ///< none: the one that every prediction takes
};

/// A folder of studies scored.
struct Validation {
  std::vector<Row> rows;          ///< of every study that was read, in the order of their files
  std::vector<StudyFile> unread;  ///< files that are no study, with their errors
  int studies = 0;
  PredictionOptions options;
  /// What the parameters had seen: "in sample" where they may rest on the very studies scored.
  std::string mode = "in sample";
};

/// Called with the studies done and all of them.
using StudyProgress = std::function<void(std::size_t done, std::size_t all)>;

/// Predicts every study of a folder (read_studies). Held out, a study that was calibrated on is
/// predicted by its fold, any other by the posterior of all, which has not seen it either, with the
/// priors that were fitted to it let go. A file that cannot be read does not keep the
/// others from being scored. Errors: a folder that cannot be read.
[[nodiscard]] Expected<Validation> validate(const std::filesystem::path& folder,
                                            const ValidationOptions& options,
                                            const StudyProgress& progress = {});

}  // namespace coldplan::study
