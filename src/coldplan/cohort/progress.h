#pragma once

#include <cstdint>
#include <string>

namespace coldplan::cohort {

/// How far a run is.
struct Progress {
  std::uint64_t done = 0;     ///< people, those of an earlier run included
  std::uint64_t all = 0;      ///< people
  std::uint64_t earlier = 0;  ///< people whose part was there already
  double seconds = 0.0;       ///< since this run began
};

/// People a second that this run gets through; 0 before the first is done.
[[nodiscard]] double rate_of(const Progress& progress);

/// "##########..........  50 %  500000 of 1000000 people  34800/s  14 s left", without an end of
/// line. `bar`: characters of the bar, 0 for none.
[[nodiscard]] std::string progress_line(const Progress& progress, std::size_t bar);

}  // namespace coldplan::cohort
