#include "coldplan/planning/care_plan.h"

#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/planning/care_parts.h"

namespace coldplan::planning {
namespace {

using person::PainKind;

std::string stage_by_weeks(double weeks) {
  const StageLimits& limits = care_data().numbers.limits;
  if (weeks < limits.acute_below) {
    return "acute";
  }
  return weeks > limits.chronic_above ? "chronic" : "subacute";
}

std::string stage_by_kind(PainKind kind) {
  switch (kind) {
    case PainKind::acute:
      return "acute";
    case PainKind::subacute:
      return "subacute";
    case PainKind::chronic:
      return "chronic";
    case PainKind::post_surgical:
      return "post_surgical";
    case PainKind::disc_herniation:
      return "radicular";
  }
  throw std::logic_error("a kind of pain has no stage");
}

bool is_of_time(PainKind kind) {
  return kind == PainKind::acute || kind == PainKind::subacute || kind == PainKind::chronic;
}

std::vector<std::string> doubts_of(const person::Pain& pain) {
  if (!pain.kind || !pain.weeks || !is_of_time(*pain.kind)) {
    return {};
  }
  const std::string named = stage_by_kind(*pain.kind);
  const std::string counted = stage_by_weeks(*pain.weeks);
  if (named == counted) {
    return {};
  }
  return {
      fmt::format("the pain is called {}, and {:g} weeks would be {}: the plan goes by the name",
                  named, *pain.weeks, counted)};
}

std::vector<std::string> open_of(const person::Pain& pain) {
  std::vector<std::string> open;
  if (!pain.kind && !pain.weeks) {
    open.emplace_back("pain.kind or pain.weeks: how long the pain has lasted");
  }
  const bool may_radiate = !pain.radiating && pain.kind != PainKind::post_surgical &&
                           pain.kind != PainKind::disc_herniation;
  if (may_radiate) {
    open.emplace_back("pain.radiating: whether it runs down a leg");
  }
  if (!pain.intensity_nrs) {
    open.emplace_back("pain.intensity_nrs: how strong it is, against which a trial is judged");
  }
  return open;
}

/// The stages that a plan speaks of.
struct StagesOfPlan {
  std::vector<const StageData*> possible;   ///< the one, or all of time where it is not known
  std::vector<const StageData*> additions;  ///< for 65 and older
  std::vector<const StageData*> held;       ///< known to hold
  std::vector<const StageData*> looked_at;  ///< possible ones and additions
};

StagesOfPlan stages_of(const person::Case& given) {
  StagesOfPlan stages;
  const std::string stage = stage_of(given.pain);
  if (stage.empty()) {
    stages.possible = {&stage_named("acute"), &stage_named("subacute"), &stage_named("chronic")};
  } else {
    stages.possible = {&stage_named(stage)};
    stages.held = stages.possible;
  }
  if (given.person.age >= care_data().numbers.limits.older_from) {
    stages.additions = {&stage_named("older")};
  }
  stages.looked_at = stages.possible;
  for (const StageData* added : stages.additions) {
    stages.held.push_back(added);
    stages.looked_at.push_back(added);
  }
  return stages;
}

/// What a plan says whatever else is in it.
CarePlan begun(const person::Case& given, const screening::Screening& screened,
               const StagesOfPlan& stages) {
  CarePlan plan;
  plan.stage = stage_of(given.pain);
  plan.is_older = !stages.additions.empty();
  plan.is_halted = screened.warnings.urgency >= screening::Urgency::same_day;
  plan.open = open_of(given.pain);
  plan.doubts = doubts_of(given.pain);
  plan.responder = care_data().numbers.responder;
  plan.needed_fall = needed_fall(plan.responder, given.pain.intensity_nrs);
  plan.stop_signs = planned_stop_signs();
  plan.honesty = care_data().honesty;
  return plan;
}

void add_treatments(CarePlan& plan, std::span<const StageData* const> stages) {
  for (const StageData* stage : stages) {
    plan.definition.push_back({stage->name + ": " + stage->definition, stage->sources});
    plan.core.insert(plan.core.end(), stage->core.begin(), stage->core.end());
    plan.cold_roles.push_back({stage->cold_role, stage->sources});
  }
  plan.agreed = care_data().agreed;
  if (plan.stage == "post_surgical") {
    plan.after_surgery = care_data().after_surgery;
    plan.honesty.push_back(care_data().surgical_guideline);
  }
}

void add_trials(CarePlan& plan, std::string_view today) {
  const CareData& data = care_data();
  const WholePlanNumbers& whole = data.numbers.whole_plan;
  plan.trials = trials_of(plan.families, today);
  plan.whole = {whole.weeks, day_after(today, whole.weeks), whole.function_share,
                whole.function_week, whole.sources};
  plan.stop_rules = data.decision_points;
  plan.stop_rule_sources = data.decision_sources;
}

std::vector<FamilyPlan> families_of(const screening::Screening& screened,
                                    std::span<const StageData* const> stages,
                                    std::span<const StageData* const> additions) {
  std::vector<FamilyPlan> families;
  for (const screening::FamilyScreening& family : screened.families) {
    families.push_back(family_plan(family, stages, additions));
  }
  return families;
}

}  // namespace

std::string stage_of(const person::Pain& pain) {
  const bool is_surgical = pain.kind == PainKind::post_surgical;
  if (!is_surgical && pain.radiating.value_or(false)) {
    return "radicular";
  }
  if (pain.kind) {
    return stage_by_kind(*pain.kind);
  }
  return pain.weeks ? stage_by_weeks(*pain.weeks) : "";
}

CarePlan plan_care(const person::Case& given, const screening::Screening& screened) {
  const StagesOfPlan stages = stages_of(given);
  CarePlan plan = begun(given, screened, stages);
  plan.families = families_of(screened, stages.possible, stages.additions);
  if (plan.is_halted) {
    plan.see_someone = see_someone_of(screened.warnings, {});
    return plan;
  }
  plan.see_someone = see_someone_of(screened.warnings, stages.looked_at);
  add_treatments(plan, stages.held);
  plan.combining = combinations_of(given, screened);
  plan.review = review_of(stages.looked_at, screened.today);
  plan.providers = providers_of(stages.looked_at, screened.warnings);
  plan.provider_sources = care_data().provider_sources;
  add_trials(plan, screened.today);
  return plan;
}

}  // namespace coldplan::planning
