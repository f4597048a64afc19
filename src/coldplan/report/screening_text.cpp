#include "coldplan/report/screening_text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/report/screening_parts.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using screening::FamilyScreening;
using screening::FormScreening;
using screening::Level;
using screening::Reason;
using screening::Truth;
using screening::Urgency;

constexpr std::string_view item_indent = "    ";

std::string urgency_heading(const screening::RaisedFlag& raised) {
  if (raised.reviewed) {
    return fmt::format("Looked into on {}", *raised.reviewed);
  }
  switch (raised.urgency) {
    case Urgency::emergency:
      return "EMERGENCY";
    case Urgency::same_day:
      return "TO BE SEEN TODAY";
    case Urgency::within_days:
      return "See a clinician within days";
    case Urgency::routine:
      return "For a routine appointment";
    case Urgency::none:
      break;
  }
  return "To be mentioned at your next visit";
}

std::string raised_text(const screening::RaisedFlag& raised) {
  std::string text = fmt::format("{} ({}): ", urgency_heading(raised), raised.flag->group);
  if (raised.reviewed) {
    return wrap(
        text +
        "it holds nothing back. If it is new or worse since, answer it again without that day.");
  }
  text += raised.urgency == raised.flag->urgency
              ? std::string{raised.flag->action}
              : fmt::format("By the signs named: {}.", raised.flag->combine);
  if (raised.is_unsure) {
    text += raised.urgency >= Urgency::same_day ? " You were unsure, which counts as yes here."
                                                : " You were unsure: ask at your next visit.";
  }
  return wrap(fmt::format("{} {}", text, raised.flag->why));
}

/// The reasons that decide a form, once each whatever else they hold back.
std::string reason_text(const Reason& reason) {
  const screening::Rule& rule = *reason.rule;
  std::string text = fmt::format("- {}. {} {}", condition_words(reason), rule.reason, rule.action);
  if (!rule.conflict.empty()) {
    text += fmt::format(" Sources disagree: {}", rule.conflict);
  }
  text += fmt::format(" What would change it: {} [{}{}; {}; {}]", change_words(reason), rule.id,
                      rule.is_ours ? ", ours" : "", rule.grade, fmt::join(rule.sources, ", "));
  return wrap(text, item_indent);
}

/// A few questions in their own words; of more their number.
std::string open_text(const FormScreening& form) {
  constexpr std::size_t few = 3;
  if (form.open.empty()) {
    return "";
  }
  if (form.open.size() > few) {
    return wrap(
        fmt::format("- {} questions are not answered and could change it: --ask goes through them.",
                    form.open.size()),
        item_indent);
  }
  std::string text;
  for (const screening::Question* question : form.open) {
    text += wrap(
        fmt::format("- Not answered, and could change it: {} [{}]", question->text, question->id),
        item_indent);
  }
  return text;
}

std::string lifted_text(const FormScreening& form) {
  std::string text;
  for (const Reason& reason : form.reasons) {
    if (reason.agreement) {
      text +=
          wrap(fmt::format("- {} agreed on {}{}: {} holds it back no more. Mind: {}",
                           reason.agreement->who, reason.agreement->date,
                           until_words(*reason.agreement), reason.rule->id, reason.rule->action),
               item_indent);
    }
  }
  return text;
}

std::string deciding_text(const FormScreening& form) {
  std::string text;
  for (const Reason& reason : form.reasons) {
    if (reason.level == form.level && form.level >= Level::ask_first &&
        reason.truth != Truth::open) {
      text += reason_text(reason);
    }
  }
  return text + lifted_text(form) + (form.level == Level::not_for_you ? "" : open_text(form));
}

std::string safeguards_text(const FormScreening& form) {
  std::string text;
  for (const Reason& reason : form.reasons) {
    if (reason.level == Level::caution && !reason.agreement) {
      text += wrap(fmt::format("- {}: {} [{}; {}]", condition_words(reason), reason.rule->action,
                               reason.rule->id, reason.rule->grade),
                   item_indent);
    }
  }
  return text.empty() ? "" : "    With these safeguards:\n" + text;
}

/// What is told of one variant.
std::string form_text(const FormScreening& form, bool details) {
  std::string text = deciding_text(form);
  if (form.level < Level::ask_first || details) {
    text += safeguards_text(form);
  }
  return details && form.level != Level::not_for_you ? text + precautions_text(*form.variant)
                                                     : text;
}

/// Variants of which the same is told.
struct Alike {
  Level level;
  std::string text;
  std::vector<std::string_view> names;
};

std::vector<Alike> alike_forms(const FamilyScreening& family, bool details) {
  std::vector<Alike> groups;
  for (const FormScreening& form : family.forms) {
    std::string text = form_text(form, details);
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const Alike& group) {
      return level_words(group.level) == level_words(form.level) && group.text == text;
    });
    if (found == groups.end()) {
      groups.push_back({form.level, std::move(text), {form.variant->name}});
    } else {
      found->names.push_back(form.variant->name);
    }
  }
  return groups;
}

