#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include <CLI/App.hpp>

#include "coldplan/app/cohort_arms.h"
#include "coldplan/cohort/grouping.h"
#include "coldplan/cohort/plan.h"
#include "coldplan/cohort/progress.h"
#include "coldplan/cohort/tally.h"

namespace coldplan::app {

/// `coldplan cohort --people N --form … --seed S [--by age,bmi] [--out cohort.h5]`.
struct CohortOptions {
  std::optional<std::uint64_t> people;
  std::optional<std::filesystem::path> population;  ///< a researcher's own people
  std::uint64_t seed = 1;
  ArmOptions arms;
  std::string by = "fat,age,sex";
  std::optional<std::filesystem::path> out;
  bool histories = false;
  std::optional<std::filesystem::path> picture;
  bool json = false;
  std::optional<int> threads;
  std::uint64_t part = 0;  ///< people in a part; 0: the usual
};

/// What an executable brings for the verb: cohort/run.h linked with one flavour of HDF5.
struct CohortEngine {
  /// Runs the plan; `report` is for rank 0 alone.
  std::function<Expected<cohort::Tally>(
      const cohort::Plan& plan, std::span<const cohort::By> grouping, const CohortOptions& options,
      const std::function<void(const cohort::Progress&)>& report)>
      run;
  /// The first error that anybody who works on it had, for everybody.
  std::function<Expected<void>(const Expected<void>&)> agree;
  bool speaks = true;  ///< whether this one prints and draws
};

/// What a program does when it is asked for a cohort.
using CohortAction = std::function<Expected<std::string>(const CohortOptions&)>;

/// Adds the verb's flags.
void add_cohort_flags(CLI::App& verb, CohortOptions& options);

/// The plan that the flags describe, checked. Errors name flag or file.
[[nodiscard]] Expected<cohort::Plan> plan_of(const CohortOptions& options);

/// Runs it and gives the tables as text or JSON; writes the picture if one is asked for. Progress
/// goes to standard error: a bar on a terminal, elsewhere a line every ten seconds.
[[nodiscard]] Expected<std::string> run_cohort(const CohortOptions& options,
                                               const CohortEngine& engine);

}  // namespace coldplan::app
