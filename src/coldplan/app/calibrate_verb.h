#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "coldplan/app/command.h"
#include "coldplan/study/mechanisms.h"

namespace coldplan::app {

/// `coldplan calibrate data/studies`.
struct CalibrateOptions {
  std::string folder;
  std::string output = "data/posterior.json";
  std::string held_out;    ///< where the folds go; empty: none are made
  std::string checkpoint;  ///< empty: an interrupted run begins anew
  std::uint64_t seed = 1;
  int chains = 0;                    ///< 0: the usual
  int warm_up = 0;                   ///< as above
  int steps = 0;                     ///< as above
  int fold_steps = 0;                ///< as above
  std::vector<std::string> without;  ///< mechanisms that are left out
  std::string date;                  ///< that the file names; empty: today
};

/// The mechanisms but for those named. Errors: a name that is none.
[[nodiscard]] Expected<study::Mechanisms> mechanisms_without(const std::vector<std::string>& words);

/// Calibrates on the studies of a folder and writes the posterior; a summary is returned.
/// `progress` gets a line that is written over; null for none.
[[nodiscard]] Expected<std::string> run_calibrate(const CalibrateOptions& options,
                                                  std::ostream* progress);

}  // namespace coldplan::app
