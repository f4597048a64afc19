#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coldplan/evidence/answer.h"

/// Sentences of what the trials say, shared by the terminal and the page docs/evidence.md.
namespace coldplan::report {

/// "+0.42 (-6.08 to 6.93)"; figures to two decimals, the estimate with its sign.
[[nodiscard]] std::string with_interval(double estimate, const evidence::Limits& interval,
                                        int decimals = 2);

/// "Against heat, 2 trials, 118 people: Hedges' g +0.42 (-6.08 to 6.93) …", negative in favour of
/// cold.
[[nodiscard]] std::string size_words(const evidence::QuestionAnswer& answer,
                                     const evidence::Words& words);

/// The size in points of 0-10, or that its interval is wider than the scale.
[[nodiscard]] std::string points_words(const evidence::QuestionAnswer& answer,
                                       double important_points);

/// "very low: risk of bias -1 (…); imprecision -2 (…)"; steps of 0 are left out.
[[nodiscard]] std::string certainty_words(const evidence::Grade& grade);

/// Every step with its reason, those of 0 too: "risk of bias -1: 100 % of the weight …".
[[nodiscard]] std::vector<std::string> step_lines(const evidence::Grade& grade);

/// "favours cold by less than what matters": what the trials of a cell say, in a few words.
[[nodiscard]] std::string direction_words(const evidence::Answer& answer,
                                          const evidence::Cell& cell);

/// What a trial that was not pooled found, and why it was not.
[[nodiscard]] std::string unpooled_line(const evidence::Answer& answer,
                                        const evidence::TrialNote& note);

/// A review's numbers, with what it is about.
[[nodiscard]] std::string review_line(const evidence::Review& review,
                                      const evidence::ReviewUse& use);

/// "0 of 57 people, either arm (Nugraha 2015): none reported". A count without its denominator says
/// that there is no rate.
[[nodiscard]] std::string harm_line(const evidence::Answer& answer,
                                    const evidence::HarmReport& harm);

/// Sentences that stand under every answer: how the trials were read, and what that means.
[[nodiscard]] std::vector<std::string> reading_lines(const evidence::Answer& answer);

/// Sentences with their sources in brackets.
[[nodiscard]] std::vector<std::string> point_lines(
    const std::vector<evidence::SourcedPoint>& points);

/// Whose judgements these are, and what a reader changed; empty where they are ours.
[[nodiscard]] std::vector<std::string> change_lines(const evidence::Answer& answer);

/// Sensitivity analyses of a question, and the exploratory ones: a line each.
[[nodiscard]] std::vector<std::string> variant_lines(const evidence::Answer& answer,
                                                     const std::string& question);

}  // namespace coldplan::report
