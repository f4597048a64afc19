#pragma once

#include <string>
#include <string_view>

#include "coldplan/screening/screen.h"

/// Words and lists of a screening result.
namespace coldplan::report {

/// The first form of a family that has its level.
[[nodiscard]] const screening::FormScreening& mildest_form(
    const screening::FamilyScreening& family);

/// What would change a reason: a yes of a clinician and how it is recorded, mending something, or
/// nothing.
[[nodiscard]] std::string change_words(const screening::Reason& reason);

/// The condition of a reason; of one that is not known, that it is not.
[[nodiscard]] std::string condition_words(const screening::Reason& reason);

/// What became of an agreement: "acts", "is over and does not act" …
[[nodiscard]] std::string_view use_words(screening::AgreementUse use);

/// " until 2026-12-01", or nothing.
[[nodiscard]] std::string until_words(const person::Agreement& agreement);

/// Before, during and after a session of a variant.
[[nodiscard]] std::string precautions_text(const screening::Variant& variant);

/// The signs on which cold ends at once.
[[nodiscard]] std::string stop_signs_text();

/// Every source that a result names, in full.
[[nodiscard]] std::string sources_text(const screening::Screening& screening);

}  // namespace coldplan::report
