#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>

#include "coldplan/cohort/crew.h"
#include "coldplan/cohort/grouping.h"
#include "coldplan/cohort/plan.h"
#include "coldplan/cohort/progress.h"
#include "coldplan/cohort/tally.h"

namespace coldplan::cohort {

/// How a plan is run; none of it changes the data.
struct RunSettings {
  std::optional<std::filesystem::path> out;  ///< none: rows are counted and forgotten
  std::uint64_t part_size = 0;               ///< people; 0: `usual_part_size`
  int threads = 1;                           ///< of each member of the crew
  /// Called after every part, and only for rank 0.
  std::function<void(const Progress&)> report;
};

/// Runs a checked plan with a crew, all of whom call it together, and gives everybody the same
/// tally.
///
/// With `out`, parts are written as they are done and are found again by the next run of the same
/// plan, whoever computes it; at the end they become one file, which is renamed into its place, and
/// are removed. A run with other parts in its way is an error, as is a second one beside it.
///
/// Memory: a part for each member of the crew, and the tally (20 MB an arm), whatever the number of
/// people.
[[nodiscard]] Expected<Tally> run(const Plan& plan, std::span<const By> grouping,
                                  const RunSettings& settings, Crew& crew);

}  // namespace coldplan::cohort