std::string family_text(const FamilyScreening& family, bool details) {
  std::string text = wrap(verdict_line(family));
  const std::vector<Alike> groups = alike_forms(family, details);
  for (const Alike& group : groups) {
    if (groups.size() > 1) {
      text += wrap(fmt::format("{}: {}.", fmt::join(group.names, "; "), level_words(group.level)),
                   "  ");
    }
    text += group.text;
  }
  return text;
}

std::string agreements_text(const screening::Screening& screening) {
  std::string text;
  for (const screening::UsedAgreement& used : screening.agreements) {
    const auto& [rule, who, date, until] = used.agreement;
    text += wrap(fmt::format("Agreement of {} on {}, {}{}: {}.", who, rule, date,
                             until_words(used.agreement), use_words(used.use)));
  }
  return text;
}

std::string medicines_text(const screening::Screening& screening) {
  std::string text;
  for (const screening::TakenMedicine& taken : screening.medicines) {
    if (taken.known == nullptr) {
      text += wrap(fmt::format(
          "Not known here: \"{}\". Ask a pharmacist whether it thins the blood, narrows "
          "vessels, slows the heart or makes sleepy.",
          taken.typed));
    } else if (!taken.known->question.empty()) {
      text += wrap(fmt::format("\"{}\" was taken for a {}: question {} counts as yes.", taken.typed,
                               taken.known->of_class, taken.known->question));
    }
  }
  return text;
}

}  // namespace

std::string_view level_words(Level level) {
  switch (level) {
    case Level::allowed:
    case Level::caution:
      return "nothing that you reported speaks against it";
    case Level::ask_first:
      return "ask first";
    case Level::not_for_you:
      return "not for you";
  }
  return "";
}

std::string verdict_line(const FamilyScreening& family) {
  return fmt::format("{}: {}.", screening::family_name(family.family), level_words(family.level));
}

std::string warnings_text(const screening::Screening& screening) {
  std::string text;
  for (const screening::RaisedFlag& raised : screening.warnings.raised) {
    text += raised_text(raised);
  }
  const std::size_t open = screening.warnings.open.size();
  if (open > 0 && screening.warnings.urgency < Urgency::same_day) {
    text += wrap(fmt::format("Not answered: {} of {} warning signs. Every form waits for them.",
                             open, screening::flags().size()));
  } else if (open == 0 && screening.warnings.raised.empty()) {
    text += wrap("No warning sign was reported. That does not mean that there is none.");
  }
  return text;
}

std::string screening_text(const screening::Screening& screening,
                           const std::optional<screening::Approval>& approval, bool details) {
  std::string text = warnings_text(screening) + '\n';
  if (screening.warnings.urgency >= Urgency::same_day) {
    return text + wrap("No form of cold is shown until somebody has looked into it.") + '\n' +
           screening_closing(approval);
  }
  for (const FamilyScreening& family : screening.families) {
    text += family_text(family, details);
  }
  if (screening.families.empty()) {
    text += wrap("None of the forms that are wished for can be used at home.");
  }
  const std::string notes = agreements_text(screening) + medicines_text(screening);
  text += notes.empty() ? "" : '\n' + notes;
  if (!details) {
    text += '\n' +
            wrap(
                "What to mind before, during and after each form, and the signs on which to stop: "
                "--details.");
  } else {
    text += '\n' + stop_signs_text() + '\n' + sources_text(screening);
  }
  return text + '\n' + screening_closing(approval);
}

std::string screened_text(const screening::Screening& screening,
                          const std::optional<screening::Approval>& approval) {
  std::string text = warnings_text(screening);
  for (const auto& [level, words] :
       {std::pair{Level::ask_first, "Ask first, since a rule or an open question asks for it: {}."},
        std::pair{Level::not_for_you, "Not for you: {}."}}) {
    std::vector<std::string_view> names;
    for (const FamilyScreening& family : screening.families) {
      if (family.level == level) {
        names.push_back(screening::family_name(family.family));
      }
    }
    text += names.empty() ? "" : wrap(fmt::format(fmt::runtime(words), fmt::join(names, "; ")));
  }
  return text +
         wrap("Why, and what would change it: coldplan screen with this case. " +
              screening::approval_line(approval) +
              " Nothing here says that cold is safe for you, or that it relieves pain. Not a "
              "medical device.");
}

std::string screening_closing(const std::optional<screening::Approval>& approval) {
  return wrap(screening::approval_line(approval) +
              " Nearly all of them are expert opinion, makers' manuals or case reports. Nothing "
              "here is a diagnosis "
              "or says that a form is safe. Not a medical device.");
}

}  // namespace coldplan::report
