#pragma once

#include <iosfwd>
#include <string>

#include "coldplan/app/command.h"

namespace coldplan::app {

/// `coldplan validate data/studies`.
struct ValidateOptions {
  std::string folder;
  int draws = 0;  ///< 0: the usual
  std::uint64_t seed = 1;
  bool json = false;
  bool held_out = false;
  bool priors = false;                    ///< as if nothing had been calibrated
  std::string posterior = {};             ///< of a file; empty: the one that every prediction takes
  std::vector<std::string> without = {};  ///< mechanisms that are left out
  std::string pictures = {};              ///< a folder for pictures and their page; empty: none
};

/// Scores the model against a folder of studies. The report goes to `out` even where a file could
/// not be read: that is the error then, since the others are scored and drawn. `progress` gets a
/// line that is written over; null for none.
[[nodiscard]] Expected<std::string> run_validate(const ValidateOptions& options, std::ostream& out,
                                                 std::ostream* progress);

}  // namespace coldplan::app
