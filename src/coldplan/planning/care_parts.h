#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "coldplan/planning/care_plan.h"

/// The parts that plan_care puts together.
namespace coldplan::planning {

/// How cold goes with what the person does and takes. What is said of opioids and sedatives alone
/// is left out where none is taken.
[[nodiscard]] std::vector<PlannedCombination> combinations_of(const person::Case& given,
                                                              const screening::Screening& screened);

/// Warning signs that are up, were looked into or were not answered, then the rules of the stages.
[[nodiscard]] std::vector<SeeSomeone> see_someone_of(const screening::Warnings& warnings,
                                                     std::span<const StageData* const> stages);

/// When to look again: the soonest of the stages.
[[nodiscard]] Review review_of(std::span<const StageData* const> stages, std::string_view today);

/// The signs of data/clinical/precautions.json on which cold ends.
[[nodiscard]] std::vector<PlannedStopSign> planned_stop_signs();

/// Who treats a pain of this stage, and inflammatory features where they are up.
[[nodiscard]] std::vector<Provider> providers_of(std::span<const StageData* const> stages,
                                                 const screening::Warnings& warnings);

}  // namespace coldplan::planning
