#include "coldplan/planning/goal.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "coldplan/person/file_values.h"
#include "coldplan/planning/planning_texts.h"

namespace coldplan::planning {
namespace {

using nlohmann::json;
using person::PainCause;
using person::PainKind;
using person::TargetTissue;
using person::Word;

constexpr std::array<Word<TargetTissue>, 4> targets{{{"skin", TargetTissue::skin},
                                                     {"muscle", TargetTissue::muscle},
                                                     {"facet_joint", TargetTissue::facet_joint},
                                                     {"disc", TargetTissue::disc}}};
constexpr std::array<Word<PainKind>, 5> kinds{{{"acute", PainKind::acute},
                                               {"subacute", PainKind::subacute},
                                               {"chronic", PainKind::chronic},
                                               {"post_surgical", PainKind::post_surgical},
                                               {"disc_herniation", PainKind::disc_herniation}}};
constexpr std::array<Word<PainCause>, 4> causes{{{"strain", PainCause::strain},
                                                 {"sprain", PainCause::sprain},
                                                 {"other_injury", PainCause::other_injury},
                                                 {"unknown", PainCause::unknown}}};

GoalBasis basis_of(const json& entry) {
  const auto read_as = entry.at("read_as").get<std::string>();
  return {entry.at("why").get<std::string>(), entry.at("source").get<std::string>(), read_as,
          read_as == "our choice", false};
}

GoalBasis wished() {
  return {.why = {}, .source = {}, .read_as = {}, .is_ours = false, .is_wished = true};
}

/// Whether an entry holds for the pain: what it does not name may be anything.
bool fits(const json& entry, const person::Pain& pain) {
  const bool kind_fits = !entry.contains("kind") || pain.kind == meaning(entry.at("kind"), kinds);
  const bool cause_fits =
      !entry.contains("cause") || pain.cause == meaning(entry.at("cause"), causes);
  return kind_fits && cause_fits;
}

/// The first that fits; the last of the file fits any pain.
const json& target_entry(const json& data, const person::Pain& pain) {
  const json& entries = data.at("targets");
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&pain](const json& entry) { return fits(entry, pain); });
  if (found == entries.end()) {
    throw std::logic_error("goals.json has no target for some kind of pain");
  }
  return *found;
}

const json& degrees_entry(const json& data, TargetTissue target) {
  const json& entries = data.at("degrees");
  const auto found = std::find_if(entries.begin(), entries.end(), [target](const json& entry) {
    return meaning(entry.at("target"), targets) == target;
  });
  if (found == entries.end()) {
    throw std::logic_error("goals.json has no degrees for some target");
  }
  return *found;
}

}  // namespace

Goal goal_of(const person::Case& given) {
  static const json data = json::parse(goals_text());
  const person::WishedGoal& wish = given.wishes.goal;
  const json& target = target_entry(data, given.pain);
  Goal goal;
  goal.target = wish.target.value_or(meaning(target.at("target"), targets));
  goal.target_basis = wish.target ? wished() : basis_of(target);
  const json& degrees = degrees_entry(data, goal.target);
  goal.degrees = wish.degrees.value_or(degrees.at("value").get<double>());
  goal.degrees_basis = wish.degrees ? wished() : basis_of(degrees);
  const json& dull = data.at("dull_minutes");
  goal.dull_minutes = wish.dull_minutes.value_or(dull.at("value").get<double>());
  goal.dull_basis = wish.dull_minutes ? wished() : basis_of(dull);
  return goal;
}

std::string_view words(TargetTissue target) {
  switch (target) {
    case TargetTissue::skin:
      return "skin";
    case TargetTissue::muscle:
      return "muscle";
    case TargetTissue::facet_joint:
      return "facet joint";
    case TargetTissue::disc:
      return "disc";
  }
  throw std::logic_error("no words for a target tissue");
}

}  // namespace coldplan::planning
