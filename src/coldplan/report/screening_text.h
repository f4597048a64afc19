#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/screening/approval.h"
#include "coldplan/screening/screen.h"

/// The result of screening for a terminal, 80 columns.
namespace coldplan::report {

/// A level for a reader: "nothing reported speaks against it", "ask first", "not for you".
[[nodiscard]] std::string_view level_words(screening::Level level);

/// Warning signs first; where somebody has to be seen today, nothing else. Then each family with
/// its level, what decided it, the rule with its grade and source, what would change it and the
/// questions still open. With `details` also safeguards, precautions, stop signs and the sources in
/// full.
[[nodiscard]] std::string screening_text(const screening::Screening& screening,
                                         const std::optional<screening::Approval>& approval,
                                         bool details = false);

/// The warning signs of a result in words, most urgent first.
[[nodiscard]] std::string warnings_text(const screening::Screening& screening);

/// One line on a family over what is shown of it: "ask first: 3 questions are not answered (…)".
[[nodiscard]] std::string verdict_line(const screening::FamilyScreening& family);

/// Screening in a few lines over an answer about sessions: warning signs, which families ask first
/// or are not for this person, and where the reasons stand.
[[nodiscard]] std::string screened_text(const screening::Screening& screening,
                                        const std::optional<screening::Approval>& approval);

/// What the end of every result says: what it is not, and who approved the rules.
[[nodiscard]] std::string screening_closing(const std::optional<screening::Approval>& approval);

}  // namespace coldplan::report
