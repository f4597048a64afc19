#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/quantity/error.h"
#include "coldplan/study/calibration_run.h"

namespace coldplan::study {

/// A run as far as it came.
struct Checkpoint {
  std::uint64_t steps = 0;
  std::vector<std::vector<double>> states;
  std::vector<std::vector<double>> past;
  KeptStates kept;
};

/// What makes two runs the same: options other than how many steps, what each study printed and of
/// whom, where the chains start, and the hash of the data.
[[nodiscard]] std::string identity_of(const Problem& problem, const CalibrationOptions& options,
                                      const Start* start);

/// The checkpoint of a file; none where there is no file. Errors: one that cannot be read, is of
/// another run, or has come farther than the `steps` that are asked for.
[[nodiscard]] Expected<std::optional<Checkpoint>> read_checkpoint(const std::filesystem::path& path,
                                                                  const std::string& identity,
                                                                  std::size_t steps);

/// Writes a checkpoint, to a temporary name first. Numbers keep every bit.
[[nodiscard]] Expected<void> write_checkpoint(const std::filesystem::path& path,
                                              const std::string& identity, const Ensemble& ensemble,
                                              const KeptStates& samples);

}  // namespace coldplan::study
