#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/person/case_file.h"
#include "coldplan/planning/care_data.h"
#include "coldplan/planning/care_families.h"
#include "coldplan/planning/care_trial.h"
#include "coldplan/screening/screen.h"

/// The plan of care by stage of pain, in which cold is a comfort beside movement, exercise,
/// education, heat, physical therapy and medicines to discuss. It gives no dose of a medicine.
///
///     const CarePlan plan = plan_care(subject, screening::screen(subject, today));
///     // plan.stage "chronic"; plan.families: packs offered, nozzle on_condition, …
///
/// The sentences are those of data/clinical, their sources keys of care_source (care_data.h).
namespace coldplan::planning {

/// Whether somebody has what a combination speaks of.
enum class Relevance {
  anyone,     ///< it is said to all
  reported,   ///< the case has it
  not_known,  ///< it was asked for and not answered
};

struct PlannedCombination {
  std::string with;
  std::string advice;
  Relevance relevance = Relevance::anyone;
  std::vector<std::string> sources;
};

/// When the plan is looked at again.
struct Review {
  std::vector<Sourced> rules;       ///< in the words of each stage
  std::optional<double> weeks;      ///< the soonest; empty: as the surgeon says
  std::optional<std::string> date;  ///< YYYY-MM-DD; empty where weeks or today are not known
};

enum class SeeReason { raised, unsure, looked_into, not_answered, review };

/// Why to see someone.
struct SeeSomeone {
  SeeReason reason = SeeReason::review;
  std::string flag;  ///< id of the warning sign; empty: the rule of the stage
  screening::Urgency urgency = screening::Urgency::routine;
  std::string text;    ///< question of the sign, or the rule in its words
  std::string action;  ///< what to do where it is so
  std::vector<std::string> sources;
};

/// A sign on which cold ends at once.
struct PlannedStopSign {
  std::string sign;
  std::string meaning;
  std::string action;
  std::vector<std::string> sources;
};

/// When the plan as a whole is judged.
struct WholePlanTrial {
  double weeks = 0.0;
  std::optional<std::string> until;  ///< YYYY-MM-DD; empty: today is not known
  double function_share = 0.0;       ///< by which weekly function is to be better
  double function_week = 0.0;        ///< at this week
  std::vector<std::string> sources;
};

struct CarePlan {
  /// A warning sign comes first: nothing but where to go, the signs to stop on and what is closed.
  bool is_halted = false;
  std::string stage;                ///< id; empty: not known
  bool is_older = false;            ///< the additions for 65 and older hold
  std::vector<Sourced> definition;  ///< of each stage, with its name
  std::vector<std::string> open;    ///< what the stage hangs on and was not said
  std::vector<std::string> doubts;  ///< where the case speaks against itself
  std::vector<CoreTreatment> core;
  std::vector<Agreed> agreed;
  std::vector<Sourced> cold_roles;
  std::vector<FamilyPlan> families;  ///< as they were screened
  std::vector<PlannedCombination> combining;
  std::vector<Sourced> after_surgery;  ///< trials of cold, where it is the stage
  Review review;
  std::optional<NeededFall> needed_fall;  ///< of the pain that the case gives
  ResponderRule responder;
  std::vector<Trial> trials;
  std::optional<WholePlanTrial> whole;
  std::vector<DecisionPoint> stop_rules;
  std::vector<std::string> stop_rule_sources;
  std::vector<PlannedStopSign> stop_signs;
  std::vector<SeeSomeone> see_someone;  ///< most urgent first
  std::vector<Provider> providers;
  std::vector<std::string> provider_sources;
  std::vector<std::string> honesty;
};

/// The stage of a pain; empty where neither its kind nor its weeks are known. After surgery comes
/// first, then a disc herniation or a pain that runs down a leg, then the kind, then the weeks:
/// under 4 acute, over 12 chronic (ACP 2017).
[[nodiscard]] std::string stage_of(const person::Pain& pain);

/// The plan. Where the stage is not known the families are the strictest of acute, subacute and
/// chronic, and the treatments those that guidelines agree on for all. `screened` has to be of the
/// same case; its day is the day of the plan.
[[nodiscard]] CarePlan plan_care(const person::Case& given, const screening::Screening& screened);

}  // namespace coldplan::planning
