#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/planning/care_data.h"
#include "coldplan/screening/screen.h"

/// Which families of cold a stage of pain allows, joined with what screening says of the person.
namespace coldplan::planning {

/// What the plan of a stage says of a family, mildest first.
enum class Stance {
  allowed,
  conditional,  ///< only on the terms of the stage's words
  not_named,    ///< the plan does not speak of it
  discouraged,
};

/// The stricter of stage and screening, mildest first.
enum class Standing {
  offered,       ///< the stage allows it, nothing reported speaks against it
  on_condition,  ///< the stage allows it on terms
  not_in_plan,   ///< the stage does not speak of it
  ask_first,     ///< screening: only after a clinician agreed
  discouraged,   ///< the stage advises against it
  not_for_you,   ///< screening takes it away
};

/// One family of cold in a care plan.
struct FamilyPlan {
  std::string family;
  std::string name;
  Stance stance = Stance::not_named;
  screening::Level level = screening::Level::allowed;
  Standing standing = Standing::not_in_plan;
  std::vector<std::string> stages;   ///< those whose plan gives the stance; none: not named
  std::vector<std::string> sources;  ///< of these stages
};

/// What one stage says.
[[nodiscard]] Stance stance_of(const StageData& stage, std::string_view family);

/// The stricter of the two.
[[nodiscard]] Standing standing_of(Stance stance, screening::Level level);

/// A family in a plan. Of `stages`, any of which the person may be in, the strictest counts;
/// `additions` (65 and older) make it stricter where they name it and never milder.
[[nodiscard]] FamilyPlan family_plan(const screening::FamilyScreening& screened,
                                     std::span<const StageData* const> stages,
                                     std::span<const StageData* const> additions);

/// "allowed", "conditional", "not_named", "discouraged".
[[nodiscard]] std::string_view to_string(Stance stance);

/// "offered", "on_condition", "not_in_plan", "ask_first", "discouraged", "not_for_you".
[[nodiscard]] std::string_view to_string(Standing standing);

}  // namespace coldplan::planning
