#include "coldplan/report/screening_json.h"

#include "coldplan/facts/facts.h"
#include "coldplan/planning/version.h"
#include "coldplan/report/screening_parts.h"
#include "coldplan/screening/precautions.h"

namespace coldplan::report {
namespace {

using nlohmann::ordered_json;
using screening::FormScreening;
using screening::Truth;

template <typename T>
ordered_json or_null(const std::optional<T>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json flag_json(const screening::RaisedFlag& raised) {
  return {{"id", raised.flag->id},
          {"urgency", screening::to_string(raised.urgency)},
          {"answer", raised.is_unsure ? "unsure" : "yes"},
          {"signs", raised.signs},
          {"reviewed", or_null(raised.reviewed)},
          {"action", raised.flag->action},
          {"why", raised.flag->why},
          {"sources", raised.flag->sources}};
}

std::string_view truth_word(Truth truth) {
  return truth == Truth::open ? "not_answered" : truth == Truth::not_known ? "not_known" : "met";
}

ordered_json agreement_json(const person::Agreement& agreement) {
  return {{"rule", agreement.rule},
          {"who", agreement.who},
          {"date", agreement.date},
          {"until", or_null(agreement.until)}};
}

ordered_json reason_json(const screening::Reason& reason) {
  const screening::Rule& rule = *reason.rule;
  return {
      {"rule", rule.id},
      {"level", screening::to_string(reason.level)},
      {"rule_level", screening::to_string(rule.level)},
      {"is", truth_word(reason.truth)},
      {"condition", rule.condition},
      {"reason", rule.reason},
      {"what_would_change_it", change_words(reason)},
      {"grade", rule.grade},
      {"sources", rule.sources},
      {"conflict", rule.conflict},
      {"resolvable", rule.is_resolvable},
      {"ours", rule.is_ours},
      {"agreement", reason.agreement ? agreement_json(*reason.agreement) : ordered_json(nullptr)}};
}

ordered_json form_json(const FormScreening& form) {
  ordered_json json{
      {"level", screening::to_string(form.level)}, {"name", form.variant->name},
      {"reasons", ordered_json::array()},          {"open_questions", ordered_json::array()},
      {"safeguards", ordered_json::array()},       {"precautions", ordered_json::array()}};
  for (const screening::Reason& reason : form.reasons) {
    json["reasons"].push_back(reason_json(reason));
  }
  for (const screening::Question* question : form.open) {
    json["open_questions"].push_back(question->id);
  }
  for (const screening::Reason& reason : screening::safeguards_of(form)) {
    json["safeguards"].push_back(reason.rule->id);
  }
  for (const screening::Precaution* each : screening::precautions_of(*form.variant)) {
    json["precautions"].push_back(each->id);
  }
  return json;
}

ordered_json families_json(const screening::Screening& screening) {
  ordered_json forms = ordered_json::object();
  for (const screening::FamilyScreening& family : screening.families) {
    ordered_json variants = ordered_json::object();
    for (const FormScreening& form : family.forms) {
      variants[std::string{form.variant->id}] = form_json(form);
    }
    forms[std::string{family.family}] = {{"level", screening::to_string(family.level)},
                                         {"variants", variants}};
  }
  return forms;
}

ordered_json medicine_json(const screening::TakenMedicine& taken) {
  const bool known = taken.known != nullptr;
  return {{"typed", taken.typed},
          {"known", known},
          {"question", known ? taken.known->question : ""},
          {"class", known ? taken.known->of_class : ""}};
}

ordered_json approval_json(const std::optional<screening::Approval>& approval) {
  if (!approval) {
    return nullptr;
  }
  return {{"approved_by", approval->approved_by},
          {"profession", approval->profession},
          {"licence", approval->licence},
          {"date", approval->date}};
}

}  // namespace

ordered_json screening_json(const screening::Screening& screening,
                            const std::optional<screening::Approval>& approval) {
  ordered_json json{{"version", planning::version()},
                    {"data", facts::data_hash()},
                    {"rules", screening::rules_hash()},
                    {"rules_approval", screening::approval_line(approval)},
                    {"approval", approval_json(approval)},
                    {"today", screening.today},
                    {"urgency", screening::to_string(screening.warnings.urgency)},
                    {"red_flags", ordered_json::array()},
                    {"unanswered_red_flags", ordered_json::array()},
                    {"forms", families_json(screening)},
                    {"agreements", ordered_json::array()},
                    {"medicines", ordered_json::array()}};
  for (const screening::RaisedFlag& raised : screening.warnings.raised) {
    json["red_flags"].push_back(flag_json(raised));
  }
  for (const screening::Flag* flag : screening.warnings.open) {
    json["unanswered_red_flags"].push_back(flag->id);
  }
  for (const screening::UsedAgreement& used : screening.agreements) {
    ordered_json agreement = agreement_json(used.agreement);
    agreement["use"] = use_words(used.use);
    json["agreements"].push_back(agreement);
  }
  for (const screening::TakenMedicine& taken : screening.medicines) {
    json["medicines"].push_back(medicine_json(taken));
  }
  return json;
}

ordered_json questions_json(const std::optional<screening::NextScreen>& next) {
  if (!next) {
    return nullptr;
  }
  ordered_json json{{"screen", next->screen->id},
                    {"title", next->screen->title},
                    {"red_flags", ordered_json::array()},
                    {"questions", ordered_json::array()}};
  for (const screening::Flag* flag : next->flags) {
    json["red_flags"].push_back(
        {{"id", flag->id}, {"text", flag->question}, {"signs", flag->signs}});
  }
  for (const screening::Question* question : next->questions) {
    json["questions"].push_back({{"id", question->id},
                                 {"text", question->text},
                                 {"options", question->options},
                                 {"number", question->is_number},
                                 {"units", question->units},
                                 {"tick", screening::is_ticked(*question)}});
  }
  return json;
}

}  // namespace coldplan::report
