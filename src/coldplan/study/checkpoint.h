#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/quantity/error.h"
#include "coldplan/study/calibration.h"
#include "coldplan/study/ensemble.h"

namespace coldplan::study {

/// The common unknowns that were kept: by chain, a state a step.
struct KeptStates {
  std::vector<std::vector<std::vector<double>>> chains;
};

/// A run as far as it came.
struct Checkpoint {
  std::uint64_t steps = 0;
  std::vector<std::vector<double>> states;
  std::vector<std::vector<double>> past;
  KeptStates kept;
};

/// What makes two runs the same: options, studies with their rows, unknowns, and the hash of the
/// data.
[[nodiscard]] std::string identity_of(const Problem& problem, const CalibrationOptions& options);

/// The checkpoint of a file; none where there is no file. Errors: one that cannot be read or is of
/// another run.
[[nodiscard]] Expected<std::optional<Checkpoint>> read_checkpoint(const std::filesystem::path& path,
                                                                  const std::string& identity);

/// Writes a checkpoint, to a temporary name first. Numbers keep every bit.
[[nodiscard]] Expected<void> write_checkpoint(const std::filesystem::path& path,
                                              const std::string& identity, const Ensemble& ensemble,
                                              const KeptStates& samples);

}  // namespace coldplan::study
