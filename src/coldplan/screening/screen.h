#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/person/case_file.h"
#include "coldplan/screening/evaluator.h"
#include "coldplan/screening/tables.h"

/// Who must not use which form of cold, who must ask first, and why: `coldplan screen` as one
/// value.
///
///     const Screening found = screen(subject, "2026-11-27");
///     for (const FamilyScreening& family : found.families) { … to_string(family.level) … }
///
/// Red flags come first, then rules; the strongest level of a form wins. A question of safety that
/// was not answered counts as ask_first, never as safe. Nothing here says that a form is safe: what
/// is allowed is what nothing reported speaks against.
namespace coldplan::screening {

/// What became of an agreement.
enum class AgreementUse {
  acts,             ///< it lifts the rule's ask_first
  is_over,          ///< its last day has passed
  is_ahead,         ///< it is dated after today
  cannot_lift,      ///< its rule takes the form away, which nobody's agreement undoes
  does_not_matter,  ///< its rule asks nobody first, or does not fire
};

/// An agreement of the case and what became of it.
struct UsedAgreement {
  person::Agreement agreement;
  AgreementUse use = AgreementUse::does_not_matter;
};

/// One rule that says something of a form.
struct Reason {
  const Rule* rule = nullptr;
  Truth truth = Truth::yes;                    ///< yes, open or not known
  Level level = Level::allowed;                ///< what it comes to: an open question asks first
  std::optional<person::Agreement> agreement;  ///< that lifted it to a caution
};

/// What comes out for one variant of a form.
struct FormScreening {
  const Variant* variant = nullptr;
  Level level = Level::allowed;       ///< the strongest of its reasons
  std::vector<Reason> reasons;        ///< strongest first, answered before open
  std::vector<const Question*> open;  ///< questions that could still change the level
};

/// A family of forms.
struct FamilyScreening {
  std::string_view family;
  Level level = Level::allowed;  ///< the mildest of its variants
  std::vector<FormScreening> forms;
};

/// The whole result.
struct Screening {
  Warnings warnings;
  std::vector<FamilyScreening> families;  ///< those that are wished for, in the order of the data
  std::vector<TakenMedicine> medicines;
  std::vector<UsedAgreement> agreements;
  std::string today;  ///< YYYY-MM-DD; empty where it was not known
};

/// The families that a case wishes for; of a home-only one those of a home.
[[nodiscard]] std::vector<std::string_view> wished_families(const person::Wishes& wishes);

/// Screens a case. `today` (YYYY-MM-DD) tells which agreements hold; where it is empty none with an
/// end does.
[[nodiscard]] Screening screen(const person::Case& given, std::string_view today);

/// The screening of one variant, whatever is wished for. Throws std::out_of_range for an unknown
/// one.
[[nodiscard]] FormScreening screen_form(const person::Case& given, std::string_view today,
                                        std::string_view variant);

/// A family for a reader: "Packs, compress, ice massage". An unknown one is given back.
[[nodiscard]] std::string_view family_name(std::string_view family);

}  // namespace coldplan::screening
