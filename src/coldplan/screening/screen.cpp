#include "coldplan/screening/screen.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "coldplan/screening/words.h"

namespace coldplan::screening {
namespace {

AgreementUse use_of(const person::Agreement& agreement, const Subject& subject,
                    std::string_view today) {
  const Rule* rule = rule_of(agreement.rule);
  const Truth truth = rule == nullptr ? Truth::no : truth_of(*rule, subject);
  if (truth == Truth::no || truth == Truth::open || rule->level < Level::ask_first) {
    return AgreementUse::does_not_matter;
  }
  if (rule->level == Level::not_for_you) {
    return AgreementUse::cannot_lift;
  }
  if (agreement.until && (today.empty() || *agreement.until < today)) {
    return AgreementUse::is_over;
  }
  return !today.empty() && agreement.date > today ? AgreementUse::is_ahead : AgreementUse::acts;
}

std::vector<UsedAgreement> used_agreements(const Subject& subject, std::string_view today) {
  std::vector<UsedAgreement> used;
  for (const person::Agreement& agreement : subject.given.history.agreements) {
    used.push_back({agreement, use_of(agreement, subject, today)});
  }
  return used;
}

/// A rule that does not speak of somebody gives no reason.
std::optional<Reason> reason_of(const Rule& rule, const Subject& subject,
                                std::span<const UsedAgreement> agreements) {
  const Truth truth = truth_of(rule, subject);
  if (truth == Truth::no) {
    return std::nullopt;
  }
  Reason reason{&rule, truth, rule.level, std::nullopt};
  if (truth == Truth::open) {
    reason.level = Level::ask_first;
  } else if (truth == Truth::not_known) {
    reason.level = std::min(rule.level, Level::ask_first);
  }
  // Whoever agreed to a pressure that is not known agreed to each rule that it leaves not known.
  const auto lifting =
      std::find_if(agreements.begin(), agreements.end(), [&](const UsedAgreement& each) {
        const bool covers = each.agreement.rule == rule.id ||
                            (truth == Truth::not_known && each.agreement.rule == "bp-unknown");
        return each.use == AgreementUse::acts && covers;
      });
  if (lifting != agreements.end() && reason.level == Level::ask_first && truth != Truth::open) {
    reason.level = Level::caution;
    reason.agreement = lifting->agreement;
  }
  return reason;
}

void sort_reasons(std::vector<Reason>& reasons) {
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& one, const Reason& other) {
    const bool one_is_open = one.truth == Truth::open;
    const bool other_is_open = other.truth == Truth::open;
    return std::pair{other.level, one_is_open} < std::pair{one.level, other_is_open};
  });
}

/// The level that the answered rules give alone.
Level settled_level(std::span<const Reason> reasons) {
  Level settled = Level::allowed;
  for (const Reason& reason : reasons) {
    settled = reason.truth == Truth::open ? settled : std::max(settled, reason.level);
  }
  return settled;
}

void add_once(std::vector<const Question*>& questions, std::string_view id,
              const Subject& subject) {
  const Question* question = question_of(id);
  if (question != nullptr && !is_answered(*question, subject) &&
      std::find(questions.begin(), questions.end(), question) == questions.end()) {
    questions.push_back(question);
  }
}

/// Whether a reason that was met stands at the settled level.
bool decides(const Reason& reason, Level settled) {
  return reason.truth != Truth::open && reason.level == settled;
}

/// Whether answers that spare somebody could undo all that decides.
bool can_be_spared(std::span<const Reason> reasons, Level settled) {
  return settled > Level::allowed &&
         std::all_of(reasons.begin(), reasons.end(), [settled](const Reason& reason) {
           return !decides(reason, settled) || reason.rule->unless.has_value();
         });
}

/// Questions whose answer may make the form milder or stricter than it is settled.
std::vector<const Question*> open_questions(std::span<const Reason> reasons,
                                            const Subject& subject) {
  const Level settled = settled_level(reasons);
  std::vector<const Question*> open;
  for (const Reason& reason : reasons) {
    const bool may_change = settled < Level::ask_first || reason.rule->level > settled;
    if (reason.truth == Truth::open && !reason.agreement && may_change) {
      add_once(open, reason.rule->when.question, subject);
      if (reason.rule->besides) {
        add_once(open, reason.rule->besides->question, subject);
      }
    }
  }
  if (can_be_spared(reasons, settled)) {
    for (const Reason& reason : reasons) {
      if (decides(reason, settled)) {
        add_once(open, reason.rule->unless->question, subject);
      }
    }
  }
  return open;
}

FormScreening form_of(const Variant& variant, const Subject& subject,
                      std::span<const UsedAgreement> agreements) {
  FormScreening form;
  form.variant = &variant;
  for (const Rule& rule : rules()) {
    if (!acts_on(rule, variant)) {
      continue;
    }
    if (auto reason = reason_of(rule, subject, agreements)) {
      form.level = std::max(form.level, reason->level);
      form.reasons.push_back(std::move(*reason));
    }
  }
  sort_reasons(form.reasons);
  form.open = open_questions(form.reasons, subject);
  return form;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> families_in_words{
    {{"wbc_chamber", "Whole-body chamber"},
     {"cryosauna", "Cryosauna"},
     {"local_nozzle", "Local devices of a clinic"},
     {"ice_bath", "Ice bath"},
     {"cold_machine", "Cold-water machines"},
     {"ice_pack", "Packs, compress, ice massage"},
     {"menthol_gel", "Gels and sprays"}}};

}  // namespace

std::string_view family_name(std::string_view family) {
  const auto* const found =
      std::find_if(families_in_words.begin(), families_in_words.end(),
                   [family](const auto& each) { return each.first == family; });
  return found == families_in_words.end() ? family : found->second;
}

std::vector<std::string_view> wished_families(const person::Wishes& wishes) {
  std::vector<std::string_view> wished;
  for (const auto& [family, name] : families_in_words) {
    const bool is_wished =
        wishes.forms.empty() ||
        std::find(wishes.forms.begin(), wishes.forms.end(), family) != wishes.forms.end();
    if (is_wished && (!wishes.home_only.value_or(false) || has(home_families(), family))) {
      wished.push_back(family);
    }
  }
  return wished;
}

Screening screen(const person::Case& given, std::string_view today) {
  const Subject subject = subject_of(given, today);
  Screening result{
      subject.warnings, {}, subject.medicines, used_agreements(subject, today), std::string{today}};
  for (const std::string_view family : wished_families(given.wishes)) {
    FamilyScreening screened{family, Level::not_for_you, {}};
    for (const Variant& variant : variants()) {
      if (variant.family == family) {
        screened.forms.push_back(form_of(variant, subject, result.agreements));
        screened.level = std::min(screened.level, screened.forms.back().level);
      }
    }
    result.families.push_back(std::move(screened));
  }
  return result;
}

FormScreening screen_form(const person::Case& given, std::string_view today,
                          std::string_view variant) {
  const Subject subject = subject_of(given, today);
  for (const Variant& each : variants()) {
    if (each.id == variant) {
      return form_of(each, subject, used_agreements(subject, today));
    }
  }
  throw std::out_of_range("no variant of this id is screened");
}

}  // namespace coldplan::screening
