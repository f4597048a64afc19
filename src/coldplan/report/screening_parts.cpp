#include "coldplan/report/screening_parts.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "coldplan/report/text.h"
#include "coldplan/screening/precautions.h"

namespace coldplan::report {

using screening::AgreementUse;
using screening::Level;
using screening::Phase;

const screening::FormScreening& mildest_form(const screening::FamilyScreening& family) {
  return *std::find_if(family.forms.begin(), family.forms.end(),
                       [&family](const auto& form) { return form.level == family.level; });
}

std::string change_words(const screening::Reason& reason) {
  if (reason.rule->level == Level::ask_first) {
    return fmt::format("a clinician's yes, recorded under person.agreements as rule {}.",
                       reason.rule->id);
  }
  return reason.rule->is_resolvable ? "mending that." : "nothing but another answer.";
}

std::string condition_words(const screening::Reason& reason) {
  return reason.truth == screening::Truth::not_known
             ? fmt::format("Not known, so it is minded: {}", reason.rule->condition)
             : std::string{reason.rule->condition};
}

std::string_view use_words(AgreementUse use) {
  switch (use) {
    case AgreementUse::acts:
      return "it acts";
    case AgreementUse::is_over:
      return "it is over and does not act";
    case AgreementUse::is_ahead:
      return "it is dated ahead and does not act yet";
    case AgreementUse::cannot_lift:
      return "this rule takes the form away, which no agreement undoes";
    case AgreementUse::does_not_matter:
      return "this rule holds nothing back here";
  }
  return "";
}

std::string until_words(const person::Agreement& agreement) {
  return agreement.until ? " until " + *agreement.until : "";
}

std::string precautions_text(const screening::Variant& variant) {
  const auto minded = screening::precautions_of(variant);
  std::string text;
  for (const auto& [phase, name] :
       std::array{std::pair{Phase::before, "Before"}, std::pair{Phase::during, "During"},
                  std::pair{Phase::after, "After"}}) {
    text += fmt::format("    {}:\n", name);
    for (const screening::Precaution* each : minded) {
      if (each->phase == phase) {
        text += wrap(fmt::format("- {} [{}]", each->text, each->grade), "    ");
      }
    }
  }
  return text;
}

std::string stop_signs_text() {
  std::string text = "Stop at once for:\n";
  for (const screening::StopSign& each : screening::stop_signs()) {
    text += wrap(fmt::format("- {} ({}): {}", each.sign, each.meaning, each.action), "  ");
  }
  return text;
}

std::string sources_text(const screening::Screening& screening) {
  std::set<std::string_view> keys;
  for (const screening::RaisedFlag& raised : screening.warnings.raised) {
    keys.insert(raised.flag->sources.begin(), raised.flag->sources.end());
  }
  for (const screening::FamilyScreening& family : screening.families) {
    for (const screening::FormScreening& form : family.forms) {
      for (const screening::Reason& reason : form.reasons) {
        keys.insert(reason.rule->sources.begin(), reason.rule->sources.end());
      }
    }
  }
  std::string text = "Sources:\n";
  for (const std::string_view key : keys) {
    if (const screening::Source* source = screening::source_of(key)) {
      text += wrap(fmt::format("{}: {} (read: {}; {})", key, source->citation,
                               source->how_much_read, source->where_read),
                   "  ");
    }
  }
  return text;
}

}  // namespace coldplan::report
