#include "coldplan/planning/form_order.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/evidence/library.h"
#include "coldplan/evidence/records.h"
#include "coldplan/screening/tables.h"

namespace coldplan::planning {
namespace {

using Order = std::vector<std::string>;

Order default_order() {
  Order order;
  for (const OrderEntry& entry : care_data().order) {
    order.push_back(entry.form);
  }
  return order;
}

const FamilyPlan* family_of(const CarePlan& plan, std::string_view family) {
  const auto found =
      std::find_if(plan.families.begin(), plan.families.end(),
                   [family](const FamilyPlan& each) { return each.family == family; });
  return found == plan.families.end() ? nullptr : &*found;
}

bool names_heat(const CarePlan& plan) {
  if (plan.stage.empty()) {
    return false;
  }
  const auto& core = stage_named(plan.stage).core;
  return std::any_of(core.begin(), core.end(), [](const CoreTreatment& each) {
    return std::find(each.kinds.begin(), each.kinds.end(), heat) != each.kinds.end();
  });
}

bool machine_goes_before_menthol(const person::Case& given, const CarePlan& plan) {
  const auto prescribed = given.history.answers.find("prescription");
  if (plan.stage.empty() || prescribed == given.history.answers.end() ||
      prescribed->second != "yes") {
    return false;
  }
  const StageData& stage = stage_named(plan.stage);
  return stance_of(stage, "cold_machine") == Stance::allowed &&
         stance_of(stage, "menthol_gel") == Stance::not_named;
}

/// Takes a form out of an order and puts it before another; at the end where there is none.
void move_before(Order& order, std::string_view form, std::string_view other) {
  const auto from = std::find(order.begin(), order.end(), form);
  if (from == order.end()) {
    return;
  }
  std::string moved = *from;
  order.erase(from);
  order.insert(std::find(order.begin(), order.end(), other), std::move(moved));
}

Sourced words_of_data(std::string_view form) {
  for (const OrderEntry& entry : care_data().order) {
    if (entry.form == form) {
      return {"default order: " + entry.words, care_data().order_rule.sources};
    }
  }
  throw std::out_of_range("the order of options does not name " + std::string{form});
}

/// What a Cochrane review pooled of heat; the signs are those of its companion text, negative where
/// heat did better.
std::vector<Sourced> reviewed_heat() {
  const std::vector<evidence::Review> reviews = evidence::read_reviews();
  const evidence::Review& review = evidence::review_named(reviews, "french2006");
  std::vector<Sourced> lines;
  for (const evidence::ReviewResult& result : review.results) {
    std::string text =
        fmt::format("{}: {}: {} {:g}", review.name, result.what, result.measure, result.estimate);
    if (result.interval) {
      text += fmt::format(" (95 % interval {:g} to {:g})", result.interval->front(),
                          result.interval->back());
    }
    lines.push_back({text, {"FRENCH06"}});
  }
  return lines;
}

std::vector<Sourced> heat_cautions() {
  std::vector<Sourced> cautions;
  for (const CoreTreatment& each : stage_named("older").core) {
    if (each.text.find("heat pads") != std::string::npos) {
      cautions.push_back({each.text, each.sources});
    }
  }
  for (const Combination& each : care_data().combining) {
    if (each.with == heat) {
      cautions.push_back({each.advice, each.sources});
    }
  }
  if (const screening::Rule* rule = screening::rule_of("menthol-heat"); rule != nullptr) {
    cautions.push_back({fmt::format("{}: {}", rule->condition, rule->reason),
                        {rule->sources.begin(), rule->sources.end()}});
  }
  return cautions;
}

RankedForm heat_row(const CarePlan& plan) {
  RankedForm row;
  row.form = heat;
  row.name = "Heat (not modelled here)";
  row.is_first_choice = names_heat(plan) && !plan.is_halted;
  row.why.push_back(words_of_data(heat));
  if (plan.stage.empty()) {
    row.why.push_back(
        {"how long the pain has lasted is not known: guidelines name heat for acute "
         "and subacute pain",
         stage_named("acute").sources});
  } else if (!names_heat(plan)) {
    const StageData& stage = stage_named(plan.stage);
    row.why.push_back({"the plan of this stage names no heat: " + stage.name, stage.sources});
  }
  row.evidence = care_data().heat;
  const std::vector<Sourced> reviewed = reviewed_heat();
  row.evidence.insert(row.evidence.end(), reviewed.begin(), reviewed.end());
  row.cautions = heat_cautions();
  return row;
}

RankedForm family_row(const CarePlan& plan, std::string_view family) {
  RankedForm row;
  row.form = family;
  row.name = screening::family_name(family);
  row.is_modelled = true;
  row.why = {words_of_data(family), care_data().order_rule};
  if (const FamilyPlan* planned = family_of(plan, family); planned != nullptr) {
    row.standing = planned->standing;
  }
  return row;
}

}  // namespace

std::vector<RankedForm> rank_forms(const person::Case& given, const CarePlan& plan,
                                   std::span<const std::string_view> families) {
  std::vector<RankedForm> rows{heat_row(plan)};
  for (const std::string_view family : families) {
    rows.push_back(family_row(plan, family));
  }
  Order order = default_order();
  const bool is_moved = machine_goes_before_menthol(given, plan);
  if (is_moved) {
    move_before(order, "cold_machine", "menthol_gel");
  }
  if (plan.stage == "post_surgical" && !names_heat(plan)) {
    move_before(order, heat, "");
  }
  std::stable_sort(rows.begin(), rows.end(), [&order](const RankedForm& a, const RankedForm& b) {
    return std::find(order.begin(), order.end(), a.form) <
           std::find(order.begin(), order.end(), b.form);
  });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].place = static_cast<int>(i) + 1;
    if (is_moved && rows[i].form == "cold_machine") {
      const StageData& stage = stage_named(plan.stage);
      rows[i].why.push_back(
          {"before menthol: prescribed, and the plan of this stage allows it and "
           "does not speak of menthol",
           stage.sources});
    }
  }
  return rows;
}

}  // namespace coldplan::planning
