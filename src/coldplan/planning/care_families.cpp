#include "coldplan/planning/care_families.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace coldplan::planning {
namespace {

bool names(const std::vector<std::string>& families, std::string_view family) {
  return std::find(families.begin(), families.end(), family) != families.end();
}

/// The strictest stance of some stages; where `only_named`, of those that name the family.
std::optional<Stance> strictest(std::span<const StageData* const> stages, std::string_view family,
                                bool only_named) {
  std::optional<Stance> found;
  for (const StageData* stage : stages) {
    const Stance stance = stance_of(*stage, family);
    if (!only_named || stance != Stance::not_named) {
      found = found ? std::max(*found, stance) : stance;
    }
  }
  return found;
}

}  // namespace

Stance stance_of(const StageData& stage, std::string_view family) {
  if (names(stage.discouraged, family)) {
    return Stance::discouraged;
  }
  if (names(stage.conditional, family)) {
    return Stance::conditional;
  }
  return names(stage.allowed, family) ? Stance::allowed : Stance::not_named;
}

Standing standing_of(Stance stance, screening::Level level) {
  Standing by_stage = Standing::offered;
  switch (stance) {
    case Stance::allowed:
      break;
    case Stance::conditional:
      by_stage = Standing::on_condition;
      break;
    case Stance::not_named:
      by_stage = Standing::not_in_plan;
      break;
    case Stance::discouraged:
      by_stage = Standing::discouraged;
      break;
  }
  Standing by_screening = Standing::offered;
  if (level == screening::Level::not_for_you) {
    by_screening = Standing::not_for_you;
  } else if (level == screening::Level::ask_first) {
    by_screening = Standing::ask_first;
  }
  return std::max(by_stage, by_screening);
}

FamilyPlan family_plan(const screening::FamilyScreening& screened,
                       std::span<const StageData* const> stages,
                       std::span<const StageData* const> additions) {
  FamilyPlan plan;
  plan.family = screened.family;
  plan.name = screening::family_name(screened.family);
  plan.level = screened.level;
  plan.stance = strictest(stages, screened.family, false).value_or(Stance::not_named);
  if (const auto added = strictest(additions, screened.family, true)) {
    plan.stance = std::max(plan.stance, *added);
  }
  plan.standing = standing_of(plan.stance, plan.level);
  for (const auto& group : {stages, additions}) {
    for (const StageData* stage : group) {
      if (plan.stance != Stance::not_named && stance_of(*stage, plan.family) == plan.stance) {
        plan.stages.push_back(stage->id);
        plan.sources.insert(plan.sources.end(), stage->sources.begin(), stage->sources.end());
      }
    }
  }
  std::sort(plan.sources.begin(), plan.sources.end());
  plan.sources.erase(std::unique(plan.sources.begin(), plan.sources.end()), plan.sources.end());
  return plan;
}

std::string_view to_string(Stance stance) {
  constexpr std::array<std::string_view, 4> words{"allowed", "conditional", "not_named",
                                                  "discouraged"};
  return words.at(static_cast<std::size_t>(stance));
}

std::string_view to_string(Standing standing) {
  constexpr std::array<std::string_view, 6> words{"offered",   "on_condition", "not_in_plan",
                                                  "ask_first", "discouraged",  "not_for_you"};
  return words.at(static_cast<std::size_t>(standing));
}

}  // namespace coldplan::planning
